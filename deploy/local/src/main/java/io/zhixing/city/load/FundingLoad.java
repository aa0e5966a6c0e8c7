package io.zhixing.city.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.zhixing.city.sample.Campaign;
import io.zhixing.city.sample.Funding;
import io.zhixing.city.sample.Funding.Project;
import io.zhixing.city.sample.Organization;
import io.zhixing.city.sample.SampleCity;

/**
 * The money of the city, each step by the caller whose it is: sources and allocations, projects from the draft to their
 * budget, and the orders to the bank that settle what is owed.
 */
final class FundingLoad {

    private static final String SOURCES = "/poverty-project/v1/fund-sources";
    private static final String PROJECTS = "/poverty-project/v1/projects";
    private static final String ORDERS = "/poverty-project/v1/disbursements";
    private static final LocalDate GIVEN_ON = Campaign.FROM.plusDays(1);
    private static final int DAYS_A_STEP = 3;

    /** Who does what: nobody approves what he asked for. */
    record Callers(Api requester, Api approver, Api cashier) {}

    private final SampleCity city;
    private final Funding funding;
    private final Callers callers;
    private final Function<Organization, String> organizationId;
    private final String keyPrefix;
    private final Map<Funding.Allocation, String> allocations = new ConcurrentHashMap<>();
    private final Map<Funding.Obligation, String> obligations = new ConcurrentHashMap<>();

    FundingLoad(SampleCity city, Callers callers, Function<Organization, String> organizationId, String keyPrefix) {
        this.city = city;
        this.funding = city.funding();
        this.callers = callers;
        this.organizationId = organizationId;
        this.keyPrefix = keyPrefix;
    }

    void load(Crew crew) {
        var sources = new ConcurrentHashMap<Funding.Source, String>();
        crew.stage("资金来源", "fund sources", funding.sources(), one -> sources.put(one, source(one)));
        crew.stage("资金分配", "allocations", funding.allocations(),
                one -> allocations.put(one, allocate(one, sources.get(one.source()))));
        crew.stage("欠款", "obligations", funding.obligations(), one -> obligations.put(one, owe(one)));
        crew.stage("帮扶项目", "projects", funding.projects(), this::project);
    }

    private String source(Funding.Source one) {
        var made = callers.cashier().post(SOURCES, Body.of("organizationId", organizationId.apply(root()), "code",
                one.code(), "name", one.name(), "category", one.category(), "level", one.level(), "fiscalYear", 2016,
                "documentNo", "示例〔2016〕" + (one.index() + 1) + "号", "appropriationFen", one.appropriationFen(),
                "availableFrom", "2016-01-01", "availableTo", "2017-12-31", "purposes", List.of(one.purpose()), "on",
                Campaign.FROM.toString()), keyPrefix + "source-" + one.index(), null);
        callers.cashier().post(SOURCES + "/" + id(made) + "/transitions",
                Body.of("transition", "activate", "on", Campaign.FROM.toString()),
                keyPrefix + "source-" + one.index() + "-activate", made.etag());
        return id(made);
    }

    private String allocate(Funding.Allocation one, String source) {
        return id(callers.cashier().post("/poverty-project/v1/fund-allocations", Body.of("fundSourceId", source,
                "organizationId", organizationId.apply(one.county()), "countyCode", one.county().areaCode(),
                "documentNo",
                "示例下达〔2016〕" + (one.index() + 1) + "号", "amountFen", one.amountFen(), "on", GIVEN_ON.toString()),
                keyPrefix + "allocation-" + one.index(), null));
    }

    private String owe(Funding.Obligation one) {
        return id(callers.cashier().post("/poverty-project/v1/obligations", Body.of("organizationId",
                organizationId.apply(one.county()), "kind", one.kind(), "countyCode", one.county().areaCode(),
                "creditorName", one.creditor(), "documentNo", one.documentNo(), "dueFen", one.dueFen(), "on",
                "2015-12-01"), keyPrefix + "obligation-" + one.index(), null));
    }

    private void project(Project one) {
        var drawnUp = callers.requester().post(PROJECTS, draft(one), key(one, "draft"), null);
        var steps = PROJECTS + "/" + id(drawnUp) + "/transitions";
        var day = one.drawnUpOn();
        var tag = drawnUp.etag();
        for (var step : List.of("approve", "publish", "list")) {
            day = day.plusDays(DAYS_A_STEP);
            var move = Body.of("transition", step, "on", day.toString(), "noticeEndsOn",
                    step.equals("publish") ? day.plusDays(1).toString() : null);
            tag = callers.approver().post(steps, move, key(one, step), tag).etag();
        }
        day = day.plusDays(DAYS_A_STEP);
        callers.cashier().post(steps, Body.of("transition", "fund", "on", day.toString(), "budgets",
                one.budget().stream().map(part -> Body.of("fundAllocationId", allocations.get(part.allocation()),
                        "amountFen", part.amountFen())).toList()),
                key(one, "fund"), tag);
        if (!one.settles().isEmpty()) {
            settle(one, id(drawnUp), day);
        }
    }

    /** One order pays every creditor of the project; the bank answers line by line. */
    private void settle(Project one, String project, LocalDate fundedOn) {
        var budget = callers.requester().get("/poverty-project/v1/project-budgets?project=" + project).body()
                .path("items").path(0)
                .path("id").asText();
        var lines = new ArrayList<Map<String, Object>>();
        one.settles().forEach(owed -> lines.add(Body.of("payeeName", owed.creditor(), "obligationId",
                obligations.get(owed), "amountFen", owed.dueFen())));
        var on = fundedOn.plusDays(DAYS_A_STEP).toString();
        var requested = callers.requester().post(ORDERS, Body.of("budgetId", budget, "stage", "DIRECT_TO_BENEFICIARY",
                "amountFen", one.budgetFen(), "consentDocument", "示例决议" + one.index(), "on", on, "submittedOn", on,
                "lines", lines), key(one, "order"), null);
        var steps = ORDERS + "/" + id(requested) + "/transitions";
        var approved = callers.approver().post(steps, Body.of("transition", "approve", "on", on),
                key(one, "order-approve"), requested.etag());
        callers.cashier().post(steps, Body.of("transition", "send", "on", on), key(one, "order-send"),
                approved.etag());
        var receipts = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < one.settles().size(); i++) {
            receipts.add(Body.of("disbursementId", id(requested), "lineNo", i + 1, "result", "PAID", "bankRef",
                    one.code() + "-" + (i + 1), "on", on, "amountFen", one.settles().get(i).dueFen()));
        }
        callers.cashier().post("/poverty-project/v1/bank-receipts",
                Body.of("fileId", "BANK-" + one.code(), "lines", receipts), key(one, "receipts"), null);
    }

    private Map<String, Object> draft(Project one) {
        return Body.of("code", one.code(), "name", one.name(), "category", one.category(), "nature", "NEW",
                "organizationId", organizationId.apply(one.organization()), "countyCode",
                one.organization().areaCode().substring(0, 6), "areaCode", one.organization().areaCode(), "purposeCode",
                one.purpose(), "implementingUnit", "示例实施单位", "tasks", "示例建设任务" + one.index(), "beneficiaries", "示例受益群众",
                "benefitMechanism", "示例带动机制", "planStart", one.drawnUpOn().plusDays(30).toString(), "planEnd",
                one.drawnUpOn().plusDays(200).toString(), "libraryYear", one.drawnUpOn().getYear(), "on",
                one.drawnUpOn().toString(), "submittedOn", one.drawnUpOn().toString(), "performanceTargets",
                List.of(Body.of("kind", "QUANTITY", "indicator", "完成建设任务", "unit", "项", "targetValue", "1")));
    }

    private Organization root() {
        return city.organizations().get(0);
    }

    private String key(Project one, String step) {
        return keyPrefix + "project-" + one.index() + "-" + step;
    }

    private static String id(Api.Answer made) {
        return made.body().path("id").asText();
    }
}
