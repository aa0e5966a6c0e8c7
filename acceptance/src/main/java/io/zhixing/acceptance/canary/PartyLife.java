package io.zhixing.acceptance.canary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups, terms, elections, dues, transfers, absences and a screening of the persons, with words at every step. */
final class PartyLife {

    private static final String BASE = "/organization/v1/";

    private final Calls calls;
    private final Canaries canaries;
    private final String committee;
    private final String branch;
    private final List<String> members;

    private PartyLife(Calls calls, Canaries canaries, String committee, String branch, List<String> members) {
        this.calls = calls;
        this.canaries = canaries;
        this.committee = committee;
        this.branch = branch;
        this.members = members;
    }

    /** @param members at least three of the roll of the branch, which lies below the committee */
    static PartyLife of(Calls calls, Canaries canaries, String committee, String branch, List<String> members) {
        return new PartyLife(calls, canaries, committee, branch, members);
    }

    /** @param elsewhere code of another branch that takes members */
    void happen(String elsewhere) {
        corrected();
        grouped();
        elected();
        dues();
        screened();
        away(elsewhere);
        transferred(elsewhere);
        sought();
        lists();
    }

    private void corrected() {
        var address = BASE + "members/" + members.get(1);
        calls.send("loader", "PATCH", address, "application/json",
                Calls.json(Map.of("reason", canaries.text("更正原因"), "name", canaries.name(1))), "If-Match",
                Ordinary.tag(calls.get("reader", address)));
        step("city-office", "members/" + members.get(1), "exempt", "2016-05-01", Map.of("exemptReason", "ILLNESS"));
    }

    private void grouped() {
        var group = made("party-groups", Map.of("organizationId", branch, "name", "第一党小组", "formedOn",
                "2012-03-01"));
        step("city-office", "party-groups/" + group, "change", "2016-01-04",
                Map.of("name", "第二党小组", "leaderMemberId", members.get(0)));
        step("city-office", "members/" + members.get(0), "assign-group", "2016-05-02", Map.of("groupId", group));
    }

    private void elected() {
        var term = made("committee-terms", Map.of("organizationId", branch, "number", 1, "electedOn", "2012-03-01",
                "years", 3));
        step("city-office", "committee-terms/" + term, "postpone", "2015-02-01", Map.of("until", "2015-09-01"));
        var election = made("term-elections", Map.of("organizationId", branch, "kind", "REGULAR", "on", "2015-08-01",
                "plannedOn", "2015-08-20", "seats", 1, "years", 3));
        step("city-office", "term-elections/" + election, "approve", "2015-08-05", Map.of());
        step("loader", "term-elections/" + election, "record-result", "2015-08-20",
                Map.of("present", 4, "candidates",
                        List.of(Map.of("memberId", members.get(0), "post", "SECRETARY", "votes", 4, "elected", true))));
    }

    private void dues() {
        var assessment = made("dues-assessments",
                Map.of("memberId", members.get(0), "month", "2016-01", "category", "EMPLOYED",
                        "baseFen", 300_000));
        calls.done("city-office", BASE + "dues-assessments/" + assessment + "/corrections", Map.of("category",
                "EMPLOYED", "baseFen", 400_000, "reason", canaries.text("党费重新核定")));
        made("dues-receipts", Map.of("memberId", members.get(0), "kind", "RECEIPT", "paidThrough", "2016-01",
                "amountFen", 1_500, "on", "2016-12-20"));
        calls.post("city-office", BASE + "dues-receipts", Map.of("memberId", members.get(0), "kind", "CORRECTION",
                "paidThrough", "2015-12", "amountFen", 0, "reason", canaries.text("党费更正"), "on", "2016-12-20"),
                "Idempotency-Key", Calls.key());
        made("dues-closings", Map.of("organizationId", branch, "month", "2016-01", "on", "2016-12-21"));
        var reduction = made("dues-reductions", Map.of("memberId", members.get(1), "fromMonth", "2016-01", "toMonth",
                "2016-06", "basisPointsOff", 5_000, "reason", canaries.text("减免理由"), "on", "2016-01-10"));
        step("city-office", "dues-reductions/" + reduction, "approve", "2016-01-12", Map.of());
    }

    private void screened() {
        var screening = made("screenings",
                Map.of("organizationId", committee, "from", "2016-03-01", "to", "2016-06-30"));
        for (var item : calls.get("reader", BASE + "screening-items?screening=" + screening).json().path("items")) {
            step("city-office", "screening-items/" + item.path("id").asText(), "confirm", "2016-04-01",
                    Map.of());
        }
        for (var sheet : calls.get("reader", BASE + "screening-sheets?screening=" + screening).json().path("items")) {
            step("city-office", "screening-sheets/" + sheet.path("id").asText(), "self-check", "2016-04-02",
                    Map.of());
        }
    }

    private void away(String elsewhere) {
        var floating = made("floating-members", Map.of("memberId", members.get(1), "host", elsewhere, "hostArea",
                canaries.text("流入地"), "contactMemberId", members.get(0), "awayFrom", "2015-09-01", "on",
                "2016-03-01"));
        step("city-office", "floating-members/" + floating, "contact", "2016-04-01", Map.of());
        var residence = made("residence-registrations",
                Map.of("memberId", members.get(0), "residence", elsewhere, "on", "2016-03-01"));
        step("city-office", "residence-registrations/" + residence, "confirm", "2016-04-01", Map.of());
        step("city-office", "residence-registrations/" + residence, "feedback", "2016-12-01", Map.of("year", 2016));
        var loss = made("contact-losses", Map.of("memberId", members.get(2), "lastContactOn", "2015-03-01", "note",
                canaries.text("失联说明"), "on", "2016-06-08"));
        step("city-office", "contact-losses/" + loss, "find", "2016-07-01", Map.of());
    }

    private void transferred(String elsewhere) {
        var transfer = made("membership-transfers", Map.of("memberId", members.get(2), "receiver", elsewhere, "reason",
                canaries.text("转移原因"), "on", "2017-03-01"));
        step("loader", "membership-transfers/" + transfer, "submit", "2017-03-02", Map.of());
        step("city-office", "membership-transfers/" + transfer, "approve-sending", "2017-03-03", Map.of());
        step("city-office", "membership-transfers/" + transfer, "reject", "2017-03-04", Map.of());
    }

    /** Names where they belong, in a body; and in an address, where they do not, which the service must not write down. */
    private void sought() {
        for (var accept : List.of("application/json", "text/csv")) {
            calls.post("reader", BASE + "search/members", Map.of("name", canaries.name(0)), "Accept", accept);
        }
        calls.post("reader", BASE + "search/members?organization=" + branch, Map.of("name", canaries.text("检索")));
        calls.post("reader", BASE + "search/members", Map.of("name", canaries.idNumber(0)));
        var inAddress = Hostile.url(canaries.name(0));
        calls.get("reader", BASE + "search/members?name=" + inAddress);
        calls.get("reader", BASE + "search/organizations?name=" + inAddress);
        calls.get("reader", BASE + "search/organizations?name=" + canaries.idNumber(0));
    }

    private void lists() {
        for (var list : List.of("party-groups", "committee-terms", "term-elections", "dues-assessments",
                "dues-receipts",
                "dues-arrears", "dues-reductions", "screenings", "screening-items", "floating-members",
                "residence-registrations", "contact-losses", "membership-transfers", "changes", "members")) {
            calls.get("reader", BASE + list);
            calls.get("reader", BASE + list, "Accept", "text/csv");
        }
        for (var member : members) {
            calls.get("reader", BASE + "members/" + member + "/history");
        }
    }

    private String made(String collection, Map<String, ?> body) {
        return calls.done("loader", BASE + collection, body).id();
    }

    /** With words as its comment. It must succeed: a step that is refused leaves nothing to be found. */
    private void step(String persona, String resource, String transition, String on, Map<String, ?> more) {
        var body = new LinkedHashMap<String, Object>(more);
        body.putAll(Map.of("transition", transition, "on", on, "comment", canaries.text("步骤" + transition)));
        calls.done(persona, BASE + resource + "/transitions", body, "If-Match",
                Ordinary.tag(calls.get("reader", BASE + resource)));
    }
}
