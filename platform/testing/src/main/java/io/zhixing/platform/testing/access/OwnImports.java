package io.zhixing.platform.testing.access;

import static io.zhixing.platform.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.zhixing.platform.testing.contract.Answer;
import io.zhixing.platform.testing.contract.Operation;
import io.zhixing.platform.testing.contract.PlainCall;

/** An import: rows of another scope are rejected one by one, and jobs and files are their uploader's alone. */
final class OwnImports {

    private static final Set<String> ENDED = Set.of("COMPLETED", "CANCELLED", "FAILED");

    private final Call upload;
    private final String kind;
    private final String role;
    private final String service;
    private String job;

    /** @param service the prefix of its addresses */
    OwnImports(String service, String kind, String role, String csv) {
        this.service = service;
        this.kind = kind;
        this.role = role;
        this.upload = Call.plain().query("kind", kind).query("mode", "partial").query("dryRun", false).file(csv)
                .as(role);
    }

    /** By method and what stands behind the service's prefix. */
    Map<String, Entry> entries() {
        var entries = new LinkedHashMap<String, Entry>();
        entries.put("POST /imports", this::start);
        entries.put("GET /imports/templates/{kind}", new SameForAll(Call.plain().path("kind", kind).as(role)));
        entries.put("GET /imports", this::list);
        for (var address : List.of("GET /imports/{id}", "GET /imports/{id}/rejected", "GET /imports/{id}/results")) {
            entries.put(address, (operation, callers, findings) -> ofUploader(operation, callers, findings, 200));
        }
        entries.put("DELETE /imports/{id}",
                (operation, callers, findings) -> ofUploader(operation, callers, findings, 409));   // it has ended
        return entries;
    }

    private void start(Operation operation, Callers callers, Findings findings) {
        var trail = Trail.of(callers.around());
        Entry.gate(operation, upload, callers, findings);
        for (var standing : Standing.GRANTED) {
            if (!standing.isInside()) {
                var ended = ended(standing, operation, callers);
                var codes = codes(ended, callers.token(standing, operation, upload));
                findings.expect(standing, ended,
                        rows(ended, "rejected") > 0 && rows(ended, "rejected") == rows(ended, "rowsRead")
                                && codes.stream().allMatch("REFERENCE_UNKNOWN"::equals),
                        "every row rejected as REFERENCE_UNKNOWN, not " + codes);
            }
        }
        trail.expectUnchanged(findings);
        var own = ended(Standing.OWN, operation, callers);
        findings.expect(Standing.OWN, own, rows(own, "rejected") == 0 && rows(own, "rowsRead") > 0,
                "no row rejected, not " + codes(own, callers.token(Standing.OWN, operation, upload)));
        job = own.json().path("id").asText();
        var ancestor = ended(Standing.ANCESTOR, operation, callers);
        var codes = codes(ancestor, callers.token(Standing.ANCESTOR, operation, upload));
        findings.expect(Standing.ANCESTOR, ancestor,
                !codes.contains("REFERENCE_UNKNOWN") && !codes.contains("FORBIDDEN"), "to be let in, not " + codes);
    }

    private void list(Operation operation, Callers callers, Findings findings) {
        var call = Call.plain().as(role);
        Entry.gate(operation, call, callers, findings);
        for (var standing : Standing.GRANTED) {
            var answer = call.send(operation, callers.token(standing, operation, call));
            findings.expect(standing, answer,
                    answer.status() == 200 && answer.body().contains(job) == (standing == Standing.OWN),
                    "200 with the caller's own imports");
        }
    }

    private void ofUploader(Operation operation, Callers callers, Findings findings, int status) {
        var call = Call.of(job).as(role);
        Entry.gate(operation, call, callers, findings);
        for (var standing : Standing.GRANTED) {
            var answer = call.send(operation, callers.token(standing, operation, call));
            if (standing == Standing.OWN) {
                findings.expect(standing, answer, answer.status() == status, Integer.toString(status));
            } else {
                findings.expect(standing, answer, 404, "NOT_FOUND");
            }
        }
    }

    private Answer ended(Standing standing, Operation operation, Callers callers) {
        var token = callers.token(standing, operation, upload);
        var sent = upload.send(operation, token);
        assertEquals(202, sent.status(), sent.body());
        var address = sent.header("Location");
        eventually(() -> assertTrue(ENDED.contains(get(address, token).json().path("state").asText())));
        return get(address, token);
    }

    /** The codes of all rows, each once. */
    private List<String> codes(Answer job, String token) {
        var results = get(service + "/imports/" + job.json().path("id").asText() + "/results?limit=200", token);
        return results.json().findValues("errors").stream().flatMap(errors -> errors.findValuesAsText("code").stream())
                .distinct().toList();
    }

    private static Answer get(String address, String token) {
        return PlainCall.send("GET", address, Map.of("Authorization", "Bearer " + token), null);
    }

    private static int rows(Answer job, String which) {
        return job.json().path(which).asInt(-1);
    }
}
