package io.zhixing.organization;

import static io.zhixing.organization.Acting.made;
import static io.zhixing.organization.Acting.secretary;
import static io.zhixing.organization.Acting.take;
import static io.zhixing.organization.Away.ITEMS;
import static io.zhixing.organization.Away.SCREENINGS;
import static io.zhixing.organization.Away.SHEETS;
import static io.zhixing.organization.Outstanding.below;
import static io.zhixing.organization.Outstanding.forMe;
import static io.zhixing.organization.Register.ELECTIONS;
import static io.zhixing.organization.Register.TERMS;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each kind of work is there while its cause is, at the organization that it is about and for whom it waits. */
@QuarkusTest
class WorkKindsTest {

    private Register.Organization committee;
    private Register.Organization branch;
    private Register.Organization other;

    @BeforeEach
    void settle() {
        committee = Register.committee();
        branch = Register.below(committee, "BRANCH");
        other = Register.below(committee, "BRANCH");
    }

    @Test
    void an_organization_is_to_be_activated_until_it_is() {
        // Given
        var before = below(committee, "2017-01-01", "ORGANIZATION_PREPARING");
        // When
        Turn.active(committee);
        // Then
        assertEquals(List.of("ORGANIZATION_PREPARING WAITING " + committee.code(),
                "ORGANIZATION_PREPARING WAITING " + branch.code(), "ORGANIZATION_PREPARING WAITING " + other.code()),
                before);
        assertEquals(before.subList(1, 3), below(committee, "2017-01-01", "ORGANIZATION_PREPARING"));
    }

    @Test
    void a_term_is_due_then_overdue_quiet_while_postponed_and_gone_with_its_end() {
        // Given
        var term = TERMS + "/" + made(TERMS, Register.term(branch, 1, "2014-03-01", 3));
        var days = List.of(terms("2016-08-31"), terms("2016-09-01"), terms("2017-02-28"), terms("2017-03-01"));
        // When
        take(above("a"), term, stepOf("postpone", "2017-03-10").with("until", "2018-01-31").with("comment", "村组撤并"));
        var postponed = List.of(terms("2017-03-10"), terms("2017-08-01"), terms("2018-01-31"), terms("2018-02-01"));
        take(above("a"), term, stepOf("end", "2018-02-01").with("comment", "换届完成"));
        // Then
        assertEquals(List.of(List.of(), term("DUE"), term("DUE"), term("OVERDUE")), days);
        assertEquals(List.of(List.of(), term("DUE"), term("DUE"), term("OVERDUE")), postponed);
        assertEquals(List.of(), terms("2018-02-01"));
    }

    @Test
    void an_election_waits_for_its_approval_its_day_and_its_confirmation() {
        // Given
        var elected = Register.member(branch);
        var runnerUp = Register.member(branch);
        Register.member(branch);
        var secretary = Tokens.of("BRANCH_SECRETARY", branch.code());
        var election = ELECTIONS + "/" + made(ELECTIONS, Register.election(branch, "2017-01-10", 1));
        var applied = List.of(elections("2017-01-10"), forMe(above("a"), "ELECTION_TO_APPROVE"),
                forMe(secretary, "ELECTION_TO_APPROVE"));
        // When
        take(above("a"), election, stepOf("approve", "2017-01-10"));
        var approved = List.of(elections("2017-01-02"), elections("2017-01-03"), elections("2017-01-11"));
        take(above("a"), election, stepOf("record-result", "2017-01-20").raw("present", "3").raw("candidates",
                "[{\"memberId\":\"%s\",\"post\":\"SECRETARY\",\"votes\":3,\"elected\":true},{\"memberId\":\"%s\",\"post\":\"SECRETARY\",\"votes\":0,\"elected\":false}]"
                        .formatted(elected, runnerUp)));
        var held = List.of(elections("2017-01-21"), forMe(above("a"), "ELECTION_TO_CONFIRM"),
                forMe(above("b"), "ELECTION_TO_CONFIRM"));
        take(above("b"), election, stepOf("confirm", "2017-01-22"));
        // Then
        var approve = List.of("ELECTION_TO_APPROVE WAITING " + branch.code());
        var hold = "ELECTION_TO_HOLD %s " + branch.code();
        var confirm = List.of("ELECTION_TO_CONFIRM WAITING " + branch.code());
        assertEquals(List.of(approve, approve, List.of()), applied);
        assertEquals(List.of(List.of(hold.formatted("WAITING")), List.of(hold.formatted("DUE")),
                List.of(hold.formatted("OVERDUE"))), approved);
        assertEquals(List.of(confirm, List.of(), confirm), held);
        assertEquals(List.of(), elections("2017-01-22"));
    }

    @Test
    void a_screening_goes_from_check_to_review_to_what_was_found_to_its_end() {
        // Given
        Register.member(branch);
        var screening = made(SCREENINGS, Away.screening(committee));
        var run = SCREENINGS + "/" + screening;
        var sheets = Register.get(officer(), SHEETS + "?screening=" + screening).<List<String>>path("items.id");
        var item = ITEMS + "/" + Away.only(ITEMS, "screening=" + screening);
        var opened = List.of(screenings("2016-04-01"), screenings("2016-07-01"));
        // When
        take(secretary(branch, "clerk"), item,
                stepOf("report", "2016-04-01").with("finding", "LOST_CONTACT").with("action", "RESTORE_CONTACT"));
        sheets.forEach(sheet -> take(above("checker"), SHEETS + "/" + sheet, stepOf("self-check", "2016-04-02")));
        var checked = List.of(screenings("2016-04-03"), forMe(above("checker"), "SCREENING_TO_REVIEW"));
        sheets.forEach(sheet -> take(above("reviewer"), SHEETS + "/" + sheet, stepOf("review", "2016-04-10")));
        var reviewed = screenings("2016-04-11");
        var late = List.of(screenings("2016-06-30"), screenings("2016-07-01"));
        var unfinished = forMe(above("reviewer"), "SCREENING_TO_CLOSE");
        take(secretary(branch, "clerk"), item, stepOf("settle", "2016-05-02"));
        var settled = screenings("2016-05-03");
        var finished = forMe(above("reviewer"), "SCREENING_TO_CLOSE");
        take(above("reviewer"), run, stepOf("close", "2016-05-04"));
        // Then
        var found = "SCREENING_ACTION_OPEN WAITING " + branch.code();
        assertEquals(List.of(
                List.of("SCREENING_TO_CHECK WAITING " + branch.code(), "SCREENING_TO_CHECK WAITING " + other.code()),
                List.of("SCREENING_TO_CLOSE OVERDUE " + committee.code(), "SCREENING_TO_CHECK OVERDUE " + branch.code(),
                        "SCREENING_TO_CHECK OVERDUE " + other.code())),
                opened);
        assertEquals(List.of(List.of(found, "SCREENING_TO_REVIEW WAITING " + branch.code(),
                "SCREENING_TO_REVIEW WAITING " + other.code()), List.of()), checked);
        assertEquals(List.of(found), reviewed);
        assertEquals(List.of(
                List.of("SCREENING_TO_CLOSE WAITING " + committee.code(), "SCREENING_ACTION_OPEN DUE " + branch.code()),
                List.of("SCREENING_TO_CLOSE OVERDUE " + committee.code(),
                        "SCREENING_ACTION_OPEN OVERDUE " + branch.code())),
                late);
        assertEquals(List.of("SCREENING_TO_CLOSE WAITING " + committee.code()), settled);
        assertEquals(List.of(List.of(), List.of("SCREENING_TO_CLOSE OVERDUE " + committee.code())),
                List.of(unfinished, finished));
        assertEquals(List.of(), screenings("2016-07-01"));
    }

    @Test
    void a_branch_is_behind_with_dues_while_one_of_its_members_is() {
        // Given
        var first = Register.member(branch);
        Register.member(branch);
        Register.post(Dues.CLOSINGS, Dues.closing(branch, "2016-05")).then().statusCode(200);
        var answer = Outstanding.list(officer(), "kind=DUES_ARREARS&organization=" + committee.code());
        // When
        Register.post(Dues.RECEIPTS, Dues.receipt(first, "2016-05")).then().statusCode(200);
        var one = Outstanding.list(officer(), "kind=DUES_ARREARS&organization=" + committee.code());
        Register.get(officer(), Dues.ARREARS + "?open=true&organization=" + branch.code())
                .<List<String>>path("items.memberId").forEach(
                        member -> Register.post(Dues.RECEIPTS, Dues.receipt(member, "2016-05")).then().statusCode(200));
        // Then
        answer.then().body("items.quantity", is(List.of(2))).body("items.status", is(List.of("OVERDUE")))
                .body("items.since", is(List.of("2016-05-01"))).body("items.code", is(List.of(branch.code())));
        one.then().body("items.quantity", is(List.of(1)));
        assertEquals(List.of(), below(committee, "2016-12-31", "DUES_ARREARS"));
    }

    @Test
    void a_reduction_waits_above_the_branch_and_not_for_who_asked() {
        // Given
        var asked = Register.post(above("asker"), Dues.REDUCTIONS,
                Dues.reduction(Register.member(branch), "2016-01", "2016-06"));
        asked.then().statusCode(201);
        var address = Dues.REDUCTIONS + "/" + asked.path("id");
        var waiting = List.of(forMe(above("asker"), "REDUCTION_TO_DECIDE"), forMe(above("a"), "REDUCTION_TO_DECIDE"),
                forMe(secretary(branch, "secretary"), "REDUCTION_TO_DECIDE"));
        // When
        take(above("a"), address, stepOf("approve", "2016-01-12"));
        // Then
        assertEquals(List.of(List.of(), List.of("REDUCTION_TO_DECIDE WAITING " + branch.code()), List.of()), waiting);
        assertEquals(List.of(), below(committee, "2016-12-31", "REDUCTION_TO_DECIDE"));
    }

    private List<String> terms(String day) {
        return below(committee, day, "TERM_ENDING");
    }

    private List<String> term(String status) {
        return List.of("TERM_ENDING " + status + " " + branch.code());
    }

    private List<String> elections(String day) {
        return below(committee, day, "ELECTION_TO_APPROVE", "ELECTION_TO_HOLD", "ELECTION_TO_CONFIRM");
    }

    private List<String> screenings(String day) {
        return below(committee, day, "SCREENING_TO_CHECK", "SCREENING_TO_REVIEW", "SCREENING_ACTION_OPEN",
                "SCREENING_TO_CLOSE");
    }

    private String above(String person) {
        return Tokens.grant("CAMPAIGN_OFFICER", committee.code()).subject(person).token();
    }
}
