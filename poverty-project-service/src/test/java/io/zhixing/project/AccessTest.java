package io.zhixing.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.Collections;
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
    private final Orders orders = new Orders(fund);
    private final City.Organization sibling = City.county(fund.city);
    private final City.Organization cousin = City.below(sibling);

    @TestFactory
    Stream<DynamicTest> access() {
        var around = new Neighbourhood(site(fund.county), site(fund.city), site(City.below(fund.county)), site(sibling),
                site(cousin), site(City.below(City.city())));
        var source = activeSource();
        var allocation = allocated(source);
        var project = fund.listedProject();
        var budget = fund.budgetFrom(allocation, project, FEN / 10);
        var matrix = AccessMatrix.around(around);
        sources(matrix, source);
        allocations(matrix, source, allocation);
        projects(matrix, project, allocated(source));
        budgets(matrix, budget, source);
        orders(matrix, budget);
        notices(matrix);
        objections(matrix);
        obligations(matrix);
        reversals(matrix, source);
        recoveries(matrix, budget);
        returns(matrix);
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
                .record("listFundSourceHistory", Call.of(source))
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
        var assisted = fund.budgetFrom(allocated(source), fund.listedAndAssistedBy(cousin), 1_000);
        matrix.record("getProjectBudget", Call.of(budget))
                .record("getProjectBudget", Call.of(assisted).alsoFor(Standing.COUSIN, Standing.SIBLING));
    }

    private void orders(AccessMatrix matrix, String budget) {
        var order = orders.submitted(budget, 500);
        var sent = orders.sent(budget, 500);
        matrix.record("getDisbursement", Call.of(order)).list("listDisbursements", order)
                .record("listDisbursementLines", Call.of(order)).record("getDisbursementTransitions", Call.of(order))
                .record("listDisbursementHistory", Call.of(order))
                .naming("requestDisbursement",
                        Call.plain().body(Map.of("budgetId", budget, "stage", "FINAL", "amountFen", 500, "on",
                                "2016-09-01", "submittedOn", "2016-09-01", "lines", Orders.lines(500))))
                .record("moveDisbursement", Call.of(order).ifMatch(fund.tag("disbursements/" + order))
                        .body(Map.of("transition", "approve", "on", "2016-09-02")).as("FUND_APPROVER"))
                .namingLines("postBankReceipts", Call.plain().body(Map.of("fileId", "M-" + sent, "lines",
                        List.of(Orders.answer(sent, 1, "PAID", 500, sent)))), "UNKNOWN_LINE");
    }

    private void notices(AccessMatrix matrix) {
        String project = fund.propose(fund.proposal()).then().statusCode(201).extract().path("id");
        var notice = fund.clerk().body(notice(project, "VILLAGE")).post(Fund.BASE + "notices").then().statusCode(201)
                .extract().response();
        matrix.record("getNotice", Call.of(notice.path("id"))).list("listNotices", notice.path("id"))
                .record("getNoticeTransitions", Call.of(notice.path("id")))
                .record("listNoticeHistory", Call.of(notice.path("id")))
                .naming("openNotice", Call.plain().body(notice(project, "TOWN")).as("FUND_APPROVER"))
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
                .record("listObjectionHistory", Call.of(objection.path("id")))
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

    private void reversals(AccessMatrix matrix, String source) {
        var reversals = new Reversals(fund);
        var allocation = allocated(source);
        var journal = reversals.on(allocation, "ALLOCATE");
        var waiting = reversals.requested(reversals.on(allocated(source), "ALLOCATE"), "2016-03-12");
        var id = waiting.replace("reversals/", "");
        matrix.record("getLedgerJournal", Call.of(journal)).list("listLedgerJournals", allocation)
                .record("requestReversal", Call.of(journal).body(Reversals.body("2016-03-12")))
                .record("getReversal", Call.of(id)).list("listReversals", id)
                .record("getReversalTransitions", Call.of(id)).record("listReversalHistory", Call.of(id))
                .record("moveReversal", Call.of(id).ifMatch(reversals.tag(waiting))
                        .body(Map.of("transition", "confirm", "on", "2016-03-12")));
    }

    private void recoveries(AccessMatrix matrix, String budget) {
        var made = fund.cashier().body(TakingBack.body(budget, 500, "SOURCE")).post(Fund.BASE + "recoveries").then()
                .statusCode(201).extract().response();
        matrix.record("getRecovery", Call.of(made.path("id"))).list("listRecoveries", made.path("id"))
                .record("getRecoveryTransitions", Call.of(made.path("id")))
                .record("listRecoveryHistory", Call.of(made.path("id")))
                .naming("proposeRecovery", Call.plain().body(TakingBack.body(budget, 500, "SOURCE")))
                .record("moveRecovery", step(made, "confirm", "2016-09-12").as("FUND_APPROVER"));
    }

    private void returns(AccessMatrix matrix) {
        var returns = new Returns(fund);
        var waiting = returns.kept(orders.paidAndClosed(500), 500);
        var id = waiting.replace("unallocated-returns/", "");
        returns.requested(waiting);
        matrix.record("getUnallocatedReturn", Call.of(id)).list("listUnallocatedReturns", id)
                .record("getUnallocatedReturnTransitions", Call.of(id))
                .record("listUnallocatedReturnHistory", Call.of(id))
                .record("moveUnallocatedReturn", Call.of(id).ifMatch(returns.tag(waiting))
                        .body(Map.of("transition", "reopen", "on", "2016-11-16")).as("FUND_APPROVER"));
    }

    @Test
    void the_assisting_organization_sees_the_rows_of_a_project_and_changes_none() {
        // Given
        var project = fund.listedAndAssistedBy(cousin);
        fund.budgetOf(project, 1_000);
        // When
        var seen = assisted(cousin.path());
        var changed = changed(cousin.path(), project);
        // Then
        assertEquals(Collections.nCopies(3, project), seen);
        assertEquals(List.of(0, 0, 0), changed);
        assertEquals(List.of(1, 1, 1), changed(fund.village.path(), project));
        assertEquals(List.of(), assisted(sibling.path() + "none/"));
    }

    /** The project of each row that is shared with whoever assists, as far as this scope sees it. */
    private static List<String> assisted(String path) {
        return Stream.of("id from project", "project_id from project_budget", "project_id from performance_target")
                .flatMap(rows -> Database.asApplication().within(path).query("select " + rows,
                        row -> row.getString(1)).stream())
                .toList();
    }

    /** How many of these rows this scope could change; nothing is kept. */
    private static List<Integer> changed(String path, String project) {
        return Stream.of("project set name = 'x' where id", "project_budget set version = 2 where project_id",
                "performance_target set indicator = 'x' where project_id").map(change -> {
                    try (var connection = Database.asApplication().within(path).connect();
                            var update = connection.prepareStatement("update " + change + " = ?::uuid")) {
                        connection.setAutoCommit(false);
                        update.setString(1, project);
                        return update.executeUpdate();
                    } catch (SQLException failure) {
                        throw new AssertionError(change, failure);
                    }
                }).toList();
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
        var own = new Fund();
        var budget = own.budget(1_000);
        new Orders(own).submitted(budget, 500);
        new TakingBack(own).proposed(budget, 500, "ALLOCATION");
        // Cities whose paths lie before and behind the own one: whoever assists there is beyond either bound of a policy.
        for (var other : List.of(fund, new Fund())) {
            other.budgetOf(other.listedAndAssistedBy(City.below(other.city)), 1_000);
        }
        return SecondWall.of(own.county::path).shared("project", "assisting_path")
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
