package io.zhixing.organization;

import static io.zhixing.organization.Away.FLOATING;
import static io.zhixing.organization.Away.ITEMS;
import static io.zhixing.organization.Away.RESIDENCES;
import static io.zhixing.organization.Away.SCREENINGS;
import static io.zhixing.organization.Register.stepOf;
import static io.zhixing.organization.Row.csv;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of floating members, of registrations at the residence and of what a screening found. */
@QuarkusTest
class AwayImportTest {

    private static final String AWAY = "党员编号,姓名,流入组织编码,流入地,联系人编号,外出日期,登记日期";
    private static final String AT_HOME = "党员编号,姓名,居住地组织编码,报到日期";
    private static final String FOUND = "排查组织编码,党员编号,姓名,排查日期,排查结果,处理措施,说明";

    private Register.Organization committee;
    private Register.Organization branch;
    private Register.Organization elsewhere;

    @BeforeEach
    void settle() {
        committee = Register.committee();
        branch = Register.below(committee, "BRANCH");
        elsewhere = Register.branch();
    }

    @Test
    void floating_members_of_a_file_are_registered_and_a_second_import_changes_nothing() {
        // Given
        var first = Row.number(branch);
        var second = Row.number(branch);
        var file = csv(AWAY, first + ",示例," + elsewhere.code() + ",某市某区," + second + ",2015-09-01,2016-03-01",
                second + ",示例,,某省某市,,2015-10-01,2016-03-01");
        // When
        var job = Imports.of("floating-members").ended(file);
        var stored = Stored.below(committee);
        var again = Imports.of("floating-members").ended(file);
        // Then
        assertEquals(List.of("CREATED", "CREATED"), Imports.of("floating-members").results(job));
        assertEquals(List.of("UNCHANGED", "UNCHANGED"), Imports.of("floating-members").results(again));
        assertEquals(stored, Stored.below(committee));
        List<String> ids = Imports.of("floating-members").page(job).path("items.resourceId");
        assertEquals(elsewhere.id(), OutboxProbe.ofTheService().event(ids.get(0), "floating-changed.v1").payload()
                .path("hostOrganizationId").asText());
        Register.get(Tokens.of("READER", elsewhere.code()), FLOATING).then().body("items.id",
                is(List.of(ids.get(0))));
    }

    @Test
    void each_refused_floating_member_has_the_code_of_the_single_call_and_writes_nothing() {
        // Given
        var member = Row.number(branch);
        var away = Row.number(branch);
        Imports.of("floating-members").ended(csv(AWAY, away + ",示例,,某省,,2015-09-01,2016-03-01")).then()
                .body("created", is(1));
        var before = Stored.below(committee);
        var file = csv(AWAY, member + ",示例," + branch.code() + ",某市,,2015-09-01,2016-03-01",
                away + ",示例,,某市,,2015-12-01,2016-03-01", member + ",示例,,某市,,2015-09-02,2999-03-01",
                member + ",示例,,某市,,1920-01-01,2016-03-01", member + ",示例,,某市,,2016-03-02,2016-03-01",
                "NOBODY,示例,999,某市,NOBODY,2015-09-01,2016-03-01");
        // When
        var dry = Imports.of("floating-members").dry().ended(file);
        var real = Imports.of("floating-members").ended(file);
        // Then
        assertEquals(List.of("REJECTED HOST_IS_HOME", "REJECTED FLOATING_ALREADY_OPEN", "REJECTED DAY_IN_FUTURE",
                "REJECTED DAYS_INCONSISTENT", "REJECTED DAYS_INCONSISTENT",
                "REJECTED REFERENCE_UNKNOWN REFERENCE_UNKNOWN REFERENCE_UNKNOWN"),
                Imports.of("floating-members").results(real));
        assertEquals(
                List.of(List.of("hostCode"), Arrays.asList((String) null), List.of("on"), List.of("awayFrom"),
                        List.of("on"), List.of("memberNumber", "hostCode", "contactNumber")),
                Imports.of("floating-members").columns(real));
        assertEquals(Imports.of("floating-members").results(dry), Imports.of("floating-members").results(real));
        assertEquals(Row.refusal(Register.post(FLOATING, Away.floating(Row.id(away), elsewhere))),
                Imports.of("floating-members").results(real).get(1));
        assertEquals(before, Stored.below(committee));
    }

    @Test
    void residences_of_a_file_are_registered_and_refused_as_by_the_single_call() {
        // Given
        var member = Row.number(branch);
        var other = Row.number(branch);
        var file = csv(AT_HOME, member + ",示例," + elsewhere.code() + ",2016-03-01",
                member + ",示例," + committee.code() + ",2016-04-01", other + ",示例," + branch.code() + ",2016-03-01",
                other + ",示例," + elsewhere.code() + ",2010-06-30", other + ",示例," + elsewhere.code() + ",2999-01-01",
                other + ",示例,999,2016-03-02");
        // When
        var dry = Imports.of("residence-registrations").dry().ended(file);
        var real = Imports.of("residence-registrations").ended(file);
        var again = Imports.of("residence-registrations").ended(file);
        // Then
        var refused = List.of("REJECTED RESIDENCE_ALREADY_OPEN", "REJECTED HOST_IS_HOME",
                "REJECTED DAYS_INCONSISTENT ORGANIZATION_NOT_YET_SET_UP", "REJECTED DAY_IN_FUTURE",
                "REJECTED REFERENCE_UNKNOWN");
        assertEquals(Stream.concat(Stream.of("CREATED"), refused.stream()).toList(),
                Imports.of("residence-registrations").results(real));
        assertEquals(
                List.of(List.of(), Arrays.asList((String) null), List.of("residenceCode"), List.of("on", "on"),
                        List.of("on"), List.of("residenceCode")),
                Imports.of("residence-registrations").columns(real));
        assertEquals(Stream.concat(Stream.of("UNCHANGED"), refused.stream()).toList(),
                Imports.of("residence-registrations").results(again));
        assertEquals(Imports.of("residence-registrations").results(real),
                Imports.of("residence-registrations").results(dry));
        assertEquals(Row.refusal(Register.post(RESIDENCES, Away.residence(Row.id(member), elsewhere))),
                Imports.of("residence-registrations").results(real).get(1));
        Register.get(Register.officer(), RESIDENCES + "?member=" + Row.id(member)).then().body("items.size()", is(1));
    }

    @Test
    void what_stands_against_who_is_named_is_found_in_the_column_that_names_him() {
        // Given
        var gone = Turn.emptyBranch(committee);
        Turn.taken(gone, "dissolve", "2016-02-01", Turn.because("撤销"));
        var dead = Row.number(Away.rural(committee));
        Register.taken(Register.officer(), Register.MEMBERS + "/" + Row.id(dead), stepOf("record-death", "2016-02-01"));
        // When
        var away = Imports.of("floating-members")
                .ended(csv(AWAY, dead + ",示例," + gone.code() + ",某市,,2015-09-01,2016-03-01"));
        var atHome = Imports.of("residence-registrations")
                .ended(csv(AT_HOME, dead + ",示例," + gone.code() + ",2016-03-01"));
        // Then
        assertEquals(List.of("REJECTED MEMBER_ON_NO_ROLL CONTACT_PERSON_REQUIRED ORGANIZATION_NOT_IN_PLACE"),
                Imports.of("floating-members").results(away));
        assertEquals(List.of(List.of("memberNumber", "contactNumber", "hostCode")),
                Imports.of("floating-members").columns(away));
        assertEquals(List.of("REJECTED MEMBER_ON_NO_ROLL ORGANIZATION_NOT_IN_PLACE"),
                Imports.of("residence-registrations").results(atHome));
        assertEquals(List.of(List.of("memberNumber", "residenceCode")),
                Imports.of("residence-registrations").columns(atHome));
    }

    @Test
    void findings_of_a_file_are_the_steps_of_their_items_and_stand() {
        // Given
        var normal = Row.number(branch);
        var lost = Row.number(branch);
        var open = Row.number(branch);
        var screening = Register.post(SCREENINGS, Away.screening(committee)).<String>path("id");
        var file = csv(FOUND, finding(normal, "2016-04-01,正常,,"), finding(lost, "2016-04-01,失联,恢复联系,电话停机"),
                finding(open, "2016-04-01,失联,,"), finding("NOBODY", "2016-04-01,正常,,"),
                elsewhere.code() + "," + open + ",示例,2016-04-01,正常,,");
        // When
        var dry = Imports.of("screening-findings").dry().ended(file);
        var real = Imports.of("screening-findings").ended(file);
        var again = Imports.of("screening-findings").ended(file);
        var other = Imports.of("screening-findings").ended(csv(FOUND, finding(normal, "2016-04-02,空挂,更正资料,")));
        // Then
        assertEquals(List.of("UPDATED", "UPDATED", "REJECTED SCREENING_FINDING_INCOMPLETE",
                "REJECTED REFERENCE_UNKNOWN", "REJECTED REFERENCE_UNKNOWN"),
                Imports.of("screening-findings").results(real));
        assertEquals(Imports.of("screening-findings").results(real), Imports.of("screening-findings").results(dry));
        assertEquals(List.of("UNCHANGED", "UNCHANGED"), Imports.of("screening-findings").results(again).subList(0, 2));
        assertEquals(List.of("REJECTED TRANSITION_NOT_AVAILABLE"), Imports.of("screening-findings").results(other));
        Register.get(Register.officer(), ITEMS + "?count=true&screening=" + screening + "&state=REPORTED").then()
                .body("total", is(1)).body("items[0].note", is("电话停机")).body("items[0].version", is(2));
        List<String> ids = Imports.of("screening-findings").page(real).path("items.resourceId");
        Register.get(Register.officer(), ITEMS + "/" + ids.get(1) + "/history").then().body("items[0].step",
                is("report"));
        Register.step(Register.officer(), ITEMS + "/" + ids.get(1), "\"v2\"", stepOf("settle", "2016-05-01")).then()
                .statusCode(200);
    }

    @Test
    void a_reader_imports_nothing_of_it() {
        // Given
        var member = Row.number(branch);
        Register.post(SCREENINGS, Away.screening(committee)).then().statusCode(201);
        var reader = Tokens.of("READER", committee.code());
        // When
        var results = List.of(
                by(reader, "floating-members", csv(AWAY, member + ",示例,,某省,,2015-09-01,2016-03-01")),
                by(reader, "residence-registrations", csv(AT_HOME, member + ",示例," + elsewhere.code() + ",2016-03-01")),
                by(reader, "screening-findings", csv(FOUND, finding(member, "2016-04-01,正常,,"))));
        // Then
        assertEquals(List.of("REJECTED FORBIDDEN", "REJECTED FORBIDDEN", "REJECTED FORBIDDEN"), results);
    }

    @Test
    void fifty_rows_cost_as_many_statements_as_one() {
        // Given
        var one = List.of(Row.number(branch));
        var many = IntStream.range(0, 50).mapToObj(i -> Row.number(branch)).toList();
        Register.post(SCREENINGS, Away.screening(committee)).then().statusCode(201);
        // When
        var tables = "floating_member|residence_registration|screening_\\w+|step_history|party_member|transfer_side";
        var ofOne = kinds(one).map(file -> Row.statements(file.kind(), file.text(), tables)).toList();
        var ofMany = kinds(many).map(file -> Row.statements(file.kind(), file.text(), tables)).toList();
        // Then
        assertEquals(ofOne, ofMany);
    }

    private record File(String kind, String text) {}

    private Stream<File> kinds(List<String> members) {
        return Stream.of(
                new File("floating-members", csv(AWAY, members.stream()
                        .map(member -> member + ",示例,,某省,,2015-09-01,2016-03-01").toArray(String[]::new))),
                new File("residence-registrations",
                        csv(AT_HOME, members.stream()
                                .map(member -> member + ",示例," + elsewhere.code() + ",2016-03-01")
                                .toArray(String[]::new))),
                new File("screening-findings", csv(FOUND, members.stream()
                        .map(member -> finding(member, "2016-04-01,正常,,")).toArray(String[]::new))));
    }

    private static String by(String token, String kind, String file) {
        return Imports.by(token, kind).results(Imports.by(token, kind).ended(file)).get(0);
    }

    private String finding(String member, String rest) {
        return committee.code() + "," + member + ",示例," + rest;
    }
}
