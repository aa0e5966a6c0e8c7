package io.zhixing.organization;

import static io.zhixing.organization.Register.stepOf;

import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.access.AccessMatrix;
import io.zhixing.platform.testing.access.Call;
import io.zhixing.platform.testing.access.Neighbourhood;
import io.zhixing.platform.testing.access.TokenAttacks;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.database.Rights;
import io.zhixing.platform.testing.database.SecondWall;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The records stand on a branch below the own committee; the descendant is another branch of it. */
@QuarkusTest
class AccessTest {

    private static final String REVEAL = """
            {"fields":["ID_NUMBER"],"purpose":"IDENTITY_CHECK","reason":"核对转接函〔2017〕12"}""";

    private Register.Organization county;
    private Register.Organization own;
    private Register.Organization branch;
    private Register.Organization unheaded;

    @BeforeEach
    void settle() {
        county = Register.committee();
        own = Register.below(county, "PRIMARY_COMMITTEE");
        branch = Register.below(own, "BRANCH");
        unheaded = Register.below(own, "BRANCH");
    }

    @TestFactory
    Stream<DynamicTest> access() {
        var sibling = Register.below(county, "PRIMARY_COMMITTEE");
        var around = new Neighbourhood(site(own), site(county), site(Register.below(own, "BRANCH")), site(sibling),
                site(Register.below(sibling, "BRANCH")), site(Register.committee()));
        var member = Register.member(branch);
        Register.member(branch);
        Register.member(branch);
        var post = Register.post(Register.POSTS, Register.secretary(member, branch, "2013-01-01"));
        post.then().statusCode(201);
        var candidate = Register.member(unheaded);
        var matrix = AccessMatrix.around(around);
        structure(matrix);
        members(matrix, member);
        posts(matrix, post.path("id"), post.header("ETag"), candidate);
        MembershipAccess.life(matrix, branch);
        MembershipAccess.transfers(matrix, branch, unheaded);
        MembershipAccess.terms(matrix, branch, unheaded);
        MembershipAccess.dues(matrix, branch, unheaded);
        MembershipAccess.away(matrix, branch, unheaded);
        MembershipAccess.screening(matrix, own);
        CampaignAccess.campaigns(matrix, own);
        CampaignAccess.keyTasks(matrix, own, branch);
        CampaignAccess.documents(matrix, own, branch);
        var root = new Neighbourhood.Site(Register.ROOT, "/0001/");
        var neighbour = Register.committee();
        matrix.thenAround(new Neighbourhood(site(county), root, site(own), site(neighbour),
                site(Register.below(neighbour, "BRANCH")), site(Register.committee())));
        MembershipAccess.runs(matrix, county);
        var proposed = Register.post(Dues.RATE_TABLES, Dues.rates(Dues.freshDay())).<String>path("id");
        return matrix.thenAround(new Neighbourhood(root, root, site(own), site(county), site(branch), site(sibling)))
                .rootAlone("registerDivision", Call.plain().body(
                        "{\"code\":\"%s\",\"name\":\"肇庆市\",\"level\":\"CITY\"}".formatted(Register.CITY)))
                .rootAlone("setDivisionValidity", Call.plain().path("code", Register.CITY)
                        .ifMatch(Register.tag(Register.DIVISIONS + "/" + Register.CITY))
                        .body("{\"validFrom\":\"1988-01-07\"}"))
                .rootAlone("proposeDuesRateTable", Call.plain().body(Dues.rates(Dues.freshDay()).toString()))
                .rootAlone("moveDuesRateTable", Call.of(proposed).ifMatch("\"v1\"")
                        .body(stepOf("withdraw", "2016-01-12").toString()))
                .checks();
    }

    private void structure(AccessMatrix matrix) {
        var fresh = Register.codeBelow(own);
        var turned = Turn.emptyBranch(own);
        matrix.sameForAll("listDivisions", Call.plain())
                .sameForAll("getDivision", Call.plain().path("code", Register.CITY))
                .record("getOrganization", Call.of(branch.id()))
                .list("listOrganizations", branch.id())
                .list("lookUpOrganizations", branch.id(), Call.plain().body(ids(branch.id())))
                .naming("createOrganization",
                        Call.plain().body(Register.organization(fresh, "BRANCH", own.id()).toString()))
                .record("getOrganizationTransitions", Call.of(branch.id()))
                .record("moveOrganization", Call.of(branch.id()).ifMatch(branch.etag())
                        .body("{\"transition\":\"activate\",\"on\":\"2011-01-04\"}"))
                .record("listOrganizationHistory", Call.of(branch.id()))
                .record("listOrganizationChanges", Call.of(branch.id()))
                .record("listOrganizationPeriods", Call.of(branch.id()))
                .record("listOrganizationSubtree", Call.of(branch.id()))
                .record("listOrganizationChildren", Call.of(branch.id()))
                .record("listOrganizationAncestors", Call.of(branch.id()))
                .list("listRegisterChanges", branch.id(), Call.plain().query("limit", 200))
                .list("listCompliance", branch.id(), Call.plain().path("rule", "BRANCH_KEEPS_FULL_MEMBERS"))
                .record("getOrganizationChecks", Call.of(branch.id()))
                .record("getOrganizationStanding", Call.of(branch.id()))
                .sameForAll("listOrganizationRules", Call.plain())
                .sameForAll("listNationalCodes", Call.plain())
                .list("searchOrganizations", branch.id(), Call.plain().query("name", "示例"))
                .record("listOrganizationRoll", Call.of(branch.id()))
                .list("listOrganizationTurns", turned.id())
                .naming("getYearlyStatistics", Call.plain().query("organization", own.id()).query("year", 2016))
                .naming("getRegisterCounts", Call.plain().query("organization", own.id()))
                .figures("getOrganizationFigures")
                .imports("organizations", "CAMPAIGN_OFFICER",
                        "组织编码,名称,类型,区划代码,上级编码,成立日期\r\n%s,示例,党支部,%s,%s,2010-07-01\r\n"
                                .formatted(Register.codeBelow(own), Register.CITY, own.code()));
    }

    private void members(AccessMatrix matrix, String member) {
        var text = MemberText.full(branch.id());
        var other = Register.post(Register.MEMBERS, text);
        matrix.record("getMember", Call.of(member))
                .list("listMembers", member)
                .list("searchMembers", member, Call.plain().body("{\"name\":\"示例\"}"))
                .list("lookUpMembers", member, Call.plain().body(ids(member)))
                .list("lookUpIdNumber", other.<String>path("id"),
                        Call.plain().body("{\"idNumber\":\"%s\"}".formatted(text.get("idNumber"))))
                .record("revealMember", Call.of(member).body(REVEAL))
                .record("listReveals", Call.of(member))
                .naming("enrolMember", Call.plain().body(MemberText.full(branch.id()).toString()))
                .imports("members", "CAMPAIGN_OFFICER", row());
    }

    private void posts(AccessMatrix matrix, String post, String tag, String candidate) {
        var other = Register.post(Register.POSTS,
                Register.secretary(candidate, unheaded, "2012-01-01").with("post", "PUBLICITY_COMMISSIONER"));
        matrix.record("getPost", Call.of(post))
                .list("listPosts", post)
                .naming("takePost",
                        Call.plain().body(Register.secretary(candidate, unheaded, "2014-01-01").toString()))
                .record("getPostTransitions", Call.of(post))
                .record("movePost", Call.of(post).ifMatch(tag).body("{\"transition\":\"leave\",\"on\":\"2015-01-01\"}"))
                .record("listPostHistory", Call.of(post))
                .record("correctPost", Call.of(other.path("id")).ifMatch(other.header("ETag"))
                        .body("{\"reason\":\"日期有误\",\"from\":\"2012-02-01\"}"));
    }

    @TestFactory
    Stream<DynamicTest> attacks() {
        return TokenAttacks.checks(Register.ORGANIZATIONS, () -> Tokens.grant("READER", branch.code()));
    }

    @TestFactory
    Stream<DynamicTest> rights() {
        return Rights.checks();
    }

    @TestFactory
    Stream<DynamicTest> wall() {
        Register.member(branch);
        Register.member(unheaded);
        var path = site(branch).path();
        return SecondWall.of(() -> path).shared("membership_transfer", "receiver_path")
                .shared("floating_member", "host_path").shared("residence_registration", "residence_path")
                .downward("screening").downward("campaign").downward("campaign_body")
                .downward("campaign_action").downward("key_task").downward("campaign_document")
                .downward("local_dues_amount").checks();
    }

    private String row() {
        var member = MemberText.full(branch.id());
        return "memberNumber,name,idNumber,sexCode,ethnicityCode,birthDate,memberType,joinedOn,fullSince,organizationCode,onRollFrom\r\n%s,示例党员,%s,1,01,%s,FULL,1925-07-01,1926-07-01,%s,2010-07-01\r\n"
                .formatted(member.get("memberNumber"), member.get("idNumber"), member.get("birthDate"), branch.code());
    }

    private static String ids(String id) {
        return "{\"ids\":[\"" + id + "\"]}";
    }

    private static Neighbourhood.Site site(Register.Organization organization) {
        var path = Database.asOwner().query("select organization_path from party_organization where id = ?::uuid",
                row -> row.getString(1), organization.id()).get(0);
        return new Neighbourhood.Site(organization.code(), path);
    }
}
