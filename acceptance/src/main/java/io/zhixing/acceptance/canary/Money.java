package io.zhixing.acceptance.canary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A project from its draft to the payment of a person, with words at every step. */
final class Money {

    private static final String BASE = "/poverty-project/v1/";
    private static final long FEN = 100_000;

    private final Calls calls;
    private final Canaries canaries;
    private final String root;

    private Money(Calls calls, Canaries canaries, String root) {
        this.calls = calls;
        this.canaries = canaries;
        this.root = root;
    }

    static Money of(Calls calls, Canaries canaries, String root) {
        return new Money(calls, canaries, root);
    }

    void happen() {
        var allocation = allocated();
        var project = listed();
        calls.done("fund-cashier", BASE + "projects/" + project + "/transitions",
                Map.of("transition", "fund", "on", "2016-06-20", "comment", canaries.text("拨款说明"), "budgets",
                        List.of(Map.of("fundAllocationId", allocation, "amountFen", FEN))),
                "If-Match", tagOf("projects/" + project));
        paid(project);
    }

    private String allocated() {
        var source = calls.done("fund-cashier", BASE + "fund-sources", Map.ofEntries(Map.entry("organizationId", root),
                Map.entry("code", "SRC-1"), Map.entry("name", "示例资金"), Map.entry("category", "POVERTY_SPECIAL"),
                Map.entry("level", "PROVINCE"), Map.entry("fiscalYear", 2016), Map.entry("documentNo", "示例〔2016〕1号"),
                Map.entry("appropriationFen", FEN), Map.entry("availableFrom", "2016-01-01"),
                Map.entry("availableTo", "2017-12-31"), Map.entry("purposes", List.of("ROAD")),
                Map.entry("on", "2016-03-01")));
        step("fund-cashier", "fund-sources/" + source.id(), "activate", "2016-03-02");
        return calls.done("fund-cashier", BASE + "fund-allocations", Map.of("fundSourceId", source.id(),
                "organizationId", root, "countyCode", "441223", "documentNo", "示例〔2016〕2号", "amountFen", FEN, "on",
                "2016-03-10")).id();
    }

    private String listed() {
        var body = new LinkedHashMap<String, Object>(Map.ofEntries(Map.entry("code", "PRJ-1"),
                Map.entry("name", canaries.text("项目名称")), Map.entry("category", "ASSISTANCE"),
                Map.entry("nature", "NEW"), Map.entry("organizationId", root), Map.entry("countyCode", "441223"),
                Map.entry("areaCode", "441223100"), Map.entry("purposeCode", "ROAD"),
                Map.entry("implementingUnit", "示例村委会"), Map.entry("tasks", canaries.text("任务")),
                Map.entry("beneficiaries", canaries.text("受益")), Map.entry("benefitMechanism", canaries.text("机制")),
                Map.entry("planStart", "2016-06-01"), Map.entry("planEnd", "2016-12-31"),
                Map.entry("libraryYear", 2016), Map.entry("on", "2016-04-01"), Map.entry("submittedOn", "2016-04-05")));
        body.put("performanceTargets",
                List.of(Map.of("kind", "QUANTITY", "indicator", "硬化村道", "unit", "公里", "targetValue", "1.2")));
        var project = calls.done("loader", BASE + "projects", body).id();
        step("fund-approver", "projects/" + project, "approve", "2016-04-20");
        calls.done("fund-approver", BASE + "projects/" + project + "/transitions",
                Map.of("transition", "publish", "on", "2016-05-03", "noticeEndsOn", "2016-05-05"), "If-Match",
                tagOf("projects/" + project));
        var notice = calls.get("reader", BASE + "notices?project=" + project).json().path("items").path(0).path("id")
                .asText();
        var objection = calls.done("loader", BASE + "objections",
                Map.of("noticeId", notice, "content", canaries.text("异议"), "receivedOn", "2016-05-03"));
        step("fund-approver", "objections/" + objection.id(), "dismiss", "2016-05-04");
        calls.get("reader", BASE + "objections", "Accept", "text/csv");
        step("fund-approver", "projects/" + project, "list", "2016-05-12");
        return project;
    }

    private void paid(String project) {
        calls.done("fund-cashier", BASE + "obligations",
                Map.of("organizationId", root, "kind", "LAND_COMPENSATION_ARREARS", "countyCode", "441223",
                        "creditorName", canaries.text("债权单位"), "documentNo", canaries.text("欠款文号"), "dueFen", 500, "on",
                        "2015-12-01"));
        var budget = calls.get("reader", BASE + "project-budgets?project=" + project).json().path("items").path(0)
                .path("id").asText();
        var order = calls.done("loader", BASE + "disbursements",
                Map.of("budgetId", budget, "stage", "DIRECT_TO_BENEFICIARY", "amountFen", FEN, "consentDocument",
                        canaries.text("决议"), "on", "2016-09-01", "submittedOn", "2016-09-01", "lines",
                        List.of(Map.of("payeeName", canaries.name(4), "beneficiaryId", Calls.key(), "amountFen", FEN))))
                .id();
        step("fund-approver", "disbursements/" + order, "approve", "2016-09-02");
        step("fund-cashier", "disbursements/" + order, "send", "2016-09-03");
        calls.done("fund-cashier", BASE + "bank-receipts",
                Map.of("fileId", "FILE-1", "lines", List.of(Map.of("disbursementId", order, "lineNo", 1, "result",
                        "PAID", "bankRef", "REF-1", "on", "2016-09-05", "amountFen", FEN))));
        calls.get("reader", BASE + "disbursements/" + order + "/lines");
        calls.get("reader", BASE + "projects", "Accept", "application/x-ndjson");
    }

    private void step(String persona, String resource, String transition, String on) {
        calls.done(persona, BASE + resource + "/transitions", Map.of("transition", transition, "on", on, "comment",
                canaries.text("步骤" + transition)), "If-Match", tagOf(resource));
    }

    private String tagOf(String resource) {
        return Ordinary.tag(calls.get("reader", BASE + resource));
    }
}
