package io.zhixing.organization;

import static io.zhixing.organization.Away.FLOATING;
import static io.zhixing.organization.Away.LOSSES;
import static io.zhixing.organization.Away.RESIDENCES;
import static io.zhixing.organization.Away.floating;
import static io.zhixing.organization.Away.loss;
import static io.zhixing.organization.Away.residence;
import static io.zhixing.organization.Register.TRANSFERS;
import static io.zhixing.organization.Register.memberAddress;
import static io.zhixing.organization.Register.move;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is open about a member who leaves a roll: that he is away, where he lives, that he is lost, that he is transferred. */
@QuarkusTest
class LeaverRecordsTest {

    private static final String DAY = "2016-05-01";

    private Register.Organization committee;
    private Register.Organization home;
    private Register.Organization elsewhere;
    private String member;

    @BeforeEach
    void settle() {
        committee = Register.committee();
        home = Register.below(committee, "BRANCH");
        elsewhere = Register.branch();
        member = Register.member(home);
    }

    @Test
    void with_a_death_that_the_branch_enters_all_of_it_ends_that_day() {
        // Given
        var away = made(FLOATING, floating(member, elsewhere));
        var lives = made(RESIDENCES, residence(member, elsewhere));
        var lost = made(LOSSES, loss(member));
        var transfer = made(TRANSFERS, Register.transfer(member, elsewhere));
        var clerk = Tokens.of("BRANCH_CLERK", home.code());
        // When
        var died = move(clerk, memberAddress(member), "\"v1\"", "record-death", DAY);
        // Then
        died.then().statusCode(200);
        read(FLOATING, away).body("state", is("ENDED")).body("awayTo", is(DAY)).body("version", is(2));
        read(RESIDENCES, lives).body("state", is("ENDED")).body("endedOn", is(DAY)).body("version", is(2));
        read(LOSSES, lost).body("state", is("CLOSED")).body("foundOn", nullValue()).body("version", is(2));
        read(TRANSFERS, transfer).body("state", is("WITHDRAWN")).body("version", is(2));
        steps(FLOATING, away, "end");
        steps(RESIDENCES, lives, "end");
        steps(LOSSES, lost, "close");
        steps(TRANSFERS, transfer, "lapse");
        for (var id : List.of(away, lives, transfer)) {
            assertEquals(DAY, OutboxProbe.ofTheService().events(id, 2).get(1).payload().path("effectiveOn").asText());
        }
        assertEquals(List.of(), Outstanding.below(committee, "2026-01-01", "FLOATING_CONTACT_DUE"));
    }

    @Test
    void a_registration_that_was_confirmed_after_the_day_of_his_death_ends_on_that_day_too() {
        // Given
        var lives = made(RESIDENCES, residence(member, elsewhere));
        Register.taken(Tokens.of("BRANCH_SECRETARY", elsewhere.code()), RESIDENCES + "/" + lives,
                stepOf("confirm", "2016-05-20"));
        // When
        var died = move(officer(), memberAddress(member), "\"v1\"", "record-death", DAY);
        // Then
        died.then().statusCode(200);
        read(RESIDENCES, lives).body("endedOn", is(DAY));
    }

    @Test
    void the_branch_to_which_he_is_transferred_registers_him_anew_from_that_day() {
        // Given
        var away = made(FLOATING, floating(member, elsewhere));
        var lives = made(RESIDENCES, residence(member, elsewhere));
        var lost = made(LOSSES, loss(member));
        var receiver = Register.branch();
        Transferring.take(member, receiver, DAY);
        var clerk = Tokens.of("BRANCH_CLERK", receiver.code());
        // When
        var awayAgain = Register.post(clerk, FLOATING, floating(member, elsewhere).with("on", DAY));
        var livesAgain = Register.post(clerk, RESIDENCES, residence(member, elsewhere).with("on", DAY));
        // Then
        awayAgain.then().statusCode(201);
        livesAgain.then().statusCode(201);
        read(FLOATING, away).body("awayTo", is(DAY)).body("homeId", is(home.id()));
        read(RESIDENCES, lives).body("endedOn", is(DAY)).body("homeId", is(home.id()));
        read(LOSSES, lost).body("state", is("LOST"));
        Register.get(clerk, LOSSES + "/" + lost).then().statusCode(200);
    }

    @Test
    void who_goes_out_of_the_register_leaves_nothing_open() {
        // Given
        var away = made(FLOATING, floating(member, elsewhere).without("host"));
        var lost = made(LOSSES, loss(member));
        var transfer = made(TRANSFERS, new Body().with("memberId", member).with("receiverOutside", "省外某支部")
                .with("reason", "工作调动").with("on", "2016-03-01"));
        // When
        Transferring.carry(transfer, DAY);
        // Then
        read(FLOATING, away).body("awayTo", is(DAY));
        read(LOSSES, lost).body("state", is("CLOSED"));
        read(TRANSFERS, transfer).body("state", is("RECEIVED"));
    }

    @ParameterizedTest
    @CsvSource({"remove", "withdraw", "record-death"})
    void who_is_suspended_stays_lost_until_he_is_gone_for_good(String how) {
        // Given
        var lost = made(LOSSES, loss(member));
        var lives = made(RESIDENCES, residence(member, elsewhere));
        var transfer = made(TRANSFERS, Register.transfer(member, elsewhere));
        Register.taken(officer(), memberAddress(member), stepOf("suspend", DAY).with("comment", "失联六个月"));
        var suspended = Register.get(officer(), LOSSES + "/" + lost).<String>path("state");
        // When
        var gone = Register.step(officer(), memberAddress(member), "\"v2\"",
                stepOf(how, "2018-05-02").with("comment", "支部决议"));
        // Then
        gone.then().statusCode(200);
        assertEquals("LOST", suspended);
        read(LOSSES, lost).body("state", is("CLOSED"));
        read(RESIDENCES, lives).body("endedOn", is(DAY));
        read(TRANSFERS, transfer).body("state", is("WITHDRAWN")).body("steppedOn", is(DAY));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"floating-members", "residence-registrations"})
    void what_began_on_that_day_or_later_stands_against_it_and_nothing_is_written(String kind) {
        // Given
        var list = "/organization/v1/" + kind;
        var body = list.equals(FLOATING)
                ? floating(member, elsewhere).with("awayFrom", DAY).with("on", DAY)
                : residence(member, elsewhere).with("on", DAY);
        var open = made(list, body);
        var before = Stored.below(committee);
        // When
        var died = move(officer(), memberAddress(member), "\"v1\"", "record-death", DAY);
        // Then
        refused(died, 422, "DAYS_INCONSISTENT");
        assertEquals(before, Stored.below(committee));
        read(list, open).body("state", is("REGISTERED")).body("version", is(1));
    }

    @Test
    void who_leaves_while_something_is_registered_about_him_leaves_nothing_open() {
        // Given
        var lists = List.of(FLOATING, RESIDENCES, LOSSES, TRANSFERS);
        var leavers = IntStream.range(0, 8).mapToObj(i -> Register.member(home)).toList();
        // When
        var answers = Race.of(16, i -> i % 2 == 0
                ? Register.post(lists.get(i / 2 % 4), body(i / 2 % 4, leavers.get(i / 2)))
                : move(officer(), memberAddress(leavers.get(i / 2)), "\"v1\"", "record-death", DAY));
        // Then
        for (int i = 0; i < answers.size(); i += 2) {
            assertEquals(200, answers.get(i + 1).statusCode());
            assertTrue(List.of(201, 409).contains(answers.get(i).statusCode()), answers.get(i).asString());
            var open = lists.get(i / 2 % 4) + "?member=" + leavers.get(i / 2) + open(i / 2 % 4);
            Register.get(officer(), open).then().statusCode(200).body("items.size()", is(0));
        }
    }

    @Test
    void of_a_death_and_a_receipt_at_once_one_is_entered_and_none_waits_for_the_other() {
        // Given
        var transfers = Stream.generate(TransferDraft::new).limit(4).toList();
        transfers.forEach(TransferDraft::submit);
        transfers.forEach(TransferDraft::approve);
        // When
        var answers = Race.of(8, i -> i % 2 == 0
                ? Register.move(officer(), transfers.get(i / 2).address(), "\"v3\"", "receive", DAY)
                : move(officer(), memberAddress(transfers.get(i / 2).member), "\"v1\"", "record-death", DAY));
        // Then
        for (int i = 0; i < answers.size(); i += 2) {
            assertEquals(List.of(200, 412),
                    answers.subList(i, i + 2).stream().map(Response::statusCode).sorted().toList());
            read(TRANSFERS, transfers.get(i / 2).id).body("state",
                    is(answers.get(i).statusCode() == 200 ? "RECEIVED" : "WITHDRAWN"));
        }
    }

    private Body body(int kind, String of) {
        return switch (kind) {
            case 0 -> floating(of, elsewhere);
            case 1 -> residence(of, elsewhere);
            case 2 -> loss(of);
            default -> Register.transfer(of, elsewhere);
        };
    }

    private static String open(int kind) {
        return List.of("&state=REGISTERED", "&state=REGISTERED", "&state=LOST", "&state=DRAFT").get(kind);
    }

    private static String made(String list, Body body) {
        return Register.setUp().post(list, body).id();
    }

    private static ValidatableResponse read(String list, String id) {
        return Register.get(officer(), list + "/" + id).then().statusCode(200);
    }

    private static void steps(String list, String id, String step) {
        Register.get(officer(), list + "/" + id + "/history").then().statusCode(200).body("items.step",
                is(List.of(step))).body("items.on", is(List.of(DAY)));
    }
}
