package io.zhixing.organization;

import static io.zhixing.organization.Register.ORGANIZATIONS;
import static io.zhixing.organization.Register.POSTS;
import static io.zhixing.organization.Register.refused;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.event.TopicEvent;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class OrganizationChangeTest {

    @Test
    void a_renamed_organization_tells_why_and_keeps_its_former_name_in_its_past() {
        // Given
        var committee = Turn.active(Register.committee());
        // When
        var renamed = Turn.of(committee, "rename", "2016-03-01", Turn.because("村改社区").with("name", "示例社区党委"));
        // Then
        renamed.then().statusCode(200).body("name", is("示例社区党委")).body("version", is(3));
        list(committee, "changes").then().body("items.change", is(List.of("activate", "rename")))
                .body("items[1].reason", is("村改社区")).body("items[1].documentNumber", is("示组〔2016〕1号"))
                .body("items[1].decidedBy", is("示例县委")).body("items[1].effectiveOn", is("2016-03-01"))
                .body("items[1].name", is("示例社区党委"));
        list(committee, "periods?sort=day").then()
                .body("items.name", is(List.of("示例 " + committee.code(), "示例 " + committee.code(), "示例社区党委")))
                .body("items.from", is(List.of("2010-07-01", "2012-01-04", "2016-03-01")))
                .body("items[1].to", is("2016-03-01"));
        assertEquals("2016-03-01", OutboxProbe.ofTheService().event(committee.id(), "organization-renamed.v1")
                .payload().path("effectiveOn").asText());
    }

    @Test
    void an_organization_changes_type_sector_and_kind_and_what_is_not_stated_stays() {
        // Given
        var branch = Register.below(Register.committee(), "BRANCH");
        // When
        var joint = Turn.of(branch, "change-type", "2012-03-01",
                Turn.because("联合组建").with("kind", "JOINT").with("sector", "RURAL"));
        var general = Turn.of(branch, "change-type", "2012-04-01", Turn.because("升格").with("type", "GENERAL_BRANCH"));
        // Then
        joint.then().statusCode(200).body("kind", is("JOINT")).body("sector", is("RURAL")).body("type", is("BRANCH"));
        general.then().statusCode(200).body("type", is("GENERAL_BRANCH")).body("kind", nullValue()).body("sector",
                is("RURAL"));
        assertEquals(List.of(1L, 2L, 3L), OutboxProbe.ofTheService().events(branch.id(), 3).stream()
                .map(TopicEvent::version).toList());
    }

    @Test
    void a_dissolved_organization_is_at_work_again_when_it_is_restored_and_its_past_shows_the_gap() {
        // Given
        var committee = Turn.active(Register.committee());
        // When
        var dissolved = Turn.of(committee, "dissolve", "2016-03-01", Turn.because("机构撤销"));
        var restored = Turn.of(committee, "restore", "2016-05-01", Turn.because("撤销有误"));
        // Then
        dissolved.then().statusCode(200).body("state", is("DISSOLVED")).body("dissolvedOn", is("2016-03-01"));
        restored.then().statusCode(200).body("state", is("ACTIVE")).body("dissolvedOn", nullValue());
        list(committee, "periods?sort=day").then()
                .body("items.state", is(List.of("PREPARING", "ACTIVE", "DISSOLVED", "ACTIVE")));
        assertEquals(List.of("1", "0", "1"), Stream.of("2016-02-29", "2016-04-30", "2016-05-01")
                .map(day -> Register.get(Register.officer(), "/organization/v1/figures?from=2010-01-01&organization="
                        + committee.id() + "&to=" + day).<String>path("figures[0].value"))
                .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void a_step_with_one_fault_is_refused_and_nothing_is_written(String what, String step, String on, Body body,
            int status, String code) {
        // Given
        var committee = Turn.active(Register.committee());
        Register.below(committee, "BRANCH");
        var before = Stored.below(committee);
        // When
        var answer = Turn.of(committee, step, on, body);
        // Then
        refused(answer, status, code);
        assertEquals(before, Stored.below(committee));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("no reason", "rename", new Body().with("name", "x"), 422, "CHANGE_REASON_REQUIRED"),
                fault("no name", "rename", Turn.because("更名"), 400, "VALIDATION_FAILED"),
                fault("blank name", "rename", Turn.because("更名").with("name", " "), 400, "VALIDATION_FAILED"),
                fault("nothing new", "change-type", Turn.because("无").with("type", "PRIMARY_COMMITTEE"), 422,
                        "ORGANIZATION_UNCHANGED"),
                fault("kind of no branch", "change-type", Turn.because("无").with("kind", "JOINT"), 422,
                        "BRANCH_KIND_WITHOUT_BRANCH"),
                fault("children that may not stand below", "change-type", Turn.because("无").with("type", "BRANCH"), 422,
                        "ORGANIZATION_TYPE_NOT_UNDER_PARENT"),
                fault("unknown area", "change-type", Turn.because("无").with("areaCode", "999999"), 422, "AREA_UNKNOWN"),
                fault("children", "dissolve", Turn.because("撤销"), 409, "ORGANIZATION_HAS_CHILDREN"),
                fault("children merged", "merge", Turn.because("合并"), 409, "ORGANIZATION_HAS_CHILDREN"),
                fault("not dissolved", "restore", Turn.because("恢复"), 409, "TRANSITION_NOT_AVAILABLE"),
                Arguments.of("before the last step", "rename", "2012-01-03", Turn.because("更名").with("name", "x"), 422,
                        "TRANSITION_DAY_INVALID"),
                Arguments.of("before it was set up", "rename", "2010-06-30", Turn.because("更名").with("name", "x"), 422,
                        "TRANSITION_DAY_INVALID"));
    }

    @Test
    void the_root_is_neither_moved_nor_dissolved() {
        // Given
        var root = new Register.Organization(Register.rootId(), Register.ROOT, null);
        var committee = Register.committee();
        // When
        var moved = Turn.of(root, "reassign", "2016-03-01", Turn.under(committee));
        // Then
        refused(moved, 409, "ROOT_STAYS");
    }

    @Test
    void members_and_posts_stand_against_the_end_of_their_branch() {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var secretary = Register.member(branch);
        Register.member(branch);
        Register.member(branch);
        Turn.active(branch);
        Register.post(POSTS, Register.secretary(secretary, committee, "2014-03-01")).then().statusCode(201);
        // When
        var withMembers = Turn.of(branch, "dissolve", "2016-03-01", Turn.because("撤销"));
        var asGeneral = Turn.of(branch, "change-type", "2016-03-01", Turn.because("升格").with("type", "GENERAL_BRANCH"));
        // Then
        refused(withMembers, 409, "ORGANIZATION_HAS_MEMBERS");
        refused(asGeneral, 409, "ORGANIZATION_HAS_MEMBERS");
    }

    @Test
    void a_post_that_is_held_stands_against_the_end_of_its_organization() {
        // Given
        var committee = Turn.active(Register.committee());
        var elsewhere = Register.member(Register.branch());
        Register.post(POSTS, Register.secretary(elsewhere, committee, "2014-03-01")).then().statusCode(201);
        // When
        var answer = Turn.of(committee, "dissolve", "2016-03-01", Turn.because("撤销"));
        // Then
        refused(answer, 409, "ORGANIZATION_HAS_POSTS");
    }

    @Test
    void nothing_is_restored_below_a_superior_that_is_gone() {
        // Given
        var committee = Turn.active(Register.committee());
        var below = Turn.active(Register.below(committee, "PRIMARY_COMMITTEE"));
        Turn.of(below, "dissolve", "2016-03-01", Turn.because("撤销")).then().statusCode(200);
        Turn.of(committee, "dissolve", "2016-03-01", Turn.because("撤销")).then().statusCode(200);
        // When
        var answer = Turn.of(below, "restore", "2016-05-01", Turn.because("恢复"));
        // Then
        refused(answer, 409, "SUPERIOR_NOT_IN_PLACE");
    }

    @Test
    void an_office_that_is_not_the_superiors_changes_nothing() {
        // Given
        var committee = Turn.active(Register.committee());
        var before = Stored.below(committee);
        // When
        var itself = Turn.by(Tokens.of("CAMPAIGN_OFFICER", committee.code()), committee, "rename", "2016-03-01",
                Turn.because("更名").with("name", "x"));
        // Then
        refused(itself, 403, "FORBIDDEN");
        assertEquals(before, Stored.below(committee));
    }

    @Test
    void of_many_who_rename_one_organization_at_once_one_does() {
        // Given
        var committee = Turn.active(Register.committee());
        var etag = Turn.etag(committee);
        // When
        var answers = Race.of(8, i -> Turn.from(etag, Register.officer(), committee, "rename", "2016-03-01",
                Turn.because("更名").with("name", "名称" + i)));
        // Then
        assertEquals(1, answers.stream().filter(answer -> answer.statusCode() == 200).count());
        assertEquals(List.of(412), answers.stream().map(answer -> answer.statusCode())
                .filter(status -> status != 200).distinct().toList());
        list(committee, "changes").then().body("items.change", is(List.of("activate", "rename")));
    }

    private static Response list(Register.Organization organization, String what) {
        return Register.get(Register.officer(), ORGANIZATIONS + "/" + organization.id() + "/" + what);
    }

    private static Arguments fault(String what, String step, Body body, int status, String code) {
        return Arguments.of(what, step, "2016-03-01", body, status, code);
    }
}
