package io.zhixing.organization;

import static io.zhixing.organization.Register.ORGANIZATIONS;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrganizationImportTest {

    private static final String HEADER = "组织编码,名称,类型,区划代码,上级编码,成立日期\r\n";

    @Test
    void superiors_and_those_below_them_come_in_one_file_and_a_second_import_changes_nothing() {
        // Given
        var committee = Register.committee();
        var general = Register.codeBelow(committee);
        var file = HEADER + row(general, "党总支", committee.code()) + row(general + "001", "党支部", general)
                + row(general + "002", "党支部", general);
        // When
        var job = Imports.of("organizations").ended(file);
        var stored = Stored.below(committee);
        var again = Imports.of("organizations").ended(file);
        // Then
        assertEquals(List.of("CREATED", "CREATED", "CREATED"), Imports.of("organizations").results(job));
        assertEquals(List.of("UNCHANGED", "UNCHANGED", "UNCHANGED"), Imports.of("organizations").results(again));
        assertEquals(4, stored.organizations());
        assertEquals(stored, Stored.below(committee));
        List<String> ids = Imports.of("organizations").page(job).path("items.resourceId");
        var path = path(ids.get(0));
        assertEquals(List.of(path + "0001/", path + "0002/"), List.of(path(ids.get(1)), path(ids.get(2))));
        Register.get(Register.officer(), ORGANIZATIONS + "/" + ids.get(1)).then().body("state", is("PREPARING"))
                .body("kind", is("STANDARD")).body("version", is(1)).body("parentId", is(ids.get(0)));
    }

    @Test
    void an_organization_made_later_by_a_call_gets_the_next_place_below_the_same_superior() {
        // Given
        var committee = Register.committee();
        var imported = Imports.of("organizations")
                .ended(HEADER + row(Register.codeBelow(committee), "党支部", committee.code()));
        List<String> ids = Imports.of("organizations").page(imported).path("items.resourceId");
        // When
        var called = Register.below(committee, "BRANCH");
        // Then
        assertEquals(path(ids.get(0)).replaceAll("0001/$", "0002/"), path(called.id()));
    }

    @Test
    void each_refused_row_has_its_code_and_those_below_it_find_no_superior() {
        // Given
        var committee = Register.committee();
        var known = Register.below(committee, "BRANCH");
        var refusedParent = Register.codeBelow(committee);
        var file = HEADER + row(known.code(), "党总支", committee.code()) + row("999998997", "党支部", committee.code())
                + row(Register.codeBelow(committee), "地方委员会", committee.code())
                + row(Register.codeBelow(committee), "党支部", committee.code()).replace(Register.CITY, "999999")
                + row(refusedParent, "党总支", committee.code()).replace("2010-07-01", "2999-01-01")
                + row(refusedParent + "001", "党支部", refusedParent)
                + row(Register.codeBelow(committee), "小组", committee.code());
        var before = Stored.below(committee);
        // When
        var results = Imports.of("organizations").results(Imports.of("organizations").ended(file));
        // Then
        assertEquals(List.of("REJECTED ORGANIZATION_CODE_TAKEN", "REJECTED ORGANIZATION_CODE_NOT_UNDER_PARENT",
                "REJECTED ORGANIZATION_TYPE_NOT_UNDER_PARENT", "REJECTED AREA_UNKNOWN", "REJECTED DAY_IN_FUTURE",
                "REJECTED REFERENCE_UNKNOWN", "REJECTED FIELD_WRONG_TYPE"), results);
        assertEquals(before, Stored.below(committee));
    }

    @Test
    void a_dry_run_sees_the_superiors_of_its_own_file_and_writes_nothing() {
        // Given
        var committee = Register.committee();
        var general = Register.codeBelow(committee);
        var file = HEADER + row(general, "党总支", committee.code()) + row(general + "001", "党支部", general)
                + row(general + "9", "党支部", general);
        // When
        var dry = Imports.of("organizations").dry().ended(file);
        var between = Stored.below(committee);
        var real = Imports.of("organizations").ended(file);
        // Then
        assertEquals(Imports.of("organizations").results(real), Imports.of("organizations").results(dry));
        assertEquals(1, between.organizations());
        assertEquals(3, Stored.below(committee).organizations());
    }

    @Test
    void one_refused_row_undoes_a_file_that_is_all_or_nothing() {
        // Given
        var committee = Register.committee();
        var file = HEADER + row(Register.codeBelow(committee), "党支部", committee.code())
                + row(Register.codeBelow(committee), "地方委员会", committee.code());
        var before = Stored.below(committee);
        // When
        var job = Imports.of("organizations").allOrNothing().ended(file);
        // Then
        job.then().body("created", is(0)).body("rejected", is(1)).body("notAttempted", is(1));
        assertEquals(before, Stored.below(committee));
    }

    @Test
    void an_officer_sets_up_organizations_below_his_own_only() {
        // Given
        var mine = Register.committee();
        var other = Register.committee();
        var officer = Tokens.of("CAMPAIGN_OFFICER", mine.code());
        // When
        var job = Imports.by(officer, "organizations")
                .ended(HEADER + row(Register.codeBelow(other), "党支部", other.code())
                        + row(Register.codeBelow(mine), "党支部", mine.code()));
        // Then
        assertEquals(List.of("REJECTED REFERENCE_UNKNOWN", "CREATED"),
                Imports.by(officer, "organizations").results(job));
    }

    private static String path(String organization) {
        return OutboxProbe.ofTheService().event(organization, "organization-created.v1").payload().path("path")
                .asText();
    }

    private static String row(String code, String type, String parent) {
        return "%s,示例 %s,%s,%s,%s,2010-07-01\r\n".formatted(code, code, type, Register.CITY, parent);
    }
}
