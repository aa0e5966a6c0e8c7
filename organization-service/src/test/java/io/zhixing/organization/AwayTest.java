package io.zhixing.organization;

import static io.zhixing.organization.Away.FLOATING;
import static io.zhixing.organization.Away.LOSSES;
import static io.zhixing.organization.Away.RESIDENCES;
import static io.zhixing.organization.Away.floating;
import static io.zhixing.organization.Away.loss;
import static io.zhixing.organization.Away.residence;
import static io.zhixing.organization.Register.memberAddress;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.event.TopicEvent;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AwayTest {

    private Register.Organization committee;
    private Register.Organization home;
    private Register.Organization elsewhere;
    private String member;

    @BeforeEach
    void enrol() {
        committee = Register.committee();
        home = Register.below(committee, "BRANCH");
        elsewhere = Register.branch();
        member = Register.member(home);
    }

    @Test
    void a_floating_member_is_confirmed_by_his_host_and_ended_by_either_side() {
        // Given
        var address = FLOATING + "/" + made(FLOATING, floating(member, elsewhere));
        // When
        var byHome = take(secretary(home), address, stepOf("confirm-host", "2016-03-05"));
        var byHost = take(secretary(elsewhere), address, stepOf("confirm-host", "2016-03-05"));
        var contact = take(secretary(home), address, stepOf("contact", "2016-06-01"));
        var contactByHost = take(secretary(elsewhere), address, stepOf("contact", "2016-06-02"));
        var ended = take(secretary(elsewhere), address, stepOf("end", "2016-09-01"));
        // Then
        refused(byHome, 403, "FORBIDDEN");
        byHost.then().statusCode(200).body("state", is("HOST_CONFIRMED"));
        contact.then().statusCode(200).body("lastContactOn", is("2016-06-01"));
        refused(contactByHost, 403, "FORBIDDEN");
        ended.then().statusCode(200).body("awayTo", is("2016-09-01"));
        var id = address.substring(address.lastIndexOf('/') + 1);
        assertEquals(List.of(1L, 2L, 3L, 4L),
                OutboxProbe.ofTheService().events(id, 4).stream().map(TopicEvent::version).toList());
        Register.get(officer(), memberAddress(member)).then().body("organizationId", is(home.id()));
    }

    @Test
    void home_and_host_see_a_floating_member_and_a_third_branch_does_not() {
        // Given
        var id = made(FLOATING, floating(member, elsewhere));
        var third = Register.branch();
        // When
        var byHost = Register.get(Tokens.of("READER", elsewhere.code()), FLOATING);
        var byThird = Register.get(Tokens.of("READER", third.code()), FLOATING);
        // Then
        byHost.then().body("items.id", hasItem(id));
        byThird.then().body("items.id", not(hasItem(id)));
        refused(Register.get(Tokens.of("READER", third.code()), FLOATING + "/" + id), 404, "NOT_FOUND");
    }

    @Test
    void what_makes_no_floating_member_is_refused_and_nothing_is_written() {
        // Given
        made(FLOATING, floating(member, elsewhere));
        var other = Register.member(home);
        var rural = Away.rural(committee);
        var villager = Register.member(rural);
        var before = Stored.below(committee);
        // When
        var twice = Register.post(FLOATING, floating(member, elsewhere));
        var atHome = Register.post(FLOATING, floating(other, home));
        var uncontacted = Register.post(FLOATING, floating(villager, elsewhere));
        var tomorrow = Register.post(FLOATING, floating(other, elsewhere).with("on", "2126-01-04"));
        var backwards = Register.post(FLOATING, floating(other, elsewhere).with("on", "2015-08-31"));
        var nobody = Register.post(FLOATING, floating(UUID.randomUUID().toString(), elsewhere));
        // Then
        refused(twice, 409, "FLOATING_ALREADY_OPEN");
        refused(atHome, 422, "HOST_IS_HOME");
        refused(uncontacted, 422, "CONTACT_PERSON_REQUIRED");
        refused(tomorrow, 422, "DAY_IN_FUTURE");
        refused(backwards, 422, "DAYS_INCONSISTENT");
        refused(nobody, 422, "REFERENCE_UNKNOWN");
        assertEquals(before, Stored.below(committee));
        Register.post(FLOATING, floating(villager, elsewhere).with("contactMemberId", Register.member(rural))).then()
                .statusCode(201);
    }

    @Test
    void an_organization_that_is_gone_or_not_set_up_yet_is_no_host_and_no_residence() {
        // Given
        var gone = Turn.emptyBranch(committee);
        Turn.taken(gone, "dissolve", "2016-02-01", Turn.because("撤销"));
        var later = Register.below(committee, "BRANCH", "2016-03-02");
        var before = Stored.below(committee);
        // When
        var hostGone = Register.post(FLOATING, floating(member, gone));
        var hostLater = Register.post(FLOATING, floating(member, later));
        var residenceGone = Register.post(RESIDENCES, residence(member, gone));
        var residenceLater = Register.post(RESIDENCES, residence(member, later));
        // Then
        refused(hostGone, 409, "ORGANIZATION_NOT_IN_PLACE");
        refused(hostLater, 422, "ORGANIZATION_NOT_YET_SET_UP");
        refused(residenceGone, 409, "ORGANIZATION_NOT_IN_PLACE");
        refused(residenceLater, 422, "ORGANIZATION_NOT_YET_SET_UP");
        assertEquals(before, Stored.below(committee));
        made(FLOATING, floating(member, later).with("on", "2016-03-02"));   // he may have left before his host was there
    }

    @Test
    void of_many_registrations_of_one_member_at_once_one_stands() {
        // When
        var floats = Race.of(6, i -> Register.post(FLOATING, floating(member, elsewhere)));
        var residences = Race.of(6, i -> Register.post(RESIDENCES, residence(member, elsewhere)));
        var losses = Race.of(6, i -> Register.post(LOSSES, loss(member)));
        // Then
        assertEquals(List.of(1, 1, 1),
                List.of(Race.won(floats).size(), Race.won(residences).size(), Race.won(losses).size()));
        assertEquals(List.of("FLOATING_ALREADY_OPEN"), Race.lost(floats));
        assertEquals(List.of("RESIDENCE_ALREADY_OPEN"), Race.lost(residences));
        assertEquals(List.of("CONTACT_LOST_BEFORE"), Race.lost(losses));
    }

    @Test
    void a_floating_member_without_a_known_host_is_confirmed_by_nobody() {
        // Given
        var address = FLOATING + "/" + made(FLOATING, floating(member, elsewhere).without("host"));
        // When
        var answer = take(officer(), address, stepOf("confirm-host", "2016-03-05"));
        // Then
        refused(answer, 409, "HOST_UNKNOWN");
    }

    @Test
    void the_residence_confirms_and_sends_a_note_once_a_year_and_home_ends_it() {
        // Given
        var id = made(RESIDENCES, residence(member, elsewhere));
        var address = RESIDENCES + "/" + id;
        var note = stepOf("feedback", "2016-12-20").raw("year", "2016").with("comment", "参加志愿服务六次");
        // When
        var byHome = take(secretary(home), address, stepOf("confirm", "2016-03-05"));
        var confirmed = take(secretary(elsewhere), address, stepOf("confirm", "2016-03-05"));
        var empty = take(secretary(elsewhere), address, stepOf("feedback", "2016-12-20").raw("year", "2016"));
        var noted = take(secretary(elsewhere), address, note);
        var again = take(secretary(elsewhere), address, note);
        var ended = take(secretary(home), address, stepOf("end", "2017-01-04"));
        // Then
        refused(byHome, 403, "FORBIDDEN");
        confirmed.then().statusCode(200);
        refused(empty, 422, "FEEDBACK_INCOMPLETE");
        noted.then().statusCode(200).body("feedbackYear", is(2016));
        refused(again, 409, "FEEDBACK_GIVEN_BEFORE");
        ended.then().statusCode(200).body("endedOn", is("2017-01-04"));
        assertEquals(
                List.of("residence-changed.v1", "residence-changed.v1", "residence-feedback-recorded.v1",
                        "residence-changed.v1"),
                OutboxProbe.ofTheService().events(id, 4).stream().map(TopicEvent::name).toList());
    }

    @Test
    void a_year_has_one_note_whatever_was_noted_since_and_lies_within_the_days_of_the_registration() {
        // Given
        var address = RESIDENCES + "/" + made(RESIDENCES, residence(member, elsewhere));
        take(secretary(elsewhere), address, stepOf("confirm", "2016-03-05")).then().statusCode(200);
        take(secretary(elsewhere), address, note("2017-01-10", 2016)).then().statusCode(200);
        take(secretary(elsewhere), address, note("2017-12-20", 2017)).then().statusCode(200);
        // When
        var again = take(secretary(elsewhere), address, note("2018-01-10", 2016));
        var ahead = take(secretary(elsewhere), address, note("2018-01-10", 2100));
        var before = take(secretary(elsewhere), address, note("2018-01-10", 2015));
        var next = take(secretary(elsewhere), address, note("2018-01-10", 2018));
        // Then
        refused(again, 409, "FEEDBACK_GIVEN_BEFORE");
        refused(ahead, 422, "DAYS_INCONSISTENT");
        refused(before, 422, "DAYS_INCONSISTENT");
        next.then().statusCode(200).body("feedbackYear", is(2018)).body("version", is(5));
    }

    private static Body note(String on, int year) {
        return stepOf("feedback", on).raw("year", "" + year).with("comment", "参加志愿服务");
    }

    @Test
    void nobody_registers_where_he_belongs_or_where_there_is_nothing() {
        // When
        var atHome = Register.post(RESIDENCES, residence(member, home));
        var nowhere = Register.post(RESIDENCES, residence(member, home).with("residence", "999999"));
        var early = Register.post(RESIDENCES, residence(member, elsewhere).with("on", "2010-06-30"));
        // Then
        refused(atHome, 422, "HOST_IS_HOME");
        refused(nowhere, 422, "REFERENCE_UNKNOWN");
        refused(early, 422, "DAYS_INCONSISTENT");
    }

    @Test
    void who_is_out_of_contact_may_be_suspended_after_six_months_and_removed_two_years_later() {
        // Given
        var id = made(LOSSES, loss(member));
        // When
        var early = ids("maySuspendOn=2015-08-31");
        var due = ids("maySuspendOn=2015-09-01");
        Register.step(officer(), memberAddress(member), "\"v1\"",
                stepOf("suspend", "2015-10-09").with("comment", "失联六个月")).then().statusCode(200);
        var suspended = ids("maySuspendOn=2016-09-01");
        var earlyRemoval = ids("mayRemoveOn=2017-10-08");
        var removal = ids("mayRemoveOn=2017-10-09");
        // Then
        assertEquals(List.of(), early);
        assertEquals(List.of(id), due);
        assertEquals(List.of(), suspended);
        assertEquals(List.of(), earlyRemoval);
        assertEquals(List.of(id), removal);
    }

    @Test
    void who_was_found_may_be_lost_again() {
        // Given
        var address = LOSSES + "/" + made(LOSSES, loss(member));
        // When
        var again = Register.post(LOSSES, loss(member));
        var found = take(secretary(home), address, stepOf("find", "2015-12-01"));
        // Then
        refused(again, 409, "CONTACT_LOST_BEFORE");
        found.then().statusCode(200).body("state", is("FOUND")).body("foundOn", is("2015-12-01"));
        made(LOSSES, loss(member).with("on", "2016-06-01"));
    }

    private List<String> ids(String filter) {
        return Register.get(officer(), LOSSES + "?organization=" + home.code() + "&" + filter).path("items.id");
    }

    private static String made(String list, Body body) {
        var answer = Register.post(list, body);
        answer.then().statusCode(201);
        return answer.path("id");
    }

    private static Response take(String token, String address, Body move) {
        return Register.step(token, address, Register.tag(address), move);
    }

    private static String secretary(Register.Organization branch) {
        return Tokens.of("BRANCH_SECRETARY", branch.code());
    }
}
