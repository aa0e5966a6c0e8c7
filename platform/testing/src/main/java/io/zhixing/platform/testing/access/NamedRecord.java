package io.zhixing.platform.testing.access;

import io.zhixing.platform.testing.contract.Answer;
import io.zhixing.platform.testing.contract.Operation;

/**
 * An organization or record named in the body or in a parameter: outside the scope it is an unknown reference.
 *
 * @param unknown what an answer of 200 says of such a line, where lines are judged one by one; else null
 */
record NamedRecord(Call call, String unknown) implements Entry {

    @Override
    public void check(Operation operation, Callers callers, Findings findings) {
        var trail = Trail.of(callers.around());
        Entry.gate(operation, call, callers, findings);
        for (var standing : Standing.GRANTED) {
            if (!standing.isInside()) {
                judge(standing, call.send(operation, callers.token(standing, operation, call)), findings);
            }
        }
        if (!Entry.reads(operation)) {
            Entry.roleElsewhere(operation, call, callers, findings);
        }
        trail.expectUnchanged(findings);
        var own = call.send(operation, callers.token(Standing.OWN, operation, call));
        findings.expect(Standing.OWN, own,
                own.isOk() && (unknown == null || !own.body().contains(unknown)), "2xx");
        var ancestor = call.send(operation, callers.token(Standing.ANCESTOR, operation, call));
        findings.expect(Standing.ANCESTOR, ancestor, Entry.isLetIn(ancestor), "to be let in");
    }

    private void judge(Standing standing, Answer answer, Findings findings) {
        if (unknown == null) {
            findings.expect(standing, answer, 422, "REFERENCE_UNKNOWN");
        } else {
            findings.expect(standing, answer, answer.status() == 200 && answer.body().contains(unknown),
                    "200 with " + unknown);
        }
    }
}
