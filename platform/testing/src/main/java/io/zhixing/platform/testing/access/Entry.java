package io.zhixing.platform.testing.access;

import java.util.List;

import io.zhixing.platform.testing.contract.Answer;
import io.zhixing.platform.testing.contract.Operation;

/** How one operation is called and what each caller is answered. */
interface Entry {

    /** Calls the operation in every standing. */
    void check(Operation operation, Callers callers, Findings findings);

    /** Those who may not call at all; they come before anybody whose call changes something. */
    static void gate(Operation operation, Call call, Callers callers, Findings findings) {
        for (var standing : Standing.AT_THE_GATE) {
            var answer = call.send(operation, callers.token(standing, operation, call));
            findings.expect(standing, answer, standing.gateStatus(),
                    standing.gateStatus() == 403 ? "FORBIDDEN" : "UNAUTHENTICATED");
        }
    }

    /** Whoever sees the record and has the role on another organization alone. */
    static void roleElsewhere(Operation operation, Call call, Callers callers, Findings findings) {
        var standing = Standing.ROLE_ELSEWHERE;
        findings.expect(standing, call.send(operation, callers.token(standing, operation, call)), 403, "FORBIDDEN");
    }

    static boolean reads(Operation operation) {
        return operation.method().equals("GET");
    }

    /** Not kept out for who he is; the service may still have a reason in the matter, such as "done already". */
    static boolean isLetIn(Answer answer) {
        return !List.of(401, 403, 404).contains(answer.status())
                && !"REFERENCE_UNKNOWN".equals(Findings.code(answer)) && answer.status() < 500;
    }
}
