package io.zhixing.organization;

import static io.zhixing.organization.Acting.made;
import static io.zhixing.organization.Acting.secretary;
import static io.zhixing.organization.Acting.take;
import static io.zhixing.organization.Away.FLOATING;
import static io.zhixing.organization.Away.RESIDENCES;
import static io.zhixing.organization.Outstanding.below;
import static io.zhixing.organization.Outstanding.forMe;
import static io.zhixing.organization.Register.TRANSFERS;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each kind of work that a member gives: who comes, goes, is away or lives elsewhere. */
@QuarkusTest
class MemberWorkTest {

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

    private List<String> transfers() {
        return below(committee, "2016-03-10", "TRANSFER_TO_APPROVE", "TRANSFER_TO_RECEIVE", "LETTER_ENDING");
    }

    private static List<String> onItsWay(Register.Organization receiver) {
        return below(receiver, "2016-03-10", "TRANSFER_TO_RECEIVE");
    }

    private List<String> residences(String day) {
        return below(committee, day, "RESIDENCE_TO_CONFIRM");
    }

    private List<String> contacts(String last, int months) {
        return below(committee, LocalDate.parse(last).plusMonths(months).toString(), "FLOATING_CONTACT_DUE");
    }

    private static String office(Register.Organization organization) {
        return Tokens.grant("CAMPAIGN_OFFICER", organization.code()).subject("office").token();
    }

    private String above(String person) {
        return Tokens.grant("CAMPAIGN_OFFICER", committee.code()).subject(person).token();
    }
}
