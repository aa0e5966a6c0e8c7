package io.zhixing.organization;

import static io.zhixing.organization.Register.ORGANIZATIONS;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Joint and floating branches from files, by an officer of their committee. */
@QuarkusTest
class BranchKindImportTest {

    private static final String HEADER = "组织编码,名称,类型,支部类别,覆盖单位,派出组织编码,流入地,区划代码,上级编码,成立日期\r\n";
    private static final String SHORT_HEADER = "组织编码,名称,类型,区划代码,上级编码,成立日期\r\n";

    private Register.Organization committee;
    private Register.Organization elsewhere;
    private String code;
    private Imports imports;

    @BeforeEach
    void settle() {
        committee = Register.committee();
        elsewhere = Register.committee();
        code = Register.codeBelow(committee);
        imports = Imports.by(Tokens.of("CAMPAIGN_OFFICER", committee.code()), "organizations");
    }

    @Test
    void a_dry_run_says_of_joint_and_floating_branches_what_becomes_of_them_and_a_second_run_changes_nothing() {
        // Given
        var file = HEADER + joint("示例一厂;示例二厂") + floating(1, elsewhere.code(), "某市某区")
                + floating(2, "", "某市某区") + floating(3, elsewhere.code(), "")
                + floating(4, "999999999", "某市某区");
        var before = Stored.below(committee);
        // When
        var dry = imports.results(Imports.by(Tokens.of("CAMPAIGN_OFFICER", committee.code()), "organizations").dry()
                .ended(file));
        var unchanged = Stored.below(committee);
        var job = imports.ended(file);
        var again = imports.results(imports.ended(file));
        // Then
        var refusals = List.of("REJECTED FLOATING_BRANCH_WITHOUT_ORIGIN", "REJECTED FLOATING_BRANCH_WITHOUT_ORIGIN",
                "REJECTED REFERENCE_UNKNOWN");
        assertEquals(outcomes("CREATED", refusals), imports.results(job));
        assertEquals(imports.results(job), dry);
        assertEquals(before, unchanged);
        assertEquals(outcomes("UNCHANGED", refusals), again);
        List<String> ids = imports.page(job).path("items.resourceId");
        shown(ids.get(0)).body("kind", is("JOINT")).body("coveredUnits", is(List.of("示例一厂", "示例二厂")));
        shown(ids.get(1)).body("kind", is("FLOATING_MEMBERS")).body("originOrganizationId", is(elsewhere.id()))
                .body("hostArea", is("某市某区"));
    }

    @Test
    void a_floating_branch_may_come_from_an_organization_of_the_same_file() {
        // Given
        var origin = Register.codeBelow(committee);
        var file = HEADER + "%s,示例总支,党总支,,,,,%s,%s,2010-07-01\r\n".formatted(origin, Register.CITY, committee.code())
                + floating(1, origin, "某市某区");
        // When
        var dry = imports.results(Imports.by(Tokens.of("CAMPAIGN_OFFICER", committee.code()), "organizations").dry()
                .ended(file));
        var job = imports.ended(file);
        // Then
        assertEquals(List.of("CREATED", "CREATED"), imports.results(job));
        assertEquals(imports.results(job), dry);
        List<String> ids = imports.page(job).path("items.resourceId");
        shown(ids.get(1)).body("originOrganizationId", is(ids.get(0)));
    }

    @Test
    void what_a_file_says_otherwise_is_a_dated_change_and_what_it_leaves_out_stays() {
        // Given
        var created = imports.ended(HEADER + joint("示例一厂;示例二厂") + floating(1, elsewhere.code(), "某市某区"));
        List<String> ids = imports.page(created).path("items.resourceId");
        // When
        var without = imports.results(imports.ended(SHORT_HEADER + "%s,示例流动支部,党支部,%s,%s,2010-07-01\r\n"
                .formatted(floatingCode(1), Register.CITY, committee.code())));
        var changed = imports.results(imports.ended(HEADER + joint("示例三厂") + floating(1, elsewhere.code(), "另一区")));
        // Then
        assertEquals(List.of("UNCHANGED"), without);
        assertEquals(List.of("UPDATED", "UPDATED"), changed);
        shown(ids.get(0)).body("coveredUnits", is(List.of("示例三厂"))).body("kind", is("JOINT"));
        shown(ids.get(1)).body("hostArea", is("另一区")).body("originOrganizationId", is(elsewhere.id()));
        Register.get(Register.officer(), ORGANIZATIONS + "/" + ids.get(0) + "/history").then().body("items.step[-1]",
                is("change-type"));
    }

    @Test
    void the_project_of_a_temporary_branch_comes_by_a_file_and_goes_with_its_kind() {
        // Given
        var header = "code,name,type,kind,projectId,areaCode,parentCode,establishedOn\r\n";
        var project = UUID.randomUUID().toString();
        // When
        var job = imports.ended(header + temporary("TEMPORARY", project));
        var wrong = imports.results(imports.ended(header + temporary("JOINT", project)));
        var without = imports.results(imports.ended(header + temporary("", "")));
        String id = imports.page(job).path("items[0].resourceId");
        var shown = shown(id);
        var standing = imports.results(imports.ended(header + temporary("STANDARD", "")));
        // Then
        assertEquals(List.of("CREATED"), imports.results(job));
        assertEquals(List.of("REJECTED PROJECT_WITHOUT_TEMPORARY_BRANCH"), wrong);
        assertEquals(List.of("UNCHANGED"), without);
        shown.body("kind", is("TEMPORARY")).body("projectId", is(project));
        assertEquals(List.of("UPDATED"), standing);
        shown(id).body("kind", is("STANDARD")).body("projectId", nullValue());
    }

    private String temporary(String kind, String project) {
        return "%s,示例临时支部,党支部,%s,%s,%s,%s,2010-07-01\r\n".formatted(code, kind, project, Register.CITY,
                committee.code());
    }

    private String joint(String units) {
        return "%s,示例联合支部,党支部,联合,%s,,,%s,%s,2010-07-01\r\n".formatted(code, units, Register.CITY,
                committee.code());
    }

    private String floating(int number, String origin, String hostArea) {
        return "%s,示例流动支部,党支部,FLOATING_MEMBERS,,%s,%s,%s,%s,2010-07-01\r\n".formatted(floatingCode(number), origin,
                hostArea, Register.CITY, committee.code());
    }

    private String floatingCode(int number) {
        return committee.code() + "90" + number;
    }

    private static List<String> outcomes(String good, List<String> refusals) {
        return Stream.concat(Stream.of(good, good), refusals.stream()).toList();
    }

    private static ValidatableResponse shown(String organization) {
        return Register.get(Register.officer(), ORGANIZATIONS + "/" + organization).then().statusCode(200);
    }
}
