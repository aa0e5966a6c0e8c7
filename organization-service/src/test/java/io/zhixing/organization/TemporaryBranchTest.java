package io.zhixing.organization;

import static io.zhixing.organization.Register.ELECTIONS;
import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.ORGANIZATIONS;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** For the year 2023 the rules on temporary branches are an ERROR; before and after they are the WARNING that they are. */
@QuarkusTest
class TemporaryBranchTest {

    private static final List<String> LENIENT = List.of("2022", "2024");

    private Register.Organization committee;

    private enum Doing {
        ADMISSIONS,
        DISCIPLINE,
        DUES,
        ELECTIONS
    }

    @BeforeEach
    void raise() throws SQLException {
        committee = Register.committee();
        asOwner("update organization_rule set effective_to = '2023-01-01' where code like 'TEMPORARY_BRANCH_WITHOUT_%'");
        asOwner("""
                insert into organization_rule (id, code, applies_to, value, severity, effective_from, effective_to, source, certainty)
                select gen_random_uuid(), r.code, r.applies_to, r.value, y.severity, y.from_day, y.to_day, '示例规定', 'C'
                from organization_rule r, (values ('ERROR', date '2023-01-01', date '2024-01-01'), ('WARNING', date '2024-01-01', null))
                  as y (severity, from_day, to_day)
                where r.code like 'TEMPORARY_BRANCH_WITHOUT_%'""");
    }

    @AfterEach
    void settle() throws SQLException {
        asOwner("delete from organization_rule where code like 'TEMPORARY_BRANCH_WITHOUT_%' and source = '示例规定'");
        asOwner("update organization_rule set effective_to = null where code like 'TEMPORARY_BRANCH_WITHOUT_%'");
    }

    @ParameterizedTest
    @EnumSource(Doing.class)
    void what_the_rule_of_the_day_makes_an_error_is_refused_and_nothing_is_written(Doing what) {
        // Given
        var temporary = branch("TEMPORARY");
        var standard = branch("STANDARD");
        var others = LENIENT.stream().map(year -> branch("TEMPORARY")).toList();
        var members = Register.get(officer(), MEMBERS + "?organization=" + temporary.code());
        var before = Stored.below(temporary);
        // When
        var answer = done(what, temporary, "2023");
        var after = Stored.below(temporary);
        var ofStandard = done(what, standard, "2023");
        var lenient = IntStream.range(0, LENIENT.size()).mapToObj(i -> done(what, others.get(i), LENIENT.get(i))
                .statusCode()).toList();
        // Then
        refused(answer, 422, "TEMPORARY_BRANCH_REFUSED");
        assertEquals(before, after);
        assertEquals(members.<List<String>>path("items.id"),
                Register.get(officer(), MEMBERS + "?organization=" + temporary.code()).<List<String>>path("items.id"));
        assertEquals(List.of(ofStandard.statusCode(), ofStandard.statusCode()), lenient);
        assertEquals(2, ofStandard.statusCode() / 100, ofStandard.asString());
    }

    @ParameterizedTest
    @EnumSource(Doing.class)
    void the_list_of_who_keeps_the_rule_says_how_binding_it_was_that_day(Doing what) {
        // Given
        var temporary = Turn.active(branch("TEMPORARY"));
        done(what, temporary, "2022");
        // When
        var list = List.of("2022-12-31", "2023-12-31", "2024-12-31").stream().map(day -> Register.get(officer(),
                "/organization/v1/compliance/TEMPORARY_BRANCH_WITHOUT_" + what + "?verdict=NOT_MET&organization="
                        + temporary.code() + "&on=" + day)
                .<List<String>>path("items.severity"))
                .toList();
        // Then
        assertEquals(List.of(List.of("WARNING"), List.of("ERROR"), List.of("WARNING")), list);
    }

    @Test
    void what_is_open_to_a_member_says_so_beforehand_where_the_rule_of_today_forbids_it() throws SQLException {
        // Given
        var ofTemporary = Register.member(branch("TEMPORARY"));
        asOwner("update organization_rule set severity = 'ERROR' where source = '示例规定'");
        // When
        var open = Register.get(officer(), MEMBERS + "/" + ofTemporary + "/transitions");
        var elsewhere = Register.get(officer(), MEMBERS + "/" + Register.member(branch("STANDARD")) + "/transitions");
        // Then
        open.then().body("transitions.find { it.name == 'expel' }.reasons.code", hasItem("TEMPORARY_BRANCH_REFUSED"))
                .body("transitions.find { it.name == 'withdraw' }.reasons.code",
                        not(hasItem("TEMPORARY_BRANCH_REFUSED")));
        elsewhere.then().body("transitions.find { it.name == 'expel' }.reasons.code",
                not(hasItem("TEMPORARY_BRANCH_REFUSED")));
    }

    @Test
    void a_row_of_a_file_is_judged_as_the_single_call() {
        // Given
        var temporary = branch("TEMPORARY");
        var header = "memberNumber,name,idNumber,sexCode,ethnicityCode,birthDate,memberType,joinedOn,organizationCode,onRollFrom";
        var file = Row.csv(header, admitted(header, temporary, "2023-03-01"),
                admitted(header, temporary, "2022-03-01"));
        // When
        var dry = Imports.of("members").results(Imports.of("members").dry().ended(file));
        var real = Imports.of("members").results(Imports.of("members").ended(file));
        // Then
        assertEquals(List.of("REJECTED TEMPORARY_BRANCH_REFUSED", "CREATED"), real);
        assertEquals(real, dry);
    }

    private static String admitted(String header, Register.Organization branch, String on) {
        var row = MemberText.full(branch.id()).with("memberType", "PROBATIONARY").with("joinedOn", on)
                .with("onRollFrom", on).with("organizationCode", branch.code());
        return String.join(",", List.of(header.split(",")).stream().map(row::get).toList());
    }

    private static Response done(Doing what, Register.Organization branch, String year) {
        return switch (what) {
            case ADMISSIONS -> Register.post(MEMBERS, MemberText.full(branch.id()).with("memberType", "PROBATIONARY")
                    .without("fullSince").with("joinedOn", year + "-03-01").with("onRollFrom", year + "-03-01"));
            case DISCIPLINE -> Register.step(officer(), MEMBERS + "/" + anybody(branch), "\"v1\"",
                    stepOf("expel", year + "-03-01").with("comment", "支部决议"));
            case DUES -> Register.post(Dues.CLOSINGS, Dues.closing(branch, year + "-03").with("on", year + "-04-02"));
            case ELECTIONS -> Register.post(ELECTIONS, Register.election(branch, year + "-03-01", 1));
        };
    }

    private static String anybody(Register.Organization branch) {
        return Register.get(officer(), MEMBERS + "?organization=" + branch.code()).path("items[0].id");
    }

    private Register.Organization branch(String kind) {
        var code = Register.codeBelow(committee);
        var answer = Register.post(ORGANIZATIONS,
                Register.organization(code, "BRANCH", committee.id()).with("kind", kind));
        answer.then().statusCode(201).body("kind", is(kind));
        var branch = new Register.Organization(answer.path("id"), code, answer.header("ETag"));
        IntStream.range(0, 3).forEach(i -> Register.member(branch));
        return branch;
    }

    private static void asOwner(String sql) throws SQLException {
        try (var connection = Database.asOwner().connect(); var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
