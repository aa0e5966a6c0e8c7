package io.zhixing.platform.testing.access;

import java.util.List;
import java.util.stream.StreamSupport;

import io.zhixing.platform.testing.contract.Answer;
import io.zhixing.platform.testing.contract.Operation;

/**
 * Records that are listed or looked up: rows, totals, exports, filters and cursors show nothing of another scope.
 *
 * @param mark a text that stands in the rows of the own organization and in no other one's
 */
record ListOfRecords(Call call, String mark) implements Entry {

    private static final String LINES = "application/x-ndjson";

    @Override
    public void check(Operation operation, Callers callers, Findings findings) {
        Entry.gate(operation, call, callers, findings);
        for (var standing : Standing.GRANTED) {
            var answer = call.send(operation, callers.token(standing, operation, call));
            judge(standing, answer, findings);
        }
        if (names(operation, "count")) {
            Standing.GRANTED.forEach(standing -> countAndExport(standing, operation, callers, findings));
        }
        if (names(operation, "organization")) {
            Standing.GRANTED.stream().filter(standing -> !standing.isInside())
                    .forEach(standing -> filterByOwn(standing, operation, callers, findings));
        }
        if (names(operation, "cursor")) {
            handOnCursor(operation, callers, findings);
        }
    }

    private void judge(Standing standing, Answer answer, Findings findings) {
        findings.expect(standing, answer,
                answer.status() == 200 && answer.body().contains(mark) == call.shows(standing),
                "200 %s %s".formatted(call.shows(standing) ? "with" : "without", mark));
    }

    /** The total is that of the rows that the export shows. */
    private void countAndExport(Standing standing, Operation operation, Callers callers, Findings findings) {
        var token = callers.token(standing, operation, call);
        for (var format : List.of(LINES, "text/csv")) {
            judge(standing, call.send(operation, token, format), findings);
        }
        var lines = call.send(operation, token, LINES).body().lines().filter(line -> !line.isBlank()).count();
        var counted = call.copy().query("count", true).send(operation, token);
        findings.expect(standing, counted, counted.json().path("total").asLong(-1) == lines,
                "a total of the " + lines + " rows exported");
    }

    private void filterByOwn(Standing standing, Operation operation, Callers callers, Findings findings) {
        var filtered = call.copy().query("organization", callers.around().own().reference())
                .send(operation, callers.token(standing, operation, call));
        findings.expect(standing, filtered, 422, "REFERENCE_UNKNOWN");
    }

    /** A cursor of the own organization opens nothing for anybody else. */
    private void handOnCursor(Operation operation, Callers callers, Findings findings) {
        var cursor = call.copy().query("limit", 1).send(operation, callers.token(Standing.OWN, operation, call)).json()
                .path("next");
        if (!cursor.isTextual()) {
            return;   // one row only: there is nothing to hand on
        }
        for (var standing : Standing.GRANTED.subList(1, Standing.GRANTED.size())) {
            var answer = call.copy().query("cursor", cursor.asText())
                    .send(operation, callers.token(standing, operation, call));
            findings.expect(standing, answer, 400, "CURSOR_MISMATCH");
        }
    }

    private static boolean names(Operation operation, String parameter) {
        return StreamSupport.stream(operation.node().path("parameters").spliterator(), false)
                .anyMatch(stated -> stated.path("name").asText().equals(parameter));
    }
}
