package io.zhixing.organization;

import static io.zhixing.organization.Away.FLOATING;
import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.ORGANIZATIONS;
import static io.zhixing.organization.Register.POSTS;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the regulation says of temporary, joint and floating branches, and of committees small and large. */
@QuarkusTest
class BranchKindTest {

    private static final String DAY = "2019-12-31";

    private Register.Organization committee;

    @BeforeEach
    void settle() {
        committee = Register.committee();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADMISSIONS", "DISCIPLINE", "DUES", "ELECTIONS"})
    void what_a_temporary_branch_generally_does_not_do_is_done_and_listed(String what) {
        // Given
        var temporary = active(branch("TEMPORARY"));
        var standard = active(branch("STANDARD"));
        var rule = "TEMPORARY_BRANCH_WITHOUT_" + what;
        var before = compliance(rule, "");
        // When
        done(what, temporary);
        done(what, standard);
        // Then
        before.then().body("items.organizationId", is(List.of(temporary.id()))).body("items.verdict",
                is(List.of("MET")));
        compliance(rule, "&verdict=NOT_MET&count=true").then().body("items.organizationId",
                is(List.of(temporary.id()))).body("items[0].present", is(1)).body("items[0].needed", is(0))
                .body("items[0].severity", is("WARNING")).body("items[0].certainty", is("A")).body("total", is(1));
        Register.get(officer(), "/organization/v1/compliance/" + rule + "?on=2017-12-31&organization="
                + committee.id()).then().body("items", empty());
    }

    @Test
    void a_joint_branch_names_its_units_and_more_than_five_are_listed() {
        // Given
        var joint = active(branch("JOINT", units(6)));
        var small = active(branch("JOINT", units(5)));
        active(branch("STANDARD"));
        // When
        var judged = compliance("JOINT_BRANCH_MOST_UNITS", "");
        var fewer = Turn.of(joint, "change-type", "2019-03-01", Turn.because("调整").raw("coveredUnits", units(4)));
        // Then
        Register.get(officer(), ORGANIZATIONS + "/" + small.id()).then().body("coveredUnits.size()", is(5));
        judged.then().body("items.organizationId", is(List.of(joint.id(), small.id())))
                .body("items.verdict", is(List.of("NOT_MET", "MET"))).body("items.present", is(List.of(6, 5)));
        fewer.then().statusCode(200).body("coveredUnits.size()", is(4)).body("kind", is("JOINT"));
        Register.get(officer(), ORGANIZATIONS + "?organization=" + joint.id()).then()
                .body("items[0].coveredUnits.size()", is(4));
    }

    @Test
    void a_floating_branch_needs_the_organization_it_comes_from_and_the_area_it_is_in() {
        // Given
        var body = Register.organization(Register.codeBelow(committee), "BRANCH", committee.id()).with("kind",
                "FLOATING_MEMBERS");
        var before = Stored.below(committee);
        // When
        var bare = Register.post(ORGANIZATIONS, body);
        var withoutArea = Register.post(ORGANIZATIONS, body.with("originOrganizationId", committee.id()));
        var unchanged = Stored.below(committee);
        var whole = Register.post(ORGANIZATIONS, body.with("hostArea", "某市某区"));
        // Then
        refused(bare, 422, "FLOATING_BRANCH_WITHOUT_ORIGIN");
        refused(withoutArea, 422, "FLOATING_BRANCH_WITHOUT_ORIGIN");
        assertEquals(before, unchanged);
        whole.then().statusCode(201).body("originOrganizationId", is(committee.id())).body("hostArea", is("某市某区"));
    }

    @Test
    void a_branch_becomes_a_floating_one_only_with_both() {
        // Given
        var branch = active(branch("STANDARD"));
        var tag = Turn.etag(branch);
        // When
        var bare = Turn.of(branch, "change-type", "2019-03-01", Turn.because("外出").with("kind", "FLOATING_MEMBERS"));
        var unchanged = Turn.etag(branch);
        var whole = Turn.of(branch, "change-type", "2019-03-01", Turn.because("外出").with("kind", "FLOATING_MEMBERS")
                .with("originOrganizationId", committee.id()).with("hostArea", "某市某区"));
        // Then
        refused(bare, 422, "FLOATING_BRANCH_WITHOUT_ORIGIN");
        assertEquals(tag, unchanged);
        whole.then().statusCode(200).body("kind", is("FLOATING_MEMBERS")).body("hostArea", is("某市某区"));
    }

    @Test
    void a_project_names_its_temporary_branch_until_it_becomes_a_standing_one() {
        // Given
        var project = UUID.randomUUID().toString();
        var body = Register.organization(Register.codeBelow(committee), "BRANCH", committee.id()).with("projectId",
                project);
        var list = ORGANIZATIONS + "?count=true&project=" + project;
        var before = Stored.below(committee);
        // When
        var standing = Register.post(ORGANIZATIONS, body);
        var joint = Register.post(ORGANIZATIONS, body.with("kind", "JOINT"));
        var unchanged = Stored.below(committee);
        var created = Register.post(ORGANIZATIONS, body.with("kind", "TEMPORARY"));
        var temporary = new Register.Organization(created.path("id"), created.path("code"), created.header("ETag"));
        IntStream.range(0, 3).forEach(i -> Register.member(temporary));
        active(temporary);
        var found = Register.get(officer(), list);
        var kept = Turn.of(temporary, "change-type", "2019-03-01",
                Turn.because("领域有误").with("sector", "STATE_OWNED_ENTERPRISE"));
        var become = Turn.of(temporary, "change-type", "2019-03-02", Turn.because("转为正式").with("kind", "STANDARD"));
        var again = Turn.of(temporary, "change-type", "2019-03-03", Turn.because("项目").with("projectId", project));
        // Then
        refused(standing, 422, "PROJECT_WITHOUT_TEMPORARY_BRANCH");
        refused(joint, 422, "PROJECT_WITHOUT_TEMPORARY_BRANCH");
        assertEquals(before, unchanged);
        created.then().statusCode(201).body("projectId", is(project));
        found.then().body("items.id", is(List.of(temporary.id()))).body("total", is(1));
        kept.then().statusCode(200).body("projectId", is(project));
        become.then().statusCode(200).body("kind", is("STANDARD")).body("projectId", nullValue());
        refused(again, 422, "PROJECT_WITHOUT_TEMPORARY_BRANCH");
        Register.get(officer(), list).then().body("total", is(0));
    }

    @Test
    void an_origin_that_is_not_there_is_refused() {
        // Given
        var body = Register.organization(Register.codeBelow(committee), "BRANCH", committee.id())
                .with("kind", "FLOATING_MEMBERS").with("hostArea", "某市某区")
                .with("originOrganizationId", "01912d68-783e-7a0f-8000-0f54b3b0a4ff");
        // When
        var answer = Register.post(ORGANIZATIONS, body);
        // Then
        refused(answer, 422, "REFERENCE_UNKNOWN");
    }

    @Test
    void a_small_branch_with_many_posts_and_a_committee_of_eight_are_listed() {
        // Given
        var small = active(branch("STANDARD"));
        var large = branch("STANDARD");
        IntStream.range(0, 5).forEach(i -> Register.member(large));
        active(large);
        posts(small, 3);
        posts(large, 8);
        // When
        var tooMany = compliance("BRANCH_WITHOUT_COMMITTEE_MOST_POSTS", "");
        var tooLarge = compliance("BRANCH_COMMITTEE_MOST_POSTS", "");
        // Then
        tooMany.then().body("items.organizationId", is(List.of(small.id()))).body("items.verdict",
                is(List.of("NOT_MET"))).body("items.needed", is(List.of(2)));
        tooLarge.then().body("items.organizationId", is(List.of(large.id()))).body("items.verdict",
                is(List.of("NOT_MET"))).body("items.present", is(List.of(8)));
    }

    @Test
    void who_is_away_to_a_fixed_place_for_half_a_year_should_be_transferred() {
        // Given
        var home = Register.below(committee, "BRANCH");
        var host = Register.branch();
        String fixed = Register.post(FLOATING, Away.floating(Register.member(home), host)).path("id");
        Register.post(FLOATING, Away.floating(Register.member(home), host).without("host")).then().statusCode(201);
        var list = FLOATING + "?count=true&home=" + home.id() + "&shouldTransferOn=";
        // When
        var early = Register.get(officer(), list + "2016-02-29");
        var then = Register.get(officer(), list + "2016-03-01");
        // Then
        early.then().body("total", is(0));
        then.then().body("items.id", is(List.of(fixed))).body("total", is(1));
    }

    @Test
    void who_is_registered_before_half_a_year_is_over_is_found_until_then() {
        // Given
        var home = Register.below(committee, "BRANCH");
        String early = Register.post(FLOATING,
                Away.floating(Register.member(home), Register.branch()).with("awayFrom", "2016-02-01")).path("id");
        Register.post(FLOATING, Away.floating(Register.member(home), Register.branch())).then().statusCode(201);
        var list = FLOATING + "?count=true&home=" + home.id() + "&notYetFloatingOn=";
        // When
        var stillShort = Register.get(officer(), list + "2016-07-31");
        var then = Register.get(officer(), list + "2016-08-01");
        var before = Register.get(officer(), list + "2015-08-31");
        // Then
        stillShort.then().body("items.id", is(List.of(early))).body("total", is(1));
        then.then().statusCode(200).body("total", is(0));
        before.then().body("total", is(0));
    }

    private static void done(String what, Register.Organization branch) {
        switch (what) {
            case "ADMISSIONS" -> Register.probationer(branch, "2019-03-01");
            case "DISCIPLINE" -> {
                var member = Register.member(branch);
                Register.step(officer(), MEMBERS + "/" + member, "\"v1\"",
                        stepOf("expel", "2019-03-01").with("comment", "支部决议")).then().statusCode(200);
            }
            case "DUES" -> Register.post(Dues.CLOSINGS, Dues.closing(branch, "2019-03").with("on", "2019-04-02"))
                    .then().statusCode(200);
            default -> Register.post(Register.ELECTIONS, Register.election(branch, "2019-03-01", 1)).then()
                    .statusCode(201);
        }
    }

    private static void posts(Register.Organization branch, int number) {
        IntStream.range(0, number).forEach(i -> Register.post(POSTS,
                Register.secretary(Register.member(branch), branch, "2019-03-01").with("post", "COMMITTEE_MEMBER"))
                .then().statusCode(201));
    }

    private Register.Organization branch(String kind) {
        return branch(kind, "null");
    }

    private Register.Organization branch(String kind, String units) {
        var code = Register.codeBelow(committee);
        var answer = Register.post(ORGANIZATIONS, Register.organization(code, "BRANCH", committee.id())
                .with("kind", kind).raw("coveredUnits", units));
        answer.then().statusCode(201);
        var branch = new Register.Organization(answer.path("id"), code, answer.header("ETag"));
        IntStream.range(0, 3).forEach(i -> Register.member(branch));
        return branch;
    }

    private static Register.Organization active(Register.Organization branch) {
        return Turn.active(branch);
    }

    private static String units(int number) {
        return IntStream.range(0, number).mapToObj(i -> "\"示例单位" + i + "\"").toList().toString();
    }

    private Response compliance(String rule, String more) {
        return Register.get(officer(), "/organization/v1/compliance/" + rule + "?on=" + DAY + "&organization="
                + committee.id() + more);
    }
}
