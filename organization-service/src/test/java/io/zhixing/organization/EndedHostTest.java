package io.zhixing.organization;

import static io.zhixing.organization.Away.FLOATING;
import static io.zhixing.organization.Away.LOSSES;
import static io.zhixing.organization.Away.RESIDENCES;
import static io.zhixing.organization.Away.floating;
import static io.zhixing.organization.Away.loss;
import static io.zhixing.organization.Away.residence;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What names an organization that is merged or dissolved: who is away from it or attends there, who lives there. */
@QuarkusTest
class EndedHostTest {

    private static final String DAY = "2016-05-01";
    private static final String EVE = "2016-04-30";

    private Register.Organization committee;
    private Register.Organization merged;
    private Register.Organization successor;
    private Register.Organization elsewhere;
    private String member;

    @BeforeEach
    void settle() {
        committee = Register.committee();
        merged = branchWithThree(committee);
        successor = branchWithThree(committee);
        elsewhere = Register.branch();
        member = Register.member(merged);
    }

    @Test
    void who_is_away_from_a_merged_branch_is_away_from_its_successor_confirmed_as_he_was() {
        // Given
        var away = made(FLOATING, floating(member, elsewhere));
        Register.taken(Tokens.of("BRANCH_SECRETARY", elsewhere.code()), FLOATING + "/" + away,
                stepOf("confirm-host", "2016-03-02"));
        // When
        merge(merged, successor);
        // Then
        read(FLOATING, away).body("state", is("ENDED")).body("awayTo", is(DAY)).body("homeId", is(merged.id()))
                .body("version", is(3));
        var next = awayOn(EVE, DAY, away);
        read(FLOATING, next).body("state", is("HOST_CONFIRMED")).body("homeId", is(successor.id()))
                .body("hostId", is(elsewhere.id())).body("awayFrom", is(DAY)).body("awaySince", is("2015-09-01"))
                .body("lastContactOn", is("2016-03-01")).body("continuesId", is(away));
        list(FLOATING, "continues=" + away).body("items.id", is(List.of(next)));
        assertEquals(List.of(merged.id(), successor.id(), away),
                List.of(told(away, 3).path("organizationId").asText(), told(next, 1).path("organizationId").asText(),
                        told(next, 1).path("continuesId").asText()));
        Register.get(Tokens.of("BRANCH_CLERK", successor.code()), FLOATING + "/" + next).then().statusCode(200);
        list(FLOATING, "home=" + merged.id() + "&state=HOST_CONFIRMED").body("items", empty());
        list(FLOATING, "member=" + member + "&shouldTransferOn=" + DAY).body("items.id", is(List.of(next)));
        Register.taken(Tokens.of("BRANCH_CLERK", successor.code()), FLOATING + "/" + next,
                stepOf("end", "2016-06-01"));
    }

    @Test
    void who_attends_at_a_merged_host_attends_at_its_successor_though_his_home_lies_elsewhere() {
        // Given
        var guest = Register.member(elsewhere);
        var away = made(FLOATING, floating(guest, merged));
        Register.taken(Tokens.of("BRANCH_SECRETARY", merged.code()), FLOATING + "/" + away,
                stepOf("confirm-host", "2016-03-02"));
        // When
        merge(merged, successor);
        // Then
        read(FLOATING, away).body("awayTo", is(DAY)).body("hostId", is(merged.id()));
        var next = list(FLOATING, "host=" + successor.id()).body("items.memberId", is(List.of(guest)))
                .body("items.state", is(List.of("HOST_CONFIRMED"))).extract().<String>path("items[0].id");
        Register.get(Tokens.of("READER", elsewhere.code()), FLOATING + "/" + next).then().statusCode(200);
        Register.get(Tokens.of("READER", successor.code()), FLOATING + "/" + next).then().statusCode(200);
        assertEquals(successor.id(), told(next, 1).path("hostOrganizationId").asText());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whose_home_and_host_are_merged_with_each_other_is_away_no_more(boolean homeIsMerged) {
        // Given
        var guest = homeIsMerged ? member : Register.member(successor);
        var away = made(FLOATING, floating(guest, homeIsMerged ? successor : merged));
        var lives = made(RESIDENCES, residence(guest, homeIsMerged ? successor : merged));
        // When
        merge(merged, successor);
        // Then
        read(FLOATING, away).body("awayTo", is(DAY));
        read(RESIDENCES, lives).body("endedOn", is(DAY));
        list(FLOATING, "member=" + guest + "&state=REGISTERED").body("items", empty());
        list(RESIDENCES, "member=" + guest + "&state=REGISTERED").body("items", empty());
    }

    @Test
    void a_registration_goes_on_under_the_new_home_and_its_notes_are_not_sent_twice() {
        // Given
        var lives = made(RESIDENCES, residence(member, elsewhere).with("on", "2015-03-01"));
        var secretary = Tokens.of("BRANCH_SECRETARY", elsewhere.code());
        Register.taken(secretary, RESIDENCES + "/" + lives, stepOf("confirm", "2015-03-02"));
        Register.taken(secretary, RESIDENCES + "/" + lives,
                stepOf("feedback", "2016-04-01").raw("year", "2016").with("comment", "按时参加"));
        // When
        merge(merged, successor);
        // Then
        read(RESIDENCES, lives).body("state", is("ENDED")).body("endedOn", is(DAY)).body("homeId", is(merged.id()));
        var next = list(RESIDENCES, "member=" + member + "&home=" + successor.id()).body("items.state",
                is(List.of("CONFIRMED"))).body("items.registeredOn", is(List.of(DAY)))
                .body("items.registeredSince", is(List.of("2015-03-01"))).extract().<String>path("items[0].id");
        assertEquals(List.of(successor.id(), lives), List.of(told(next, 1).path("organizationId").asText(),
                told(next, 1).path("continuesId").asText()));
        list(RESIDENCES, "continues=" + lives).body("items.id", is(List.of(next))).body("items.continuesId",
                is(List.of(lives)));
        refused(note(secretary, next, "2016"), 409, "FEEDBACK_GIVEN_BEFORE");
        note(secretary, next, "2015").then().statusCode(200);
    }

    @Test
    void who_lives_where_a_merged_organization_was_is_registered_with_its_successor() {
        // Given
        var guest = Register.member(elsewhere);
        var lives = made(RESIDENCES, residence(guest, merged));
        // When
        merge(merged, successor);
        // Then
        read(RESIDENCES, lives).body("endedOn", is(DAY)).body("residenceId", is(merged.id()));
        list(RESIDENCES, "residence=" + successor.id()).body("items.memberId", is(List.of(guest)))
                .body("items.homeId", is(List.of(elsewhere.id()))).body("items.state", is(List.of("REGISTERED")));
    }

    @Test
    void a_loss_of_contact_goes_along() {
        // Given
        var lost = made(LOSSES, loss(member));
        // When
        merge(merged, successor);
        // Then
        read(LOSSES, lost).body("state", is("LOST"));
        Register.get(Tokens.of("BRANCH_CLERK", successor.code()), LOSSES + "/" + lost).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"floating-members", "residence-registrations"})
    void a_merger_before_what_names_the_organization_began_is_refused_and_nothing_is_written(String kind) {
        // Given
        var list = "/organization/v1/" + kind;
        var guest = Register.member(elsewhere);
        made(list, list.equals(FLOATING)
                ? floating(guest, merged).with("awayFrom", DAY).with("on", DAY)
                : residence(guest, merged).with("on", DAY));
        var before = Stored.below(committee);
        // When
        var answer = Turn.of(merged, "merge", DAY, Turn.into(successor));
        // Then
        refused(answer, 422, "DAYS_INCONSISTENT");
        assertEquals(before, Stored.below(committee));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BRANCH", "PRIMARY_COMMITTEE"})
    void with_a_host_that_is_dissolved_ends_what_names_it_and_the_home_names_another(String type) {
        // Given
        var host = type.equals("BRANCH")
                ? Turn.emptyBranch(committee)
                : Turn.active(Register.below(committee, type));
        var guest = Register.member(elsewhere);
        var away = made(FLOATING, floating(guest, host));
        var lives = made(RESIDENCES, residence(guest, host));
        // When
        Turn.taken(host, "dissolve", DAY, Turn.because("撤销"));
        // Then
        read(FLOATING, away).body("state", is("ENDED")).body("awayTo", is(DAY)).body("version", is(2));
        read(RESIDENCES, lives).body("state", is("ENDED")).body("endedOn", is(DAY)).body("version", is(2));
        list(FLOATING, "host=" + host.id() + "&awayOn=" + EVE).body("items.id", is(List.of(away)));
        list(FLOATING, "host=" + host.id() + "&awayOn=" + DAY).body("items", empty());
        for (var id : List.of(away, lives)) {
            assertEquals(List.of("ENDED", DAY),
                    List.of(told(id, 2).path("state").asText(), told(id, 2).path("effectiveOn").asText()));
        }
        var clerk = Tokens.of("BRANCH_CLERK", elsewhere.code());
        Register.post(clerk, FLOATING, floating(guest, successor).with("on", DAY)).then().statusCode(201);
        Register.post(clerk, RESIDENCES, residence(guest, successor).with("on", DAY)).then().statusCode(201);
    }

    @Test
    void who_is_registered_with_an_organization_that_is_dissolved_at_once_is_not_left_with_it() {
        // Given
        var host = Turn.emptyBranch(committee);
        var etag = Turn.etag(host);
        var guests = IntStream.range(0, 6).mapToObj(i -> Register.member(elsewhere)).toList();
        // When
        var answers = Race.of(7, i -> i == 0
                ? Turn.from(etag, officer(), host, "dissolve", DAY, Turn.because("撤销"))
                : Register.post(i % 2 == 0 ? FLOATING : RESIDENCES,
                        i % 2 == 0 ? floating(guests.get(i - 1), host) : residence(guests.get(i - 1), host)));
        // Then
        answers.get(0).then().statusCode(200);
        assertTrue(answers.subList(1, 7).stream()
                .allMatch(answer -> answer.statusCode() == 201
                        || "ORGANIZATION_NOT_IN_PLACE".equals(answer.<String>path("code"))));
        list(FLOATING, "host=" + host.id() + "&state=REGISTERED").body("items", empty());
        list(RESIDENCES, "residence=" + host.id() + "&state=REGISTERED").body("items", empty());
    }

    /** The only record of the member on the second day, which is another one than that of the first. */
    private String awayOn(String first, String second, String before) {
        list(FLOATING, "member=" + member + "&awayOn=" + first).body("items.id", is(List.of(before)));
        return list(FLOATING, "member=" + member + "&awayOn=" + second).body("items.size()", is(1)).extract()
                .path("items[0].id");
    }

    private static Response note(String token, String registration, String year) {
        var address = RESIDENCES + "/" + registration;
        return Register.step(token, address, Register.tag(address),
                stepOf("feedback", "2016-06-01").raw("year", year).with("comment", "按时参加"));
    }

    private static JsonNode told(String id, int version) {
        return OutboxProbe.ofTheService().events(id, version).get(version - 1).payload();
    }

    private static void merge(Register.Organization organization, Register.Organization into) {
        Turn.of(organization, "merge", DAY, Turn.into(into)).then().statusCode(200);
    }

    private static Register.Organization branchWithThree(Register.Organization committee) {
        var branch = Register.below(committee, "BRANCH");
        IntStream.range(0, 3).forEach(i -> Register.member(branch));
        return Turn.active(branch);
    }

    private static String made(String list, Body body) {
        return Register.setUp().post(list, body).id();
    }

    private static ValidatableResponse read(String list, String id) {
        return Register.get(officer(), list + "/" + id).then().statusCode(200);
    }

    private static ValidatableResponse list(String list, String filter) {
        return Register.get(officer(), list + "?" + filter).then().statusCode(200);
    }
}
