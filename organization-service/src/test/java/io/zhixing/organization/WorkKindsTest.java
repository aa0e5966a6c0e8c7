package io.zhixing.organization;

import static io.zhixing.organization.Away.FLOATING;
import static io.zhixing.organization.Away.ITEMS;
import static io.zhixing.organization.Away.RESIDENCES;
import static io.zhixing.organization.Away.SCREENINGS;
import static io.zhixing.organization.Away.SHEETS;
import static io.zhixing.organization.Outstanding.below;
import static io.zhixing.organization.Outstanding.forMe;
import static io.zhixing.organization.Register.ELECTIONS;
import static io.zhixing.organization.Register.TERMS;
import static io.zhixing.organization.Register.TRANSFERS;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.stepOf;
import static io.zhixing.organization.Register.tag;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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
    void a_transfer_waits_at_one_side_at_a_time_and_not_for_who_submitted_it() {
        // Given
        var transfer = TRANSFERS + "/" + made(TRANSFERS, Register.transfer(Register.member(branch), other));
        var drafted = transfers();
        // When
        take(secretary(branch, "clerk"), transfer, stepOf("submit", "2016-03-02"));
        var submitted = List.of(transfers(), forMe(secretary(branch, "clerk"), "TRANSFER_TO_APPROVE"),
                forMe(secretary(branch, "secretary"), "TRANSFER_TO_APPROVE"));
        take(secretary(branch, "secretary"), transfer, stepOf("approve-sending", "2016-03-03"));
        var sent = List.of(transfers(), forMe(secretary(other, "receiver"), "TRANSFER_TO_RECEIVE"),
                forMe(secretary(branch, "clerk"), "TRANSFER_TO_RECEIVE"));
        take(secretary(other, "receiver"), transfer, stepOf("receive", "2016-03-04"));
        // Then
        var approve = List.of("TRANSFER_TO_APPROVE WAITING " + branch.code());
        var receive = List.of("TRANSFER_TO_RECEIVE WAITING " + other.code());
        assertEquals(List.of(), drafted);
        assertEquals(List.of(approve, List.of(), approve), submitted);
        assertEquals(receive, sent.get(0));
        // Today, years later, the letter has run out.
        assertEquals(List.of("TRANSFER_TO_RECEIVE OVERDUE " + other.code()), sent.get(1));
        assertEquals(List.of(), sent.get(2));
        assertEquals(List.of(), transfers());
    }

    @Test
    void a_transfer_beyond_the_committee_waits_above_and_its_letter_runs_out_at_the_sender() {
        // Given
        var elsewhere = Register.branch();
        var transfer = TRANSFERS + "/" + made(TRANSFERS, Register.transfer(Register.member(branch), elsewhere));
        take(secretary(branch, "clerk"), transfer, stepOf("submit", "2016-03-02"));
        take(secretary(branch, "secretary"), transfer, stepOf("approve-sending", "2016-03-03"));
        // When
        var waiting = forMe(above("a"), "TRANSFER_TO_APPROVE", "TRANSFER_TO_RECEIVE");
        var letter = List.of(below(branch, "2016-05-24", "LETTER_ENDING"), below(branch, "2016-05-25", "LETTER_ENDING"),
                below(branch, "2016-06-02", "LETTER_ENDING"));
        var seenThere = below(elsewhere, "2016-05-25", "LETTER_ENDING", "TRANSFER_TO_APPROVE");
        take(above("a"), transfer, stepOf("approve-upper", "2016-03-04"));
        // Then
        assertEquals(List.of("TRANSFER_TO_APPROVE OVERDUE " + branch.code()), waiting);
        assertEquals(List.of(List.of(), List.of("LETTER_ENDING DUE " + branch.code()),
                List.of("LETTER_ENDING OVERDUE " + branch.code())), letter);
        assertEquals(List.of(), seenThere);
        assertEquals(List.of("TRANSFER_TO_RECEIVE WAITING " + elsewhere.code()),
                below(elsewhere, "2016-03-05", "TRANSFER_TO_RECEIVE"));
    }

    @Test
    void a_transfer_out_of_the_county_waits_for_each_superior_on_its_way_and_then_for_the_receiver() {
        // Given
        var town = Register.below(committee, "PRIMARY_COMMITTEE");
        var sender = Register.below(town, "BRANCH");
        var receiver = Register.branch();
        var transfer = TRANSFERS + "/" + made(TRANSFERS, Register.transfer(Register.member(sender), receiver));
        take(secretary(sender, "clerk"), transfer, stepOf("submit", "2016-03-02"));
        take(secretary(sender, "secretary"), transfer, stepOf("approve-sending", "2016-03-03"));
        var townsTurn = List.of(forMe(office(town), "TRANSFER_TO_APPROVE"), onItsWay(receiver));
        // When
        take(office(town), transfer, stepOf("approve-upper", "2016-03-04"));
        var countysTurn = List.of(forMe(office(town), "TRANSFER_TO_APPROVE"),
                forMe(above("county"), "TRANSFER_TO_APPROVE"), onItsWay(receiver));
        take(above("county"), transfer, stepOf("approve-upper", "2016-03-05"));
        // Then
        var approve = List.of("TRANSFER_TO_APPROVE OVERDUE " + sender.code());
        assertEquals(List.of(approve, List.of()), townsTurn);
        assertEquals(List.of(List.of(), approve, List.of()), countysTurn);
        assertEquals(List.of("TRANSFER_TO_RECEIVE WAITING " + receiver.code()), onItsWay(receiver));
        assertEquals(List.of(), forMe(above("county"), "TRANSFER_TO_APPROVE"));
    }

    @Test
    void a_floating_member_waits_for_the_host_and_home_must_hear_from_him_every_half_year() {
        // Given
        var id = made(FLOATING, Away.floating(Register.member(branch), other));
        var address = FLOATING + "/" + id;
        var registered = below(committee, "2016-03-02", "FLOATING_TO_CONFIRM", "FLOATING_CONTACT_DUE");
        // When
        take(secretary(other, "host"), address, stepOf("confirm-host", "2016-03-05"));
        String last = Register.get(officer(), address).path("lastContactOn");
        var quiet = contacts(last, 5);
        var due = contacts(last, 6);
        take(secretary(branch, "clerk"), address, stepOf("contact", "2018-06-01"));
        var heard = below(committee, "2018-11-23", "FLOATING_CONTACT_DUE");
        var later = below(committee, "2018-11-24", "FLOATING_CONTACT_DUE");
        take(secretary(branch, "clerk"), address, stepOf("end", "2018-09-01"));
        // Then
        assertEquals(List.of("FLOATING_TO_CONFIRM WAITING " + other.code()), registered);
        assertEquals(List.of(), quiet);
        assertEquals(List.of("FLOATING_CONTACT_DUE DUE " + branch.code()), due);
        assertEquals(List.of(), heard);
        assertEquals(List.of("FLOATING_CONTACT_DUE DUE " + branch.code()), later);
        assertEquals(List.of(), below(committee, "2026-01-01", "FLOATING_TO_CONFIRM", "FLOATING_CONTACT_DUE"));
    }

    @Test
    void a_residence_is_confirmed_where_the_member_lives() {
        // Given
        var address = RESIDENCES + "/" + made(RESIDENCES, Away.residence(Register.member(branch), other));
        var days = List.of(residences("2016-03-23"), residences("2016-03-24"), residences("2016-04-01"));
        var mine = forMe(secretary(other, "secretary"), "RESIDENCE_TO_CONFIRM");
        // When
        take(secretary(other, "secretary"), address, stepOf("confirm", "2016-03-20"));
        // Then
        var there = "RESIDENCE_TO_CONFIRM %s " + other.code();
        assertEquals(List.of(List.of(there.formatted("WAITING")), List.of(there.formatted("DUE")),
                List.of(there.formatted("OVERDUE"))), days);
        assertEquals(List.of(there.formatted("OVERDUE")), mine);
        assertEquals(List.of(), residences("2016-04-01"));
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
        take(secretary(branch, "clerk"), item, stepOf("settle", "2016-05-02"));
        var settled = screenings("2016-05-03");
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
        assertEquals(List.of("SCREENING_TO_CLOSE WAITING " + committee.code()), settled);
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

    private List<String> transfers() {
        return below(committee, "2016-03-10", "TRANSFER_TO_APPROVE", "TRANSFER_TO_RECEIVE", "LETTER_ENDING");
    }

    private static List<String> onItsWay(Register.Organization receiver) {
        return below(receiver, "2016-03-10", "TRANSFER_TO_RECEIVE");
    }

    private static String office(Register.Organization organization) {
        return Tokens.grant("CAMPAIGN_OFFICER", organization.code()).subject("office").token();
    }

    private List<String> residences(String day) {
        return below(committee, day, "RESIDENCE_TO_CONFIRM");
    }

    private List<String> screenings(String day) {
        return below(committee, day, "SCREENING_TO_CHECK", "SCREENING_TO_REVIEW", "SCREENING_ACTION_OPEN",
                "SCREENING_TO_CLOSE");
    }

    private List<String> contacts(String last, int months) {
        return below(committee, LocalDate.parse(last).plusMonths(months).toString(), "FLOATING_CONTACT_DUE");
    }

    private String above(String person) {
        return Tokens.grant("CAMPAIGN_OFFICER", committee.code()).subject(person).token();
    }

    private static String secretary(Register.Organization organization, String person) {
        return Tokens.grant("BRANCH_SECRETARY", organization.code()).subject(person).token();
    }

    private static String made(String list, Body body) {
        var answer = Register.post(list, body);
        answer.then().statusCode(201);
        return answer.path("id");
    }

    private static Response take(String token, String address, Body move) {
        var answer = Register.step(token, address, tag(address), move);
        answer.then().statusCode(200);
        return answer;
    }
}
