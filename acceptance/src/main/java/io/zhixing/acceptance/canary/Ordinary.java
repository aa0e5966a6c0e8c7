package io.zhixing.acceptance.canary;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the suite is for: persons are enrolled, imported, looked up, study, are appraised and paid, with words about them. */
final class Ordinary {

    private static final String MEMBERS = "/organization/v1/members";
    private static final String ORGANIZATIONS = "/organization/v1/organizations";
    private static final String ROOT = "001";
    private static final String BRANCH = "001001001";
    private static final String ELSEWHERE = "001001002";
    private static final String MEMBER_COLUMNS = "memberNumber,name,idNumber,sexCode,ethnicityCode,birthDate,memberType,joinedOn,fullSince,organizationCode,onRollFrom\r\n";
    private static final int MINUTES_OF_IMPORT = 1;

    private final Calls calls;
    private final Canaries canaries;
    private final List<String> members = new ArrayList<>();
    private String root;
    private String committee;
    private String branch;

    Ordinary(Calls calls, Canaries canaries) {
        this.calls = calls;
        this.canaries = canaries;
    }

    void happen() {
        register();
        imports();
        lookUps();
        study();
        appraisal();
        Money.of(calls, canaries, root).happen();
        organization(ELSEWHERE, "BRANCH", committee);
        PartyLife.of(calls, canaries, committee, branch, members).happen(ELSEWHERE);
    }

    private void register() {
        calls.done("loader", "/organization/v1/divisions", Map.of("code", "441200", "name", "肇庆市", "level", "CITY"));
        root = organization(ROOT, "LOCAL_COMMITTEE", null);
        committee = organization(ROOT + "001", "PRIMARY_COMMITTEE", root);
        branch = organization(BRANCH, "BRANCH", committee);
        for (int person = 0; person < 3; person++) {
            var made = calls.done("loader", MEMBERS, enrolment(person));
            members.add(made.id());
        }
        for (var organization : List.of(root, committee, branch)) {
            // The root has no superior: a second person activates it.
            calls.done(organization.equals(root) ? "city-office" : "loader",
                    ORGANIZATIONS + "/" + organization + "/transitions",
                    Map.of("transition", "activate", "on", "2010-07-02", "comment", canaries.text("启用说明")), "If-Match",
                    "\"v1\"");
        }
        calls.done("loader", "/organization/v1/posts", Map.of("memberId", members.get(0), "organizationId", branch,
                "post", "SECRETARY", "from", "2013-01-01", "basis", "ELECTED"));
    }

    private String organization(String code, String type, String parent) {
        var body = new LinkedHashMap<String, Object>(Map.of("code", code, "name", "示例" + code, "type", type, "areaCode",
                "441200", "establishedOn", "2010-07-01"));
        if (parent != null) {
            body.put("parentId", parent);
        }
        return calls.done("loader", ORGANIZATIONS, body).id();
    }

    private Map<String, Object> enrolment(int person) {
        var facts = canaries.person(person);
        return new LinkedHashMap<>(Map.ofEntries(Map.entry("memberNumber", "ZX" + person), Map.entry("name",
                canaries.name(person)), Map.entry("idNumber", canaries.idNumber(person)),
                Map.entry("sexCode",
                        facts.sexCode()),
                Map.entry("ethnicityCode", "01"), Map.entry("birthDate", facts.birthDate().toString()),
                Map.entry("memberType", "FULL"), Map.entry("joinedOn", "1925-07-01"),
                Map.entry("fullSince", "1926-07-01"), Map.entry("organizationId", branch),
                Map.entry("onRollFrom", "2010-07-01")));
    }

    /** Good rows, refused rows, rows a column off, files without their header or in another encoding. */
    private void imports() {
        var good = row(3, "ZX3", canaries.name(3), canaries.idNumber(3));
        var wrongCheck = canaries.idNumber(4).substring(0, 17) + "A";
        upload("members", "partial", "true", "text/csv", utf8(MEMBER_COLUMNS + good));
        upload("members", "partial", "false", "text/csv",
                utf8(MEMBER_COLUMNS + good + row(4, "ZX4", canaries.name(4), wrongCheck)
                        + row(4, canaries.idNumber(4), canaries.name(4), "ZX4")
                        + row(4, canaries.name(4), canaries.idNumber(4), "ZX4")
                        + "ZX5," + canaries.name(4) + "," + canaries.idNumber(5) + "\r\n"
                        + row(6, "ZX6", canaries.name(4), canaries.idNumber(6)).replace(BRANCH, canaries.idNumber(6))));
        upload("members", "allOrNothing", "false", "application/x-ndjson",
                utf8("{\"%s\":\"%s\"}\n{\"memberNumber\":\"%s\"\n".formatted(canaries.name(1), canaries.idNumber(7),
                        canaries.idNumber(7))));
        upload("members", "partial", "false", "text/csv", utf8(good));
        upload("members", "partial", "false", "text/csv", (MEMBER_COLUMNS + good).getBytes(Charset.forName("GBK")));
        upload("posts", "partial", "false", "text/csv",
                utf8("memberNumber,organizationCode,post,from,to,basis\r\n%s,%s,SECRETARY,2013-01-01,,ELECTED\r\n"
                        .formatted(canaries.idNumber(8), canaries.name(2))));
    }

    private String row(int person, String number, String name, String idNumber) {
        var facts = canaries.person(person);
        return String.join(",", number, name, idNumber, facts.sexCode(), "01", facts.birthDate().toString(), "FULL",
                "1925-07-01", "1926-07-01", BRANCH, "2010-07-01") + "\r\n";
    }

    private void upload(String kind, String mode, String dryRun, String mediaType, byte[] file) {
        upload("organization", kind, mode, dryRun, mediaType, file);
    }

    private void upload(String service, String kind, String mode, String dryRun, String mediaType, byte[] file) {
        var imports = "/" + service + "/v1/imports";
        var queued = calls.send("loader", "POST", imports + "?kind=%s&mode=%s&dryRun=%s".formatted(kind, mode, dryRun),
                mediaType, file, "Idempotency-Key", Calls.key());
        if (queued.isProblem()) {
            return;   // the file as a whole was refused: what was said of it is searched too
        }
        var job = imports + "/" + queued.id();
        long deadline = System.nanoTime() + Duration.ofMinutes(MINUTES_OF_IMPORT).toNanos();
        while (List.of("QUEUED", "RUNNING").contains(calls.get("loader", job).json().path("state").asText())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The import does not end");
            }
            Calls.rest(100);
        }
        calls.get("loader", job + "/results");
        calls.get("loader", job + "/results", "Accept", "text/csv");
        calls.get("loader", job + "/rejected", "Accept", "text/csv");
    }

    private void lookUps() {
        for (var accept : List.of("application/json", "text/csv", "application/x-ndjson")) {
            calls.get("reader", MEMBERS + "?organization=" + ROOT, "Accept", accept);
        }
        calls.get("reader", MEMBERS + "/" + members.get(0));
        calls.done("loader", MEMBERS + "/lookup", Map.of("ids", members));
        for (int person = 0; person < 9; person += 4) {
            calls.done("identity-clerk", MEMBERS + "/id-numbers/lookup",
                    Map.of("idNumber", canaries.idNumber(person)));
        }
        calls.done("identity-clerk", MEMBERS + "/" + members.get(0) + "/reveal", Map.of("fields", List.of("ID_NUMBER"),
                "purpose", "IDENTITY_CHECK", "reason", canaries.text("查看事由") + canaries.idNumber(0)));
        calls.get("audit-administrator", "/organization/v1/audit-entries?limit=200");
        calls.get("audit-administrator", "/organization/v1/audit-entries", "Accept", "text/csv");
        calls.get("reader", ORGANIZATIONS + "/" + branch + "/history");
    }

    private void study() {
        var session = new LinkedHashMap<String, Object>(Map.of("organizationId", branch, "type", "TOPIC_DISCUSSION",
                "contents", List.of("COLLECTIVE_STUDY"), "startedAt", "2016-09-20T09:00:00+08:00", "endedAt",
                "2016-09-20T10:30:00+08:00", "place", canaries.text("地点"), "topicRecord", canaries.text("主题"),
                "discussionRecord", canaries.text("讨论"), "outcomeRecord", canaries.text("收获")));
        session.put("attendance", List.of(Map.of("memberId", members.get(0), "state", "PRESENT"),
                Map.of("memberId", members.get(1), "state", "ON_LEAVE", "reason", canaries.text("请假"))));
        session.put("lectures", List.of(Map.of("externalLecturer", canaries.name(1), "office", canaries.text("职务"),
                "title", canaries.text("党课"), "minutes", 45)));
        var recorded = calls.done("loader", "/session/v1/study-sessions", session);
        calls.get("reader", "/session/v1/study-sessions/" + recorded.id());
        calls.get("reader", "/session/v1/study-sessions", "Accept", "application/x-ndjson");
        upload("session", "sessions", "partial", "false", "application/x-ndjson", utf8("""
                {"reference":"%s","organization":"%s","type":"TOPIC_DISCUSSION","startedAt":"2016-10-20T09:00:00+08:00",\
                "endedAt":"2016-10-20T10:30:00+08:00","topicRecord":"%s","discussionRecord":"x","outcomeRecord":"x",\
                "attendance":[{"member":"%s"}]}
                """.formatted(canaries.idNumber(9), canaries.idNumber(9), canaries.text("导入主题"),
                canaries.idNumber(9))));
    }

    private void appraisal() {
        calls.done("city-office", "/evaluation/v1/appraisal-years",
                Map.of("organization", ROOT, "year", 2016, "asOf", "2016-12-31", "on", "2016-11-15"));
        var round = calls.done("loader", "/evaluation/v1/appraisal-rounds",
                Map.of("organization", BRANCH, "year", 2016, "on", "2017-01-04", "expectedRoll", 4));
        var steps = "/evaluation/v1/appraisal-rounds/" + round.id() + "/transitions";
        var studied = calls.done("loader", steps,
                Map.of("transition", "confirm-study", "on", "2017-01-05", "comment", canaries.text("学习说明")), "If-Match",
                "\"v1\"");
        var proposed = calls.done("loader", steps,
                Map.of("transition", "propose-grades", "on", "2017-01-10", "comment", canaries.text("评议说明"),
                        "excessReason", canaries.text("超出理由"), "grades",
                        List.of(grade("ZX0", "EXCELLENT"), grade("ZX1", "EXCELLENT"), grade("ZX2", "QUALIFIED"),
                                Map.of("memberNumber", "ZX3", "ungradedReason", "NOT_APPRAISED", "explanation",
                                        canaries.text("未评说明"), "tookPart", false))),
                "If-Match", tag(studied));
        var consented = calls.done("city-office", steps,
                Map.of("transition", "consent-excess", "on", "2017-01-15", "comment", canaries.text("同意说明")),
                "If-Match", tag(proposed));
        calls.done("city-office", steps,
                Map.of("transition", "confirm", "on", "2017-01-20", "comment", canaries.text("审定说明")), "If-Match",
                tag(consented));
        upload("evaluation", "grades", "partial", "false", "text/csv",
                utf8("organization,year,memberNumber,grade,ungradedReason,explanation,tookPart\r\n%s,2016,%s,QUALIFIED,,%s,true\r\n"
                        .formatted(canaries.idNumber(10), canaries.name(3), canaries.text("导入说明"))));
    }

    private static Map<String, Object> grade(String member, String grade) {
        return Map.of("memberNumber", member, "grade", grade, "tookPart", true);
    }

    static String tag(Calls.Answer answer) {
        return "\"v" + answer.json().path("version").asLong() + "\"";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
