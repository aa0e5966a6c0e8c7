package io.zhixing.organization;

import static io.restassured.RestAssured.given;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhixing.platform.testing.contract.Answer;
import io.zhixing.platform.testing.contract.SetUp;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.token.Tokens;
import org.hamcrest.Matchers;

/** What tests need in the register, made through the API. Every call makes something new. */
final class Register {

    static final String DIVISIONS = "/organization/v1/divisions";
    static final String ORGANIZATIONS = "/organization/v1/organizations";
    static final String MEMBERS = "/organization/v1/members";
    static final String POSTS = "/organization/v1/posts";
    static final String GROUPS = "/organization/v1/party-groups";
    static final String TRANSFERS = "/organization/v1/membership-transfers";
    static final String TERMS = "/organization/v1/committee-terms";
    static final String ELECTIONS = "/organization/v1/term-elections";
    static final String ROOT = "001";
    static final String CITY = "441200";
    static final LocalDate SET_UP = LocalDate.of(2010, 7, 1);

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static String root;
    /** The number of each parent's last child: a level of a code has three digits. */
    private static final Map<String, AtomicInteger> CHILDREN = new ConcurrentHashMap<>();

    private Register() {}

    record Organization(String id, String code, String etag) {}

    static String officer() {
        return Tokens.grant("CAMPAIGN_OFFICER", ROOT).and("SYSTEM_CLIENT", ROOT).token();
    }

    static SetUp setUp() {
        return SetUp.by(officer());
    }

    /** Made by the first who asks. */
    static synchronized String rootId() {
        if (root == null) {
            root = foundRoot();
        }
        return root;
    }

    private static String foundRoot() {
        post(DIVISIONS, "{\"code\":\"%s\",\"name\":\"肇庆市\",\"level\":\"CITY\"}".formatted(CITY));
        post(ORGANIZATIONS, organization(ROOT, "LOCAL_COMMITTEE", null));
        return setUp().get(ORGANIZATIONS + "?code=" + ROOT).json().at("/items/0/id").asText();
    }

    /** A primary committee below the root. */
    static Organization committee() {
        return below(new Organization(rootId(), ROOT, null), "PRIMARY_COMMITTEE");
    }

    static Organization branch() {
        return below(committee(), "BRANCH");
    }

    static Organization below(Organization parent, String type) {
        return below(parent, type, SET_UP.toString());
    }

    static Organization below(Organization parent, String type, String establishedOn) {
        var code = codeBelow(parent);
        var made = setUp().post(ORGANIZATIONS,
                organization(code, type, parent.id()).with("establishedOn", establishedOn));
        return new Organization(made.id(), code, made.etag());
    }

    static String codeBelow(Organization parent) {
        return parent.code() + "%03d"
                .formatted(CHILDREN.computeIfAbsent(parent.code(), code -> new AtomicInteger()).incrementAndGet());
    }

    static Body organization(String code, String type, String parentId) {
        var body = new Body().with("code", code).with("name", "示例 " + code).with("type", type)
                .with("areaCode", CITY).with("establishedOn", SET_UP.toString());
        return parentId == null ? body : body.with("parentId", parentId);
    }

    static Response post(String path, Object body) {
        return post(officer(), path, body);
    }

    static Response post(String token, String path, Object body) {
        return given().auth().oauth2(token).contentType(ContentType.JSON).body(body.toString()).post(path);
    }

    static Response get(String token, String path) {
        return given().auth().oauth2(token).urlEncodingEnabled(false).get(path);
    }

    /** A full member, on the roll since the day the branch was set up. */
    static String member(Organization branch) {
        return setUp().post(MEMBERS, MemberText.full(branch.id())).id();
    }

    static String path(Organization organization) {
        return Database.asOwner().query("select organization_path from party_organization where id = ?::uuid",
                row -> row.getString(1), organization.id()).get(0);
    }

    static String memberAddress(String member) {
        return MEMBERS + "/" + member;
    }

    /** A member on probation since that day. */
    static String probationer(Organization branch, String since) {
        return setUp().post(MEMBERS, MemberText.full(branch.id()).with("memberType", "PROBATIONARY")
                .without("fullSince").with("joinedOn", since).with("onRollFrom", since)).id();
    }

    static Body transfer(String member, Organization receiver) {
        return new Body().with("memberId", member).with("receiver", receiver.code()).with("reason", "工作调动")
                .with("on", "2016-03-01");
    }

    static Body term(Organization organization, int number, String electedOn, int years) {
        return new Body().with("organizationId", organization.id()).raw("number", "" + number)
                .with("electedOn", electedOn).raw("years", "" + years);
    }

    static Body election(Organization organization, String on, int seats) {
        return new Body().with("organizationId", organization.id()).with("kind", "REGULAR").with("on", on)
                .with("plannedOn", on).raw("seats", "" + seats).raw("years", "3");
    }

    static Body groupOf(Organization branch, String name) {
        return new Body().with("organizationId", branch.id()).with("name", name).with("formedOn", "2012-03-01");
    }

    static Response group(Organization branch, String name) {
        var answer = post(GROUPS, groupOf(branch, name));
        answer.then().statusCode(201);
        return answer;
    }

    static Body secretary(String member, Organization organization, String from) {
        return new Body().with("memberId", member).with("organizationId", organization.id()).with("post", "SECRETARY")
                .with("from", from).with("basis", "ELECTED");
    }

    static Response activate(Organization organization, String etag, String on) {
        return move(officer(), ORGANIZATIONS + "/" + organization.id(), etag, "activate", on);
    }

    static Response move(String token, String resource, String etag, String step, String on) {
        return given().auth().oauth2(token).contentType(ContentType.JSON).header("If-Match", etag)
                .body("{\"transition\":\"%s\",\"on\":\"%s\"}".formatted(step, on)).post(resource + "/transitions");
    }

    /** A step with more than its day. */
    static Response step(String token, String resource, String etag, Body move) {
        return given().auth().oauth2(token).contentType(ContentType.JSON).header("If-Match", etag)
                .body(move.toString()).post(resource + "/transitions");
    }

    /** A step that a test needs taken, from the version that stands now. */
    static Answer taken(String token, String resource, Body move) {
        return taken(token, resource, tag(resource), move);
    }

    static Answer taken(String token, String resource, String etag, Body move) {
        return SetUp.by(token).with("If-Match", etag).post(resource + "/transitions", move);
    }

    static Body stepOf(String transition, String on) {
        return new Body().with("transition", transition).with("on", on);
    }

    static Response patch(String token, String resource, String etag, Body body) {
        return given().auth().oauth2(token).contentType(ContentType.JSON).header("If-Match", etag)
                .body(body.toString()).patch(resource);
    }

    static Response put(String token, String resource, String etag, Body body) {
        return given().auth().oauth2(token).contentType(ContentType.JSON).header("If-Match", etag)
                .body(body.toString()).put(resource);
    }

    /** The present version's tag of a resource. */
    static String tag(String resource) {
        return setUp().get(resource).etag();
    }

    static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).contentType("application/problem+json").body("code", Matchers.is(code));
    }

    static int next() {
        return NEXT.incrementAndGet();
    }
}
