package io.zhixing.organization;

import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.ORGANIZATIONS;
import static io.zhixing.organization.Register.POSTS;
import static io.zhixing.organization.Row.csv;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.event.OutboxProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A row that names what is known and says something else of it: a dated correction, or a contradiction. */
@QuarkusTest
class ImportUpdateTest {

    private static final String ORGANIZATION = "code,name,shortName,type,kind,sector,areaCode,parentCode,establishedOn,changedOn,changeReason";
    private static final String MEMBER = "memberNumber,name,idNumber,sexCode,ethnicityCode,birthDate,memberType,joinedOn,fullSince,organizationCode,onRollFrom,correctionReason";
    private static final String POST = "memberNumber,organizationCode,post,from,to,basis,correctionReason";

    private Register.Organization committee;
    private Register.Organization branch;

    @BeforeEach
    void settle() {
        committee = Register.committee();
        branch = Register.below(committee, "BRANCH");
    }

    @Test
    void another_name_or_sector_of_an_organization_is_a_dated_change_with_its_event() {
        // Given
        var renamed = organization("示例社区支部", "", "BRANCH", "", "2016-03-01", "村改社区");
        var moved = organization("示例社区支部", "社区", "BRANCH", "URBAN_COMMUNITY", "2016-04-01", "");
        // When
        var first = results("organizations", csv(ORGANIZATION, renamed));
        var again = results("organizations", csv(ORGANIZATION, renamed));
        var dry = Imports.of("organizations").results(
                Imports.of("organizations").dry().ended(csv(ORGANIZATION, moved)));
        var second = results("organizations", csv(ORGANIZATION, moved));
        var tooEarly = results("organizations",
                csv(ORGANIZATION, organization("另一名称", "", "BRANCH", "", "2016-03-31", "笔误")));
        // Then
        assertEquals(List.of("UPDATED"), first);
        assertEquals(List.of("UNCHANGED"), again);
        assertEquals(List.of("UPDATED"), dry);
        assertEquals(List.of("UPDATED"), second);
        assertEquals(List.of("REJECTED TRANSITION_DAY_INVALID"), tooEarly);
        Register.get(Register.officer(), ORGANIZATIONS + "/" + branch.id()).then().body("name", is("示例社区支部"))
                .body("shortName", is("社区")).body("sector", is("URBAN_COMMUNITY")).body("version", is(4));
        assertEquals(
                List.of("organization-created.v1", "organization-renamed.v1", "organization-type-changed.v1",
                        "organization-renamed.v1"),
                OutboxProbe.ofTheService().events(branch.id(), 4).stream().map(event -> event.name()).toList());
        Register.get(Register.officer(), ORGANIZATIONS + "/" + branch.id() + "/changes").then()
                .body("items.effectiveOn", is(List.of("2016-03-01", "2016-04-01", "2016-04-01")))
                .body("items[0].reason", is("村改社区"));
    }

    @Test
    void another_type_or_founding_day_of_an_organization_contradicts_it() {
        // Given
        var before = Stored.below(committee);
        // When
        var type = results("organizations", csv(ORGANIZATION, organization("甲", "", "GENERAL_BRANCH", "", "", "")));
        var founded = results("organizations", csv(ORGANIZATION,
                organization("甲", "", "BRANCH", "", "", "").replace("2010-07-01", "2010-08-01")));
        // Then
        assertEquals(List.of("REJECTED ORGANIZATION_CODE_TAKEN"), type);
        assertEquals(List.of("REJECTED ORGANIZATION_CODE_TAKEN"), founded);
        assertEquals(before, Stored.below(committee));
    }

    @Test
    void another_name_or_day_of_a_member_is_a_correction_with_its_reason() {
        // Given
        var text = MemberText.full(branch.id());
        String id = Register.post(MEMBERS, text).path("id");
        var corrected = member(text, "示例庚", "08", "1925-07-02", "FULL", "身份证姓名用字有误");
        // When
        var first = results("members", csv(MEMBER, corrected));
        var again = results("members", csv(MEMBER, corrected));
        var backwards = results("members", csv(MEMBER, member(text, "示例庚", "08", "1926-07-02", "FULL", "")));
        // Then
        assertEquals(List.of("UPDATED"), first);
        assertEquals(List.of("UNCHANGED"), again);
        assertEquals(List.of("REJECTED DAYS_INCONSISTENT"), backwards);
        Register.get(Register.officer(), MEMBERS + "/" + id).then().body("name", is("示例庚"))
                .body("ethnicityCode", is("08")).body("joinedOn", is("1925-07-02")).body("version", is(2));
        Register.get(Register.officer(), MEMBERS + "/" + id + "/history").then().body("items[0].comment",
                is("身份证姓名用字有误"));
        assertEquals(List.of("member-enrolled.v1", "member-corrected.v1"),
                OutboxProbe.ofTheService().events(id, 2).stream().map(event -> event.name()).toList());
    }

    @Test
    void another_person_type_or_branch_under_a_known_number_contradicts_it() {
        // Given
        var text = MemberText.full(branch.id());
        Register.post(MEMBERS, text).then().statusCode(201);
        var other = MemberText.full(branch.id());
        var elsewhere = Register.below(committee, "BRANCH");
        var before = Stored.below(committee);
        // When
        var person = results("members", csv(MEMBER, member(other, "示例", "01", "1925-07-01", "FULL", "")
                .replace(other.get("memberNumber"), text.get("memberNumber"))));
        var type = results("members", csv(MEMBER,
                member(text, "示例", "01", "1925-07-01", "PROBATIONARY", "").replace("1926-07-01", "")));
        var place = results("members", csv(MEMBER, member(text, "示例", "01", "1925-07-01", "FULL", "")
                .replace("," + branch.code() + ",", "," + elsewhere.code() + ",")));
        // Then
        assertEquals(List.of("REJECTED MEMBER_NUMBER_TAKEN"), person);
        assertEquals(List.of("REJECTED MEMBER_NUMBER_TAKEN"), type);
        assertEquals(List.of("REJECTED MEMBER_NUMBER_TAKEN"), place);
        assertEquals(before, Stored.below(committee));
    }

    @Test
    void another_basis_of_a_post_and_another_end_of_one_that_was_left_are_corrections() {
        // Given
        var holder = Row.number(branch);
        var former = Row.number(branch);
        results("posts", csv(POST, post(holder, "PUBLICITY_COMMISSIONER", "", "ELECTED"),
                post(former, "ORGANIZATION_COMMISSIONER", "2015-03-01", "ELECTED")));
        var file = csv(POST, post(holder, "PUBLICITY_COMMISSIONER", "", "APPOINTED"),
                post(former, "ORGANIZATION_COMMISSIONER", "2015-04-01", "ELECTED"));
        // When
        var corrected = Imports.of("posts").ended(file);
        var again = results("posts", file);
        var leaving = results("posts", csv(POST, post(holder, "PUBLICITY_COMMISSIONER", "2016-01-01", "APPOINTED")));
        // Then
        assertEquals(List.of("UPDATED", "UPDATED"), Imports.of("posts").results(corrected));
        assertEquals(List.of("UNCHANGED", "UNCHANGED"), again);
        assertEquals(List.of("REJECTED POST_ALREADY_HELD"), leaving);
        List<String> ids = Imports.of("posts").page(corrected).path("items.resourceId");
        Register.get(Register.officer(), POSTS + "/" + ids.get(1)).then().body("to", is("2015-04-01"))
                .body("version", is(2));
        assertEquals("APPOINTED",
                OutboxProbe.ofTheService().event(ids.get(0), "post-corrected.v1").payload().path("basis").asText());
    }

    private static List<String> results(String kind, String file) {
        return Imports.of(kind).results(Imports.of(kind).ended(file));
    }

    private String organization(String name, String shortName, String type, String sector, String on, String reason) {
        return String.join(",", branch.code(), name, shortName, type, "", sector, Register.CITY, committee.code(),
                "2010-07-01", on, reason);
    }

    private String member(Body text, String name, String ethnicity, String joinedOn, String type, String reason) {
        return String.join(",", text.get("memberNumber"), name, text.get("idNumber"), "1", ethnicity,
                text.get("birthDate"), type, joinedOn, "1926-07-01", branch.code(), "2010-07-01", reason);
    }

    private String post(String member, String post, String to, String basis) {
        return String.join(",", member, branch.code(), post, "2014-03-01", to, basis, "");
    }
}
