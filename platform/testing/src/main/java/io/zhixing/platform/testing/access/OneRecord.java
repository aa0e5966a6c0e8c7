package io.zhixing.platform.testing.access;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixing.platform.testing.contract.Answer;
import io.zhixing.platform.testing.contract.Operation;

/** A record named by its address: outside the scope it is not there, in the same words as one that nobody has. */
record OneRecord(Call call) implements Entry {

    @Override
    public void check(Operation operation, Callers callers, Findings findings) {
        var trail = Trail.of(callers.around());
        Entry.gate(operation, call, callers, findings);
        for (var standing : Standing.GRANTED) {
            if (!call.shows(standing)) {
                var token = callers.token(standing, operation, call);
                var answer = call.send(operation, token);
                findings.expect(standing, answer, 404, "NOT_FOUND");
                var nothing = call.ofNothing().send(operation, token);
                findings.expect(standing, answer, words(answer).equals(words(nothing)),
                        "the answer for a record that does not exist: " + nothing.body());
            }
        }
        if (!Entry.reads(operation)) {
            Entry.roleElsewhere(operation, call, callers, findings);
            beyond().forEach(standing -> findings.expect(standing,
                    call.send(operation, callers.token(standing, operation, call)), 403, "FORBIDDEN"));
        }
        trail.expectUnchanged(findings);
        inside(operation, callers, findings);
    }

    private void inside(Operation operation, Callers callers, Findings findings) {
        if (Entry.reads(operation)) {
            beyond().forEach(standing -> {
                var other = call.send(operation, callers.token(standing, operation, call));
                findings.expect(standing, other, other.isOk(), "2xx");
            });
        }
        var own = call.send(operation, callers.token(Standing.OWN, operation, call));
        findings.expect(Standing.OWN, own, own.isOk(), "2xx");
        var ancestor = call.send(operation, callers.token(Standing.ANCESTOR, operation, call));
        findings.expect(Standing.ANCESTOR, ancestor,
                Entry.reads(operation) ? ancestor.isOk() : Entry.isLetIn(ancestor), "to be let in");
    }

    /** Who sees it from outside the own subtree: he reads it and changes nothing. */
    private Stream<Standing> beyond() {
        return Standing.GRANTED.stream().filter(standing -> call.shows(standing) && !standing.isInside());
    }

    private static JsonNode words(Answer answer) {
        return answer.json().<ObjectNode>deepCopy().without(List.of("traceId", "instance"));
    }
}
