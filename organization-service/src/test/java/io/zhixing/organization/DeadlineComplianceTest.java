package io.zhixing.organization;

import static io.zhixing.organization.Away.FLOATING;
import static io.zhixing.organization.Away.RESIDENCES;
import static io.zhixing.organization.Away.SCREENINGS;
import static io.zhixing.organization.Register.POSTS;
import static io.zhixing.organization.Register.TERMS;
import static io.zhixing.organization.Register.TRANSFERS;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.stepOf;
import static io.zhixing.organization.Register.tag;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.database.Statements;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an organization owes by a day: due soon, overdue or met, by the day that is asked for. */
@QuarkusTest
class DeadlineComplianceTest {

    /** Rules on organizations: each costs one statement, however many organizations lie below. */
    private static final int RULES = 21;

    private Register.Organization committee;
    private Register.Organization branch;
    private List<String> members;

    @BeforeEach
    void settle() {
        committee = Turn.active(Register.committee());
        branch = Register.below(committee, "BRANCH");
        members = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            members.add(Register.member(branch));
        }
        Turn.active(branch);
    }

    @Test
    void a_term_is_met_due_overdue_or_postponed_by_the_day() {
        // Given
        var term = TERMS + "/" + made(TERMS, Register.term(branch, 1, "2014-03-01", 3));
        var before = verdicts("TERM_ELECTION_IN_TIME", "2016-08-31", "2016-09-01", "2017-02-28", "2017-03-01");
        // When
        take(term, stepOf("postpone", "2017-03-10").with("until", "2017-09-01").with("comment", "村组撤并"));
        var after = verdicts("TERM_ELECTION_IN_TIME", "2017-03-09", "2017-03-10", "2017-09-01", "2017-09-02");
        // Then
        assertEquals(List.of("MET", "DUE_SOON", "DUE_SOON", "OVERDUE"), before);
        assertEquals(List.of("OVERDUE", "POSTPONED", "POSTPONED", "OVERDUE"), after);
        compliance("TERM_ELECTION_IN_TIME", "2017-03-09").then().body("items.present", is(List.of(9)))
                .body("items.dueOn", is(List.of("2017-02-28")));
        compliance("TERM_ELECTION_IN_TIME", "2017-09-03").then().body("items.present", is(List.of(2)))
                .body("items.dueOn", is(List.of("2017-09-01"))).body("items.severity", is(List.of("ERROR")))
                .body("items[0].source", startsWith("基层组织选举工作条例"));
        compliance("TERM_ELECTION_IN_TIME", "2014-02-28").then().body("items", empty());
    }

    @Test
    void a_second_postponement_leaves_what_was_so_before_it() {
        // Given
        var term = TERMS + "/" + made(TERMS, Register.term(branch, 1, "2014-03-01", 3));
        take(term, stepOf("postpone", "2017-02-10").with("until", "2017-09-01").with("comment", "村组撤并"));
        // When
        take(term, stepOf("postpone", "2017-12-01").with("until", "2018-04-01").with("comment", "仍未完成"));
        // Then
        assertEquals(List.of("POSTPONED", "POSTPONED", "OVERDUE", "OVERDUE", "POSTPONED", "POSTPONED", "OVERDUE"),
                verdicts("TERM_ELECTION_IN_TIME", "2017-03-01", "2017-09-01", "2017-09-02", "2017-11-30", "2017-12-01",
                        "2018-04-01", "2018-04-02"));
        assertEquals(List.of("MET", "MET", "NOT_MET"),
                verdicts("TERM_POSTPONED_AT_MOST", "2017-02-10", "2017-11-30", "2017-12-01"));
        compliance("TERM_POSTPONED_AT_MOST", "2017-02-09").then().body("items", empty());
    }

    @Test
    void a_postponement_of_more_than_a_year_is_against_the_rule() {
        // Given
        var term = TERMS + "/" + made(TERMS, Register.term(branch, 1, "2014-03-01", 3));
        var none = compliance("TERM_POSTPONED_AT_MOST", "2017-04-01");
        take(term, stepOf("postpone", "2017-03-10").with("until", "2018-03-01").with("comment", "村组撤并"));
        var year = compliance("TERM_POSTPONED_AT_MOST", "2017-04-01");
        // When
        take(term, stepOf("postpone", "2018-02-10").with("until", "2018-03-02").with("comment", "仍未完成"));
        var longer = compliance("TERM_POSTPONED_AT_MOST", "2018-03-01");
        // Then
        none.then().body("items", empty());
        year.then().body("items.verdict", is(List.of("MET"))).body("items.present", is(List.of(12)));
        longer.then().body("items.verdict", is(List.of("NOT_MET"))).body("items.present", is(List.of(13)))
                .body("items.needed", is(List.of(12)));
    }

    @Test
    void a_secretarys_post_may_be_vacant_for_three_months() {
        // Given
        var fromTheBeginning = verdicts("SECRETARY_IN_POST", "2012-04-04", "2012-04-05");
        var post = POSTS + "/" + made(POSTS, Register.secretary(members.get(0), branch, "2012-05-01"));
        // When
        take(post, stepOf("leave", "2016-01-10"));
        var after = verdicts("SECRETARY_IN_POST", "2012-04-30", "2012-05-01", "2016-01-09", "2016-01-10", "2016-04-10",
                "2016-04-11");
        // Then
        assertEquals(List.of("DUE_SOON", "OVERDUE"), fromTheBeginning);
        assertEquals(List.of("OVERDUE", "MET", "MET", "DUE_SOON", "DUE_SOON", "OVERDUE"), after);
        compliance("SECRETARY_IN_POST", "2016-01-20").then().body("items.present", is(List.of(10)))
                .body("items.dueOn", is(List.of("2016-04-10")));
    }

    @Test
    void dues_are_members_paid_of_members_due_in_the_last_month_closed_by_the_day() {
        // Given
        Register.post(Dues.RECEIPTS, Dues.receipt(members.get(0), "2016-06")).then().statusCode(200);
        var exempt = Dues.REDUCTIONS + "/" + made(Dues.REDUCTIONS,
                Dues.reduction(members.get(1), "2016-01", "2016-12").raw("basisPointsOff", "10000"));
        Register.step(above(), exempt, tag(exempt), stepOf("approve", "2016-01-12")).then().statusCode(200);
        Register.post(Dues.CLOSINGS, Dues.closing(branch, "2016-06")).then().statusCode(200);
        // When
        var open = compliance("DUES_PAID_THROUGH", "2016-12-20");
        var closed = compliance("DUES_PAID_THROUGH", "2016-12-21");
        for (var member : members.subList(2, 4)) {
            Register.post(Dues.RECEIPTS, Dues.receipt(member, "2016-06").with("on", "2016-12-30")).then()
                    .statusCode(200);
        }
        // Then
        open.then().body("items", empty());
        closed.then().body("items.verdict", is(List.of("NOT_MET"))).body("items.numerator", is(List.of(1)))
                .body("items.denominator", is(List.of(3))).body("items.present", is(List.of(33)))
                .body("items.needed", is(List.of(100)));
        assertEquals(List.of("NOT_MET", "MET"), verdicts("DUES_PAID_THROUGH", "2016-12-29", "2016-12-30"));
    }

    @Test
    void a_screening_is_closed_by_its_last_day() {
        // Given
        var town = Turn.active(Register.below(committee, "PRIMARY_COMMITTEE"));
        var run = SCREENINGS + "/" + made(SCREENINGS, Away.screening(town));
        // When
        var open = verdicts("SCREENING_IN_TIME", "2016-06-22", "2016-06-23", "2016-06-30", "2016-07-01");
        take(run, stepOf("close", "2016-07-10"));
        var closed = verdicts("SCREENING_IN_TIME", "2016-07-09", "2016-07-10");
        // Then
        assertEquals(List.of("MET", "DUE_SOON", "DUE_SOON", "OVERDUE"), open);
        assertEquals(List.of("OVERDUE", "MET"), closed);
    }

    @Test
    void a_transfer_waits_a_month_at_most_and_its_letter_runs_out() {
        // Given
        var receiver = Register.below(committee, "BRANCH");
        var transfer = TRANSFERS + "/" + made(TRANSFERS, Register.transfer(members.get(0), receiver));
        take(transfer, stepOf("submit", "2016-03-02"));
        Register.step(above(), transfer, tag(transfer), stepOf("approve-sending", "2016-03-03")).then()
                .statusCode(200);
        // When
        var waiting = verdicts("TRANSFERS_IN_TIME", "2016-03-25", "2016-03-26", "2016-04-02", "2016-04-03");
        var letters = verdicts("LETTERS_VALID", "2016-05-24", "2016-05-25", "2016-06-01", "2016-06-02");
        take(transfer, stepOf("receive", "2016-05-30"));
        // Then
        assertEquals(List.of("MET", "DUE_SOON", "DUE_SOON", "OVERDUE"), waiting);
        assertEquals(List.of("MET", "DUE_SOON", "DUE_SOON", "OVERDUE"), letters);
        compliance("TRANSFERS_IN_TIME", "2016-05-29").then().body("items.numerator", is(List.of(1)))
                .body("items.denominator", is(List.of(1))).body("items.dueOn", is(List.of("2016-04-02")));
        compliance("TRANSFERS_IN_TIME", "2016-05-30").then().body("items", empty());
        compliance("LETTERS_VALID", "2016-06-02").then().body("items", empty());
        compliance("TRANSFERS_IN_TIME", "2016-03-01").then().body("items", empty());
    }

    @Test
    void who_floats_is_contacted_twice_a_year_and_who_lives_elsewhere_is_confirmed_in_a_month() {
        // Given
        var host = Register.below(committee, "BRANCH");
        made(FLOATING, Away.floating(members.get(0), host));
        var home = Register.branch();
        var residence = RESIDENCES + "/" + made(RESIDENCES, Away.residence(Register.member(home), branch));
        // When
        var floating = verdicts("FLOATING_MEMBERS_CONTACTED", "2016-08-24", "2016-08-25", "2016-09-01", "2016-09-02");
        var waiting = verdicts("RESIDENCES_CONFIRMED", "2016-03-23", "2016-03-24", "2016-03-31", "2016-04-01");
        take(residence, stepOf("confirm", "2016-04-05"));
        // Then
        assertEquals(List.of("MET", "DUE_SOON", "DUE_SOON", "OVERDUE"), floating);
        assertEquals(List.of("MET", "DUE_SOON", "DUE_SOON", "OVERDUE"), waiting);
        assertEquals(List.of("OVERDUE", "MET"), verdicts("RESIDENCES_CONFIRMED", "2016-04-04", "2016-04-05"));
        compliance("RESIDENCES_CONFIRMED", "2016-04-05").then().body("items.verdict", is(List.of("MET")))
                .body("items.numerator", is(List.of(0))).body("items.denominator", is(List.of(1)));
    }

    @Test
    void who_was_contacted_late_was_overdue_until_then() {
        // Given
        var floating = FLOATING + "/" + made(FLOATING, Away.floating(members.get(0), Register.branch()));
        take(floating, stepOf("contact", "2016-10-01"));
        // When
        var verdicts = verdicts("FLOATING_MEMBERS_CONTACTED", "2016-09-01", "2016-09-30", "2016-10-01", "2017-03-26",
                "2017-04-02");
        // Then
        assertEquals(List.of("DUE_SOON", "OVERDUE", "MET", "DUE_SOON", "OVERDUE"), verdicts);
    }

    @Test
    void a_verdict_names_the_row_of_its_rule_and_is_counted_for_any_subtree() {
        // Given
        made(TERMS, Register.term(branch, 1, "2014-03-01", 3));
        var rule = Register.get(officer(), "/organization/v1/rules?code=TERM_ELECTION_IN_TIME").<String>path(
                "items[0].id");
        // When
        var overdue = Register.get(officer(), address("TERM_ELECTION_IN_TIME", "2017-03-01")
                + "&verdict=OVERDUE&verdict=DUE_SOON&count=true");
        var met = Register.get(officer(), address("TERM_ELECTION_IN_TIME", "2017-03-01") + "&verdict=MET&count=true");
        // Then
        overdue.then().body("items.ruleId", is(List.of(rule))).body("total", is(1));
        met.then().body("total", is(0));
    }

    @Test
    void a_page_of_a_rule_is_one_statement_and_all_rules_of_one_organization_a_constant_number() {
        // Given
        var reader = Tokens.of("READER", committee.code());
        var checks = "/organization/v1/organizations/" + branch.id() + "/checks?on=2016-12-31";
        Register.get(reader, checks).then().statusCode(200);
        // When
        var page = Statements.of(Database.asApplication(), () -> Register
                .get(reader, "/organization/v1/compliance/DUES_PAID_THROUGH?on=2016-12-31").then().statusCode(200));
        var all = Statements.of(Database.asApplication(), () -> Register.get(reader, checks));
        // Then: scope, organization, one a rule
        assertEquals(2, page.count(), page.toString());
        assertEquals(2 + RULES, all.count(), all.toString());
    }

    private List<String> verdicts(String rule, String... days) {
        return List.of(days).stream().map(day -> {
            var answer = compliance(rule, day);
            answer.then().statusCode(200).body("items.size()", is(1));
            return answer.<String>path("items[0].verdict");
        }).toList();
    }

    /** Everybody but the one organization that the test is about is not concerned, or stands above it. */
    private Response compliance(String rule, String on) {
        return Register.get(officer(), address(rule, on));
    }

    private String address(String rule, String on) {
        var below = rule.equals("SECRETARY_IN_POST") ? branch : committee;
        return "/organization/v1/compliance/" + rule + "?organization=" + below.code() + "&on=" + on;
    }

    private static String above() {
        return Tokens.grant("CAMPAIGN_OFFICER", Register.ROOT).subject("above").token();
    }

    private static String made(String list, Body body) {
        var answer = Register.post(list, body);
        answer.then().statusCode(201);
        return answer.path("id");
    }

    private static void take(String address, Body move) {
        Register.step(officer(), address, tag(address), move).then().statusCode(200);
    }
}
