package io.zhixing.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.access.AccessMatrix;
import io.zhixing.platform.testing.access.Call;
import io.zhixing.platform.testing.access.Neighbourhood;
import io.zhixing.platform.testing.access.Standing;
import io.zhixing.platform.testing.access.TokenAttacks;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.database.Rights;
import io.zhixing.platform.testing.database.SecondWall;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Own is the county with its money and a village's projects; the descendant is another village of it. */
@QuarkusTest
class AccessTest {

    private static final long FEN = 1_000_000;

    private final Fund fund = new Fund();
    private final City.Organization sibling = City.below(fund.city);
    private final City.Organization cousin = City.below(sibling);

    @TestFactory
    Stream<DynamicTest> access() {
        var around = new Neighbourhood(site(fund.county), site(fund.city), site(City.below(fund.county)), site(sibling),
                site(cousin), site(City.below(City.city())));
        var source = activeSource();
        var allocation = allocated(source);
        var project = fund.listedProject();
        fund.fund(project, allocation, FEN / 10).then().statusCode(200);
        String budget = fund.reader().queryParam("project", project).get(Fund.BASE + "project-budgets")
                .path("items[0].id");
        var matrix = AccessMatrix.around(around);
        sources(matrix, source);
        allocations(matrix, source, allocation);
        projects(matrix, project, allocated(source));
        budgets(matrix, budget, source);
        orders(matrix, budget);
        notices(matrix);
        objections(matrix);
        obligations(matrix);
        matrix.list("listLedgerEntries", allocation, Call.plain().query("level", "ALLOCATION"))
                .sameForAll("getLedgerDrift", Call.plain())
                .sameForAll("listProjectRules", Call.plain())
                .figures("getProjectFigures");
        return matrix.checks();
    }

    private void sources(AccessMatrix matrix, String source) {
        var draft = source();
        matrix.record("getFundSource", Call.of(source)).list("listFundSources", source)
                .record("getFundSourceBalance", Call.of(source)).record("getFundSourceTransitions", Call.of(source))
                .naming("createFundSource", Call.plain().body(sourceOfTheCounty()))
                .record("moveFundSource", step(draft, "activate", "2016-03-02").as("FUND_CASHIER"));
    }

    private void allocations(AccessMatrix matrix, String source, String allocation) {
        matrix.record("getFundAllocation", Call.of(allocation)).list("listFundAllocations", allocation)
                .record("getFundAllocationBalance", Call.of(allocation))
                .naming("allocateFunds", Call.plain().body(allocationOf(source)));
    }

    private void projects(AccessMatrix matrix, String project, String furtherAllocation) {
        var proposed = fund.propose(fund.proposal()).then().statusCode(201).extract().response();
        var assisted = fund.proposal();
        assisted.put("assistingOrganizationId", cousin.id());
        String shared = fund.as("FUND_REQUESTER", fund.city, Ids.next()).body(assisted).post(Fund.BASE + "projects")
                .then().statusCode(201).extract().path("id");
        matrix.record("getProject", Call.of(project)).list("listProjects", project)
                .record("getProject", Call.of(shared).alsoFor(Standing.COUSIN, Standing.SIBLING))   // who stands above the other side
                .record("listProjectHistory", Call.of(project)).record("getProjectTransitions", Call.of(project))
                .list("listProjectBudgets", project).list("listPerformanceTargets", project)
                .naming("proposeProject", Call.plain().body(fund.proposal()))
                .record("moveProject", step(proposed, "approve", "2016-04-20").as("FUND_APPROVER"))
                .naming("approveProjectBudget", Call.plain().body(Map.of("projectId", project, "fundAllocationId",
                        furtherAllocation, "amountFen", 1_000, "on", "2016-06-21")))
                .imports("projects", "FUND_REQUESTER",
                        "code,name,category,nature,organization,countyCode,areaCode,purposeCode,implementingUnit,planStart,planEnd,libraryYear,on,submittedOn,targetKind,targetIndicator,targetUnit,targetValue\r\n%s,示例村道路硬化,ASSISTANCE,NEW,%s,441223,441223100,ROAD,示例村委会,2016-06-01,2016-12-31,2016,2016-04-01,2016-04-05,QUANTITY,硬化村道,公里,1.2\r\n"
                                .formatted(UUID.randomUUID(), fund.village.code()));
    }

    private void budgets(AccessMatrix matrix, String budget, String source) {
        var shared = fund.listedAndAssistedBy(cousin);
        fund.fund(shared, allocated(source), 1_000).then().statusCode(200);
        String assisted = fund.reader().get(Fund.BASE + "projects/" + shared).path("budgets[0].id");
        matrix.record("getProjectBudget", Call.of(budget))
                .record("getProjectBudget", Call.of(assisted).alsoFor(Standing.COUSIN, Standing.SIBLING));
    }

    private void orders(AccessMatrix matrix, String budget) {
        var order = fund.order(budget, 500);
        var sent = fund.sentOrder(budget, 500);
        matrix.record("getDisbursement", Call.of(order)).list("listDisbursements", order)
                .record("listDisbursementLines", Call.of(order)).record("getDisbursementTransitions", Call.of(order))
                .naming("requestDisbursement",
                        Call.plain().body(Map.of("budgetId", budget, "stage", "FINAL", "amountFen", 500, "on",
                                "2016-09-01", "submittedOn", "2016-09-01", "lines", Fund.lines(500))))
                .record("moveDisbursement", Call.of(order).ifMatch(fund.tag("disbursements/" + order))
                        .body(Map.of("transition", "approve", "on", "2016-09-02")).as("FUND_APPROVER"))
                .namingLines("postBankReceipts", Call.plain().body(Map.of("fileId", "M-" + sent, "lines",
                        List.of(Fund.answer(sent, 1, "PAID", 500, sent)))), "UNKNOWN_LINE");
    }

    private void notices(AccessMatrix matrix) {
        String project = fund.propose(fund.proposal()).then().statusCode(201).extract().path("id");
        var notice = fund.clerk().body(notice(project, "VILLAGE")).post(Fund.BASE + "notices").then().statusCode(201)
                .extract().response();
        matrix.record("getNotice", Call.of(notice.path("id"))).list("listNotices", notice.path("id"))
                .record("getNoticeTransitions", Call.of(notice.path("id")))
                .naming("openNotice", Call.plain().body(notice(project, "TOWN")))
                .record("moveNotice", step(notice, "pass", "2016-04-11"));
    }

    private void objections(AccessMatrix matrix) {
        String project = fund.propose(fund.proposal()).then().statusCode(201).extract().path("id");
        String notice = fund.clerk().body(notice(project, "VILLAGE")).post(Fund.BASE + "notices").then()
                .statusCode(201).extract().path("id");
        var body = Map.of("noticeId", notice, "content", "路线与公示不符", "receivedOn", "2016-04-10");
        var objection = fund.clerk().body(body).post(Fund.BASE + "objections").then().statusCode(201).extract()
                .response();
        matrix.record("getObjection", Call.of(objection.path("id"))).list("listObjections", objection.path("id"))
                .naming("recordObjection", Call.plain().body(body))
                .record("moveObjection", Call.of(objection.path("id")).ifMatch(objection.header("ETag"))
                        .body(Map.of("transition", "dismiss", "on", "2016-04-11", "comment", "已核实，与公示一致")));
    }

    private void obligations(AccessMatrix matrix) {
        var body = Map.of("organizationId", fund.county.id(), "kind", "LAND_PENSION_RETAINED", "countyCode",
                Fund.COUNTY_CODE,
                "creditorName", "示例村", "dueFen", 1_000, "on", "2015-10-01");
        String owed = fund.cashier().body(body).post(Fund.BASE + "obligations").then().statusCode(201).extract()
                .path("id");
        matrix.record("getObligation", Call.of(owed)).list("listObligations", owed)
                .naming("recordObligation", Call.plain().body(body));
    }

    @Test
    void the_assisting_organization_sees_the_project_s_row_and_cannot_change_it() throws Exception {
        // Given
        var body = fund.proposal();
        body.put("assistingOrganizationId", cousin.id());
        String project = fund.as("FUND_REQUESTER", fund.city, Ids.next()).body(body).post(Fund.BASE + "projects")
                .then().statusCode(201).extract().path("id");
        var assisting = Database.asApplication().within(cousin.path());
        // When
        var seen = assisting.query("select id::text from project", row -> row.getString(1));
        int changed;
        try (var connection = assisting.connect(); var update = connection.createStatement()) {
            changed = update.executeUpdate("update project set name = 'x' where id = '" + project + "'");
        }
        // Then
        assertEquals(List.of(project), seen);
        assertEquals(0, changed);
        assertEquals(0, Database.asApplication().within(sibling.path() + "none/")
                .query("select id from project", row -> row.getString(1)).size());
    }

    @TestFactory
    Stream<DynamicTest> attacks() {
        return TokenAttacks.checks(Fund.BASE + "projects", () -> Tokens.grant("READER", "nowhere"));
    }

    @TestFactory
    Stream<DynamicTest> rights() {
        return Rights.checks();
    }

    @TestFactory
    Stream<DynamicTest> wall() {
        fund.order(fund.budget(1_000), 500);
        new Fund().listedProject();
        return SecondWall.of(fund.county::path).shared("project", "assisting_path")
                .shared("project_budget", "assisting_path").shared("performance_target", "assisting_path").checks();
    }

    private Map<String, Object> sourceOfTheCounty() {
        var body = new LinkedHashMap<String, Object>(Map.of("organizationId", fund.county.id(), "name", "示例资金",
                "category", "POVERTY_SPECIAL", "level", "COUNTY", "fiscalYear", 2016, "documentNo", "示例〔2016〕1号",
                "appropriationFen", FEN, "availableFrom", "2016-01-01", "availableTo", "2017-12-31", "on",
                "2016-03-01"));
        body.put("code", UUID.randomUUID().toString());
        body.put("purposes", List.of("ROAD"));
        return body;
    }

    private Response source() {
        return fund.cashier().body(sourceOfTheCounty()).post(Fund.BASE + "fund-sources").then().statusCode(201)
                .extract().response();
    }

    private String activeSource() {
        String id = source().path("id");
        fund.move(fund.cashier(), "fund-sources/" + id, "activate", "2016-03-02").then().statusCode(200);
        return id;
    }

    private Map<String, Object> allocationOf(String source) {
        return Map.of("fundSourceId", source, "organizationId", fund.county.id(), "countyCode", Fund.COUNTY_CODE,
                "documentNo", UUID.randomUUID().toString(), "amountFen", FEN / 10, "on", "2016-03-10");
    }

    private String allocated(String source) {
        return fund.cashier().body(allocationOf(source)).post(Fund.BASE + "fund-allocations").then().statusCode(201)
                .extract().path("id");
    }

    private static Map<String, Object> notice(String project, String level) {
        return Map.of("projectId", project, "kind", "PLAN", "level", level, "startsOn", "2016-04-10", "endsOn",
                "2016-04-10");
    }

    private static Call step(Response made, String step, String on) {
        return Call.of(made.path("id")).ifMatch(made.header("ETag")).body(Map.of("transition", step, "on", on));
    }

    private static Neighbourhood.Site site(City.Organization organization) {
        return new Neighbourhood.Site(organization.code(), organization.path());
    }
}
