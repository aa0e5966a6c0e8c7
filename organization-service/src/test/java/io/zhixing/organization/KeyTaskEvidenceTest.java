package io.zhixing.organization;

import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evidence is counted in the register on the day of the report: of two branches one is as it should be. */
@QuarkusTest
class KeyTaskEvidenceTest {

    private Register.Organization county;
    private Register.Organization town;
    private Register.Organization good;
    private Register.Organization behind;
    private String campaign;

    @BeforeEach
    void settle() {
        county = Register.committee();
        town = Register.below(county, "PRIMARY_COMMITTEE");
        good = Register.below(town, "BRANCH");
        behind = Register.below(town, "BRANCH");
        campaign = Campaigning.opened(county);
    }

    @Test
    void screening_is_shown_by_the_branches_whose_sheet_was_reviewed() {
        // Given
        Register.member(good);
        Register.member(behind);
        var screening = Register.post(Away.SCREENINGS, Away.screening(county)).<String>path("id");
        review(screening, good, "2016-04-10");
        review(screening, behind, "2016-04-20");
        // When
        var answer = report("SCREENING", "2016-04-19");
        // Then
        counted(answer, 1, 2, "2016-04-19");
    }

    @Test
    void elections_are_shown_by_the_terms_that_are_not_overdue() {
        // Given
        Register.post(Register.TERMS, Register.term(good, 1, "2014-03-01", 3)).then().statusCode(201);
        Register.post(Register.TERMS, Register.term(behind, 1, "2013-03-01", 3)).then().statusCode(201);
        // When
        var answer = report("ELECTIONS", "2016-06-01");
        // Then
        counted(answer, 1, 2, "2016-06-01");
    }

    @ParameterizedTest
    @CsvSource({"2016-06-02, 1", "2016-06-01, 2"})
    void an_election_postponed_later_does_not_count_for_a_day_before(String approvedOn, int shown) {
        // Given
        Register.post(Register.TERMS, Register.term(good, 1, "2014-03-01", 3)).then().statusCode(201);
        var late = Register.TERMS + "/"
                + Register.post(Register.TERMS, Register.term(behind, 1, "2013-03-01", 3)).<String>path("id");
        Register.step(officer(), late, "\"v1\"",
                stepOf("postpone", approvedOn).with("until", "2016-12-01").with("comment", "村组撤并")).then()
                .statusCode(200);
        // When
        var answer = report("ELECTIONS", "2016-06-01");
        // Then
        counted(answer, shown, 2, "2016-06-01");
    }

    @Test
    void dues_are_shown_by_the_members_in_no_arrears_and_a_report_stays_as_it_was() {
        // Given
        var paid = Register.member(good);
        var unpaid = Register.member(behind);
        for (var member : new String[]{paid, unpaid}) {
            Register.post(Dues.ASSESSMENTS, Dues.assessment(member, "2016-05", 300_000)).then().statusCode(200);
        }
        Register.post(Dues.RECEIPTS, Dues.receipt(paid, "2016-05")).then().statusCode(200);
        Register.post(Dues.CLOSINGS, Dues.closing(good, "2016-05")).then().statusCode(200);
        Register.post(Dues.CLOSINGS, Dues.closing(behind, "2016-05")).then().statusCode(200);
        var answer = report("DUES", "2016-12-22");
        // When
        Register.post(Dues.RECEIPTS, Dues.receipt(unpaid, "2016-05").with("on", "2016-12-23")).then().statusCode(200);
        // Then
        counted(answer, 1, 2, "2016-12-22");
        Register.get(officer(), answer).then().body("numerator", is(1));
    }

    @Test
    void who_left_after_the_day_of_the_report_counts_with_his_arrears_though_the_reporter_sees_him_no_more() {
        // Given
        Register.member(good);
        var gone = Register.member(behind);
        for (var branch : List.of(good, behind)) {
            Register.post(Dues.CLOSINGS, Dues.closing(branch, "2016-05")).then().statusCode(200);
        }
        Transferring.take(gone, Register.branch(), "2016-12-23");
        // When
        var answer = report("DUES", "2016-12-22");
        // Then
        counted(answer, 0, 2, "2016-12-22");
    }

    @Test
    void the_database_counts_dues_for_nobody_who_does_not_see_the_organization() {
        // Given
        Register.member(good);
        Register.post(Dues.CLOSINGS, Dues.closing(good, "2016-05")).then().statusCode(200);
        var counted = "select on_roll from dues_evidence('%1$s', rtrim('%1$s', '/') || '0', '2016-12-22')"
                .formatted(Register.path(good));
        // When, Then
        assertEquals(List.of(1L), Database.asApplication().within(Register.path(town)).query(counted,
                row -> row.getLong(1)));
        assertEquals(List.of(0L), Database.asApplication().within(Register.path(behind)).query(counted,
                row -> row.getLong(1)));
    }

    /** The address of the progress, after the report. */
    private String report(String evidence, String on) {
        var task = Campaigning.made(KeyTasking.TASKS,
                KeyTasking.task(campaign, 1, evidence, "PRIMARY_COMMITTEE").with("title", evidence));
        KeyTasking.own(task, town, stepOf("start", "2016-03-10")).then().statusCode(200);
        KeyTasking.own(task, town, stepOf("report", on)).then().statusCode(200);
        return KeyTasking.address(task, town);
    }

    private static void counted(String address, int numerator, int denominator, String on) {
        Register.get(officer(), address).then().body("state", is("REPORTED")).body("numerator", is(numerator))
                .body("denominator", is(denominator)).body("evidenceOn", is(on));
    }

    private void review(String screening, Register.Organization branch, String on) {
        var sheet = Away.SHEETS + "/"
                + Away.only(Away.SHEETS, "screening=" + screening + "&organization=" + branch.code());
        var item = Away.ITEMS + "/" + Away.only(Away.ITEMS, "sheet=" + sheet.substring(sheet.lastIndexOf('/') + 1));
        step("clerk", item, "confirm", "2016-04-01");
        step("clerk", sheet, "self-check", "2016-04-02");
        step("above", sheet, "review", on);
    }

    private void step(String person, String address, String step, String on) {
        Register.step(Tokens.grant("CAMPAIGN_OFFICER", town.code()).subject(person).token(), address,
                Register.tag(address), stepOf(step, on)).then().statusCode(200);
    }
}
