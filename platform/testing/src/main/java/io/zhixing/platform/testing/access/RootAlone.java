package io.zhixing.platform.testing.access;

import io.zhixing.platform.testing.contract.Operation;

/** What all organizations share and the root alone may change: in this neighbourhood the own organization is the root. */
record RootAlone(Call call) implements Entry {

    @Override
    public void check(Operation operation, Callers callers, Findings findings) {
        Entry.gate(operation, call, callers, findings);
        for (var standing : Standing.GRANTED) {
            var answer = call.send(operation, callers.token(standing, operation, call));
            if (standing.isInside()) {
                findings.expect(standing, answer, Entry.isLetIn(answer), "to be let in");
            } else {
                findings.expect(standing, answer, 403, "FORBIDDEN");
            }
        }
    }
}
