package io.zhixing.organization;

import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.TRANSFERS;
import static io.zhixing.organization.Register.memberAddress;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.stepOf;
import static io.zhixing.organization.TransferDraft.roll;
import static io.zhixing.organization.TransferDraft.secretary;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.organization.transfer.ExpireTransfers;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.event.TopicEvent;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who comes to a branch from an organization outside the register. */
@QuarkusTest
class TransferArrivalTest {

    @Inject
    ExpireTransfers expireTransfers;

    private Register.Organization county;
    private Register.Organization receiver;
    private Body person;
    private String number;

    @BeforeEach
    void settle() {
        county = Register.committee();
        receiver = Register.below(county, "BRANCH");
        person = MemberText.full(receiver.id());
        number = person.get("memberNumber");
    }

    @Test
    void who_comes_from_outside_is_on_the_roll_from_the_day_of_his_receipt() {
        // Given
        var drafted = Register.post(clerk(), TRANSFERS, arrival(number));
        String id = drafted.path("id");
        approve(id);
        var before = members();
        // When
        var received = take(secretary(receiver), id, receipt("2016-03-10"));
        // Then
        drafted.then().statusCode(201).body("senderOutside", is("某省某市某支部")).body("senderId", nullValue())
                .body("memberId", nullValue()).body("memberNumber", is(number)).body("reach", is("NATIONWIDE"));
        assertEquals(0, before);
        received.then().statusCode(200).body("state", is("RECEIVED")).body("memberId", notNullValue());
        String member = received.path("memberId");
        Register.get(officer(), memberAddress(member)).then().body("memberNumber", is(number))
                .body("status", is("ACTIVE")).body("organizationId", is(receiver.id()))
                .body("onRollFrom", is("2016-03-10"));
        assertEquals(List.of(0, 1), List.of(roll(receiver, "2016-03-09"), roll(receiver, "2016-03-10")));
        assertEquals(receiver.id(), OutboxProbe.ofTheService().event(member, "member-enrolled.v1").payload()
                .path("organizationId").asText());
        var told = OutboxProbe.ofTheService().events(id, 4).stream().map(TopicEvent::payload).toList();
        told.forEach(event -> assertEquals(receiver.id(), event.path("organizationId").asText()));
        assertEquals(List.of(false, true),
                List.of(told.get(0).hasNonNull("memberId"), told.get(3).hasNonNull("memberId")));
        Register.get(Tokens.of("READER", receiver.code()), address(id) + "/history").then()
                .body("items.step", is(List.of("submit", "approve-sending", "receive")))
                .body("items.organizationId", is(List.of(receiver.id(), county.id(), receiver.id())));
    }

    @Test
    void an_office_of_the_county_looks_at_the_letter_and_nobody_at_his_own_entry() {
        // Given
        String id = Register.post(clerk(), TRANSFERS, arrival(number)).path("id");
        take(office("first"), id, stepOf("submit", "2016-03-02")).then().statusCode(200);
        // When
        var byBranch = take(secretary(receiver), id, stepOf("approve-sending", "2016-03-03"));
        var byHimself = take(office("first"), id, stepOf("approve-sending", "2016-03-03"));
        var early = take(secretary(receiver), id, receipt("2016-03-03"));
        var approved = take(office("second"), id, stepOf("approve-sending", "2016-03-03"));
        var above = take(office("second"), id, stepOf("approve-upper", "2016-03-04"));
        // Then
        refused(byBranch, 403, "FORBIDDEN");
        refused(byHimself, 409, "SUBMITTER_APPROVES");
        refused(early, 409, "TRANSITION_NOT_AVAILABLE");
        approved.then().statusCode(200).body("letterUntil", is("2016-06-01"));
        refused(above, 409, "TRANSFER_APPROVED_ABOVE");   // nobody in the register is left by who comes into it
    }

    @Test
    void who_had_left_the_register_comes_back_as_the_member_who_he_was() {
        // Given
        var branch = Register.branch();
        var member = Register.member(branch);
        number = Register.get(officer(), memberAddress(member)).path("memberNumber");
        String out = Register.post(TRANSFERS, Register.transfer(member, receiver).without("receiver")
                .with("receiverOutside", "某省某市某支部").with("reach", "NATIONWIDE")).path("id");
        Transferring.carry(out, "2016-03-20");
        String id = Register.post(clerk(), TRANSFERS, arrival(number)).path("id");
        approve(id);
        // When
        var beforeHeLeft = take(secretary(receiver), id, stepOf("receive", "2016-03-19"));
        var received = take(secretary(receiver), id, stepOf("receive", "2016-04-01"));
        // Then
        refused(beforeHeLeft, 422, "TRANSITION_DAY_INVALID");
        received.then().statusCode(200).body("memberId", is(member));
        Register.get(officer(), memberAddress(member)).then().body("status", is("ACTIVE"))
                .body("organizationId", is(receiver.id())).body("onRollFrom", is("2016-04-01"))
                .body("onRollTo", nullValue());
        assertEquals(List.of(1, 0, 0, 1), List.of(roll(branch, "2016-03-19"), roll(branch, "2016-03-20"),
                roll(receiver, "2016-03-31"), roll(receiver, "2016-04-01")));
        assertEquals(branch.id(), OutboxProbe.ofTheService().event(member, "member-transferred.v1").payload()
                .path("previousOrganizationId").asText());
        refused(Register.get(Tokens.of("READER", branch.code()), memberAddress(member)), 404, "NOT_FOUND");
    }

    @Test
    void a_receipt_that_does_not_describe_him_rightly_is_refused_and_nothing_is_written() {
        // Given
        String id = Register.post(clerk(), TRANSFERS, arrival(number)).path("id");
        approve(id);
        var before = Stored.below(county);
        // When
        var bare = take(secretary(receiver), id, stepOf("receive", "2016-03-10"));
        var mistyped = take(secretary(receiver), id, receipt("2016-03-10").with("idNumber", "999999190001010010"));
        var beforeJoining = take(secretary(receiver), id,
                receipt("2016-03-10").with("joinedOn", "2016-03-11").with("fullSince", "2017-03-11"));
        // Then
        refused(bare, 400, "VALIDATION_FAILED");
        bare.then().body("errors.pointer", hasItems("/name", "/idNumber", "/sexCode", "/ethnicityCode", "/birthDate",
                "/memberType", "/joinedOn"));
        refused(mistyped, 422, "ID_NUMBER_INVALID");
        mistyped.then().body("errors.pointer", is(List.of("/idNumber")));
        refused(beforeJoining, 422, "DAYS_INCONSISTENT");
        beforeJoining.then().body("errors.pointer", is(List.of("/on")));
        assertEquals(before, Stored.below(county));
        Register.get(officer(), address(id)).then().body("state", is("SENDING_APPROVED")).body("version", is(3));
    }

    @Test
    void of_who_is_rejected_or_never_comes_the_register_keeps_nobody() {
        // Given
        String id = Register.post(clerk(), TRANSFERS, arrival(number)).path("id");
        approve(id);
        // When
        var unfounded = take(secretary(receiver), id, stepOf("reject", "2016-03-10"));
        var rejected = take(secretary(receiver), id, stepOf("reject", "2016-03-10").with("comment", "材料不全"));
        String second = Register.post(clerk(), TRANSFERS, arrival(number)).path("id");
        var withdrawn = take(clerk(), second, stepOf("withdraw", "2016-03-11"));
        // Then
        refused(unfounded, 422, "STEP_REASON_REQUIRED");
        rejected.then().statusCode(200).body("state", is("REJECTED"));
        withdrawn.then().statusCode(200).body("state", is("WITHDRAWN")).body("memberId", nullValue());
        assertEquals(0, members());
    }

    @Test
    void who_was_enrolled_meanwhile_is_not_received() {
        // Given
        String id = Register.post(clerk(), TRANSFERS, arrival(number)).path("id");
        approve(id);
        Register.setUp().post(MEMBERS, person);
        var before = Stored.below(county);
        // When
        var received = take(secretary(receiver), id, receipt("2016-03-10"));
        // Then
        refused(received, 409, "TRANSFER_NOT_FROM_OUTSIDE");
        assertEquals(before, Stored.below(county));
    }

    @Test
    void of_many_who_draw_up_or_receive_one_person_at_once_one_does() {
        // Given
        var drafts = Race.of(6, i -> Register.post(TRANSFERS, arrival(number)));
        String id = Race.won(drafts).get(0).path("id");
        approve(id);
        var tag = Register.tag(address(id));
        // When
        var answers = Race.of(6, i -> Register.step(officer(), address(id), tag, receipt("2016-03-10")));
        // Then
        assertEquals(1, Race.won(drafts).size());
        assertEquals(List.of("TRANSFER_ALREADY_OPEN"), Race.lost(drafts));
        assertEquals(List.of(200, 412, 412, 412, 412, 412),
                answers.stream().map(Response::statusCode).sorted().toList());
        assertEquals(1, members());
        assertEquals(1, roll(receiver, "2016-03-10"));
    }

    @Test
    void it_waits_for_the_county_and_then_for_the_receiver_who_keeps_the_letter() {
        // Given
        String id = Register.post(clerk(), TRANSFERS, arrival(number)).path("id");
        take(clerk(), id, stepOf("submit", "2016-03-02")).then().statusCode(200);
        // When
        var submitted = List.of(waiting("2016-03-03"), Outstanding.forMe(office("office"), "TRANSFER_TO_APPROVE"),
                Outstanding.forMe(secretary(receiver), "TRANSFER_TO_APPROVE"));
        take(office("office"), id, stepOf("approve-sending", "2016-03-03")).then().statusCode(200);
        var approved = List.of(waiting("2016-03-03"), waiting("2016-05-31"));
        // Then
        var code = receiver.code();
        assertEquals(List.of(List.of("TRANSFER_TO_APPROVE WAITING " + code),
                List.of("TRANSFER_TO_APPROVE WAITING " + code), List.of()), submitted);
        assertEquals(List.of("TRANSFER_TO_RECEIVE WAITING " + code), approved.get(0));
        assertEquals(List.of("LETTER_ENDING DUE " + code, "TRANSFER_TO_RECEIVE DUE " + code),
                approved.get(1).stream().sorted().toList());
    }

    @Test
    void the_successor_of_a_merged_receiver_receives_him() {
        // Given
        receiver = Turn.emptyBranch(county);
        var successor = Turn.emptyBranch(county);
        String id = Register.post(officer(), TRANSFERS, arrival(number)).path("id");
        approve(id);
        // When
        Turn.taken(receiver, "merge", "2016-03-05", Turn.into(successor));
        var received = take(secretary(successor), id, receipt("2016-03-10"));
        // Then
        received.then().statusCode(200).body("receiverId", is(successor.id()));
        assertEquals(1, roll(successor, "2016-03-10"));
    }

    @Test
    void a_letter_from_outside_runs_out_too_and_the_receiver_is_told() {
        // Given
        String id = Register.post(clerk(), TRANSFERS, arrival(number)).path("id");
        approve(id);
        // When
        expireTransfers.run();
        // Then
        Register.get(officer(), address(id)).then().body("state", is("EXPIRED")).body("memberId", nullValue());
        var told = OutboxProbe.ofTheService().events(id, 4).get(3).payload();
        assertEquals(List.of("EXPIRED", receiver.id()),
                List.of(told.path("state").asText(), told.path("organizationId").asText()));
    }

    private List<String> waiting(String day) {
        return Outstanding.below(receiver, day, "TRANSFER_TO_APPROVE", "TRANSFER_TO_RECEIVE", "LETTER_ENDING");
    }

    private Body arrival(String memberNumber) {
        return new Body().with("memberNumber", memberNumber).with("senderOutside", "某省某市某支部")
                .with("receiver", receiver.code()).with("reach", "NATIONWIDE").with("reason", "工作调动")
                .with("on", "2016-03-01");
    }

    /** With what it says of him. */
    private Body receipt(String on) {
        var receipt = stepOf("receive", on);
        List.of("name", "idNumber", "sexCode", "ethnicityCode", "birthDate", "memberType", "joinedOn", "fullSince")
                .forEach(field -> receipt.with(field, person.get(field)));
        return receipt;
    }

    private void approve(String id) {
        Register.taken(officer(), address(id), stepOf("submit", "2016-03-02"));
        Register.taken(office("office"), address(id), stepOf("approve-sending", "2016-03-03"));
    }

    private int members() {
        return Register.get(officer(), MEMBERS + "?count=true&memberNumber=" + number).path("total");
    }

    private static Response take(String token, String id, Body move) {
        return Register.step(token, address(id), Register.tag(address(id)), move);
    }

    private static String address(String id) {
        return TRANSFERS + "/" + id;
    }

    private String clerk() {
        return Tokens.grant("BRANCH_CLERK", receiver.code()).subject("clerk").token();
    }

    private String office(String person) {
        return Tokens.grant("CAMPAIGN_OFFICER", county.code()).subject(person).token();
    }
}
