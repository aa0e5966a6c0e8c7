package io.zhixing.platform.testing.access;

import io.zhixing.platform.testing.contract.Operation;

/** What belongs to no organization, such as rules and templates: everybody with the role is let in. */
record SameForAll(Call call) implements Entry {

    @Override
    public void check(Operation operation, Callers callers, Findings findings) {
        Entry.gate(operation, call, callers, findings);
        for (var standing : Standing.GRANTED) {
            var answer = call.send(operation, callers.token(standing, operation, call));
            findings.expect(standing, answer,
                    Entry.reads(operation) ? answer.status() == 200 : Entry.isLetIn(answer), "to be let in");
        }
    }
}
