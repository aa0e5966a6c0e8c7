package io.zhixing.project;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhixing.platform.testing.contract.Answer;
import io.zhixing.platform.testing.contract.SetUp;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;

/** A city of its own with a county, a village and the people who handle its money; every call goes through the API. */
final class Fund {

    static final String BASE = "/poverty-project/v1/";
    static final String COUNTY_CODE = "441223";

    final City.Organization city;
    final City.Organization county;
    final City.Organization village;
    private final UUID clerk = Ids.next();
    private final UUID cashier = Ids.next();
    final Handler villageClerk;
    final Handler countyClerk;
    final Handler approver;
    final Handler cityCashier;
    final Handler acceptor;

    Fund() {
        this(City.city());
    }

    private Fund(City.Organization city) {
        this(city, City.county(city));
    }

    private Fund(City.Organization city, City.Organization county) {
        this(city, county, City.below(county));
    }

    /** In a tree of another depth. */
    Fund(City.Organization city, City.Organization county, City.Organization village) {
        this.city = city;
        this.county = county;
        this.village = village;
        this.villageClerk = new Handler("FUND_REQUESTER", village, clerk);
        this.countyClerk = new Handler("FUND_REQUESTER", county, clerk);
        this.approver = new Handler("FUND_APPROVER", county, Ids.next());
        this.cityCashier = new Handler("FUND_CASHIER", city, cashier);
        this.acceptor = new Handler("PROJECT_ACCEPTOR", county, Ids.next());
    }

    RequestSpecification as(String role, City.Organization at, UUID person) {
        return new Handler(role, at, person).call();
    }

    RequestSpecification clerk() {
        return villageClerk.call();
    }

    /** Draws up orders that settle what the county owes: those obligations are the county's. */
    RequestSpecification countyClerk() {
        return countyClerk.call();
    }

    RequestSpecification approver() {
        return approver.call();
    }

    RequestSpecification cashier() {
        return cityCashier.call();
    }

    RequestSpecification acceptor() {
        return acceptor.call();
    }

    RequestSpecification supervisor() {
        return as("SUPERVISOR", city, cashier);
    }

    RequestSpecification reader() {
        return given().auth().oauth2(Tokens.of("READER", city.code()));
    }

    /** The clerk with the approver's role as well: one person, two hats. */
    RequestSpecification clerkWithTwoHats() {
        return withTwoHats(clerk);
    }

    RequestSpecification withTwoHats(UUID person) {
        return given()
                .auth().oauth2(Tokens.grant("FUND_REQUESTER", village.code()).and("FUND_APPROVER", county.code())
                        .member(person).token())
                .contentType(ContentType.JSON).header("Idempotency-Key", UUID.randomUUID().toString());
    }

    // Sources and allocations ----------------------------------------------------------------------------------

    Map<String, Object> sourceBody(String category, long fen, String... purposes) {
        return new LinkedHashMap<>(Map.ofEntries(Map.entry("organizationId", city.id()),
                Map.entry("code", UUID.randomUUID().toString()), Map.entry("name", "示例资金"),
                Map.entry("category", category), Map.entry("level", "PROVINCE"), Map.entry("fiscalYear", 2016),
                Map.entry("documentNo", "示例〔2016〕1号"), Map.entry("appropriationFen", fen),
                Map.entry("availableFrom", "2016-01-01"), Map.entry("availableTo", "2099-12-31"),
                Map.entry("purposes", List.of(purposes)), Map.entry("on", "2016-03-01")));
    }

    String draftSource(String category, long fen, String... purposes) {
        return cityCashier.makes("fund-sources", sourceBody(category, fen, purposes));
    }

    /** An active source with this much money, for roads. */
    String source(long fen) {
        return source("POVERTY_SPECIAL", fen, "ROAD");
    }

    String source(String category, long fen, String... purposes) {
        var id = draftSource(category, fen, purposes);
        taken(cityCashier, "fund-sources/" + id, "activate", "2016-03-02");
        return id;
    }

    Response allocate(String source, String countyCode, Object fen) {
        return allocate(source, countyCode, "2016-03-10", fen);
    }

    Response allocateOn(String source, String on, Object fen) {
        return allocate(source, COUNTY_CODE, on, fen);
    }

    private Response allocate(String source, String countyCode, String on, Object fen) {
        return cashier().body(allocationBody(source, countyCode, on, fen)).post(BASE + "fund-allocations");
    }

    private Map<String, Object> allocationBody(String source, String countyCode, String on, Object fen) {
        return Map.of("fundSourceId", source, "organizationId", county.id(), "countyCode", countyCode, "documentNo",
                UUID.randomUUID().toString(), "amountFen", fen, "on", on);
    }

    String allocation(String source, long fen) {
        return cityCashier.makes("fund-allocations", allocationBody(source, COUNTY_CODE, "2016-03-10", fen));
    }

    // Projects -------------------------------------------------------------------------------------------------

    Map<String, Object> proposal() {
        var body = new LinkedHashMap<String, Object>();
        body.put("code", UUID.randomUUID().toString());
        body.put("name", "示例村道路硬化");
        body.put("category", "ASSISTANCE");
        body.put("nature", "NEW");
        body.put("organizationId", village.id());
        body.put("countyCode", COUNTY_CODE);
        body.put("areaCode", "441223100");
        body.put("purposeCode", "ROAD");
        body.put("implementingUnit", "示例村委会");
        body.put("tasks", "硬化村道");
        body.put("beneficiaries", "全村农户");
        body.put("benefitMechanism", "改善出行");
        body.put("planStart", "2016-06-01");
        body.put("planEnd", "2016-12-31");
        body.put("libraryYear", 2016);
        body.put("on", "2016-04-01");
        body.put("submittedOn", "2016-04-05");
        body.put("performanceTargets", List.of(
                Map.of("kind", "QUANTITY", "indicator", "硬化村道", "unit", "公里", "targetValue", "1.2")));
        return body;
    }

    Response propose(Map<String, Object> body) {
        return clerk().body(body).post(BASE + "projects");
    }

    /** A project in the library since 2016-05-12. */
    String listedProject() {
        return listed(proposal());
    }

    String listed(Map<String, Object> body) {
        return listed(villageClerk, body);
    }

    /** Such a project in which another organization assists; whoever draws it up sees both. */
    String listedAndAssistedBy(City.Organization other) {
        var body = proposal();
        body.put("assistingOrganizationId", other.id());
        return listed(new Handler("FUND_REQUESTER", city, Ids.next()), body);
    }

    private String listed(Handler proposer, Map<String, Object> body) {
        var id = proposer.makes("projects", body);
        taken(approver, "projects/" + id, "approve", "2016-04-20");
        taken(approver, "projects/" + id, "publish", "2016-05-03");
        taken(approver, "projects/" + id, "list", "2016-05-12");
        return id;
    }

    Response fund(String project, String allocation, long fen) {
        return moveWith(cashier(), "projects/" + project, funding(allocation, fen));
    }

    static Map<String, Object> funding(String allocation, long fen) {
        return Map.of("transition", "fund", "on", "2016-06-20", "budgets",
                List.of(Map.of("fundAllocationId", allocation, "amountFen", fen)));
    }

    /** The project, funded on 2016-06-20 from a source of its own. */
    String funded(String project, long fen) {
        fund(project, allocation(source(fen), fen), fen).then().statusCode(200);
        return project;
    }

    static Response approveBudget(RequestSpecification caller, String project, String allocation, long fen) {
        return caller.body(Map.of("projectId", project, "fundAllocationId", allocation, "amountFen", fen, "on",
                "2016-06-21")).post(BASE + "project-budgets");
    }

    /** The budget of a project that was funded on 2016-06-20 with this much from a source of its own. */
    String budget(long fen) {
        return budgetOf(listedProject(), fen);
    }

    String budgetOf(String project, long fen) {
        return budgetFrom(allocation(source(fen), fen), project, fen);
    }

    /** The first budget of a project, of 2016-06-20. */
    String budgetFrom(String allocation, String project, long fen) {
        taken(cityCashier, "projects/" + project, funding(allocation, fen));
        return read("project-budgets?project=" + project).json().at("/items/0/id").asText();
    }

    long available(String budget) {
        var found = reader().get(BASE + "project-budgets").then().extract().jsonPath();
        return found.getLong("items.find { it.id == '" + budget + "' }.availableFen");
    }

    /** What a source or an allocation still has, in fen. */
    long left(String resource) {
        return cashier().get(BASE + resource + "/balance").then().statusCode(200).extract().jsonPath()
                .getLong("availableFen");
    }

    /** What the county owes a village. */
    String obligation(String kind, long fen) {
        return obligation(kind, county, COUNTY_CODE, fen);
    }

    String obligation(String kind, City.Organization owner, String countyCode, long fen) {
        return cityCashier.makes("obligations", Map.of("organizationId", owner.id(), "kind", kind, "countyCode",
                countyCode, "creditorName", "示例村", "dueFen", fen, "on", "2015-10-01"));
    }

    // Steps ----------------------------------------------------------------------------------------------------

    Response move(RequestSpecification caller, String resource, String step, String on) {
        return moveWith(caller, resource, Map.of("transition", step, "on", on));
    }

    Response moveWith(RequestSpecification caller, String resource, Map<String, Object> body) {
        return moveFrom(tag(resource), caller, resource, body);
    }

    /** @param tag of the version that he has read, as everybody may have who takes a step at the same time */
    Response moveFrom(String tag, RequestSpecification caller, String resource, Map<String, Object> body) {
        return caller.header("If-Match", tag).body(body).post(BASE + resource + "/transitions");
    }

    String tag(String resource) {
        return read(resource).etag();
    }

    /** A step that a test needs taken. */
    void taken(Handler by, String resource, String step, String on) {
        taken(by, resource, Map.of("transition", step, "on", on));
    }

    void taken(Handler by, String resource, Map<String, Object> move) {
        by.takes(resource, tag(resource), move);
    }

    private Answer read(String resource) {
        return SetUp.by(Tokens.of("READER", city.code())).get(BASE + resource);
    }

    String state(String resource) {
        return reader().get(BASE + resource).then().statusCode(200).extract().path("state");
    }

    static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", is(code));
    }

    Response figures() {
        return figures("2016-02-28", "2017-04-26");
    }

    Response figures(String from, String to) {
        return reader().queryParam("organization", city.id()).queryParam("from", from).queryParam("to", to)
                .get(BASE + "figures");
    }

    static String value(Response figures, String code) {
        return figures.then().statusCode(200).extract().path("figures.find { it.code == '" + code + "' }.value");
    }

    static String records(Response figures, String code) {
        return figures.then().extract().path("figures.find { it.code == '" + code + "' }.records");
    }
}
