package io.zhixing.acceptance.faults;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.zhixing.city.load.Api;
import io.zhixing.city.sample.Organization;

/**
 * A source of money with plenty left to allocate, and the budget of one project, made through the interface in eight
 * calls: the sample city's money is a thousand.
 */
public record Purse(String source, String budget) {

    private static final LocalDate DAY = LocalDate.of(2016, 3, 1);
    private static final long APPROPRIATED_FEN = 1_000_000_000;
    private static final long ALLOCATED_FEN = 100_000_000;
    private static final long BUDGETED_FEN = 10_000_007;
    private static final String SERVICE = "/poverty-project/v1";

    /** @param callers the interface as a persona of this name calls it */
    static Purse fill(Function<String, Api> callers, Organization county, String countyId) {
        var cashier = callers.apply("fund-cashier");
        var source = post(cashier, "/fund-sources", "source", null, body("organizationId", countyId, "code", "F-01",
                "name", "示例专项资金", "category", "POVERTY_SPECIAL", "level", "PROVINCE", "fiscalYear", 2016, "documentNo",
                "示例〔2016〕1号", "appropriationFen", APPROPRIATED_FEN, "availableFrom", "2016-01-01", "availableTo",
                "2017-12-31", "purposes", List.of("ASSISTANCE"), "on", DAY.toString()));
        post(cashier, "/fund-sources/" + id(source) + "/transitions", "activate", source.etag(),
                body("transition", "activate", "on", DAY.toString()));
        var allocation = post(cashier, "/fund-allocations", "allocation", null, body("fundSourceId", id(source),
                "organizationId", countyId, "countyCode", county.areaCode(), "documentNo", "示例下达〔2016〕1号", "amountFen",
                ALLOCATED_FEN, "on", DAY.plusDays(1).toString()));
        var project = post(callers.apply("loader"), "/projects", "project", null, body("code", "F-00001", "name",
                "示例帮扶项目", "category", "ASSISTANCE", "nature", "NEW", "organizationId", countyId, "countyCode",
                county.areaCode(), "areaCode", county.areaCode(), "purposeCode", "ASSISTANCE", "implementingUnit",
                "示例实施单位", "tasks", "示例建设任务", "beneficiaries", "示例受益群众", "benefitMechanism", "示例带动机制", "planStart",
                DAY.plusDays(30).toString(), "planEnd", DAY.plusDays(200).toString(), "libraryYear", DAY.getYear(),
                "on", DAY.toString(), "submittedOn", DAY.toString(), "performanceTargets", List.of(Map.of("kind",
                        "QUANTITY", "indicator", "完成建设任务", "unit", "项", "targetValue", "1"))));
        var steps = "/projects/" + id(project) + "/transitions";
        var approver = callers.apply("fund-approver");
        var approved = post(approver, steps, "approve", project.etag(),
                body("transition", "approve", "on", DAY.plusDays(3).toString()));
        var published = post(approver, steps, "publish", approved.etag(), body("transition", "publish", "on",
                DAY.plusDays(6).toString(), "noticeEndsOn", DAY.plusDays(7).toString()));
        var listed = post(approver, steps, "list", published.etag(),
                body("transition", "list", "on", DAY.plusDays(9).toString()));
        post(cashier, steps, "fund", listed.etag(), body("transition", "fund", "on", DAY.plusDays(12).toString(),
                "budgets", List.of(Map.of("fundAllocationId", id(allocation), "amountFen", BUDGETED_FEN))));
        var budget = callers.apply("reader").get(SERVICE + "/project-budgets?project=" + id(project)).body();
        return new Purse(id(source), budget.path("items").path(0).path("id").asText());
    }

    private static Api.Answer post(Api caller, String path, String key, String tag, Map<String, ?> body) {
        return caller.post(SERVICE + path, body, "purse-" + key, tag);
    }

    private static String id(Api.Answer made) {
        return made.body().path("id").asText();
    }

    private static Map<String, Object> body(Object... namesAndValues) {
        var body = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return body;
    }
}
