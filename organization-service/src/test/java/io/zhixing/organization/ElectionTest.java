package io.zhixing.organization;

import static io.zhixing.organization.Register.ELECTIONS;
import static io.zhixing.organization.Register.POSTS;
import static io.zhixing.organization.Register.TERMS;
import static io.zhixing.organization.Register.election;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class ElectionTest {

    private static final int MEMBERS = 5;

    private Register.Organization committee;
    private Register.Organization branch;
    private List<String> members;
    private String election;

    @BeforeEach
    void apply() {
        committee = Register.committee();
        branch = Register.below(committee, "BRANCH");
        members = IntStream.range(0, MEMBERS).mapToObj(i -> Register.member(branch)).toList();
        election = applied(election(branch, "2017-01-10", 1));
    }

    @Test
    void a_confirmed_election_ends_the_old_term_begins_the_new_one_and_changes_the_secretary_over() {
        // Given
        var old = Register.post(TERMS, Register.term(branch, 1, "2014-03-01", 3)).<String>path("id");
        var former = Register.post(POSTS, Register.secretary(members.get(1), branch, "2014-03-01")).<String>path("id");
        take(officer(), stepOf("approve", "2017-01-12")).then().statusCode(200);
        take(recorder(), result("2017-02-28", 5, candidate(0, 5, true), candidate(1, 0, false))).then()
                .statusCode(200).body("entitled", is(MEMBERS)).body("surplusShort", is(false));
        // When
        var confirmed = take(officer(), stepOf("confirm", "2017-03-06"));
        // Then
        confirmed.then().statusCode(200).body("state", is("CONFIRMED"));
        Register.get(officer(), TERMS + "/" + old).then().body("endedOn", is("2017-03-06")).body("standing",
                is("ENDED"));
        Register.get(officer(), TERMS + "?organization=" + branch.code() + "&openOn=2017-03-06").then()
                .body("items.number", is(List.of(2))).body("items.electionId", is(List.of(election)));
        Register.get(officer(), POSTS + "/" + former).then().body("to", is("2017-03-06"));
        Register.get(officer(), POSTS + "/" + former + "/history").then().body("items.step", is(List.of("leave")))
                .body("items.on", is(List.of("2017-03-06")));
        Register.get(officer(), POSTS + "?organization=" + branch.code() + "&heldOn=2017-03-06").then()
                .body("items.memberId", is(List.of(members.get(0)))).body("items.basis", is(List.of("ELECTED")));
        assertEquals("2017-03-06", OutboxProbe.ofTheService().events(old, 2).get(1).payload().path("endedOn").asText());
    }

    @Test
    void the_organization_elects_and_its_superior_approves_and_confirms_but_not_what_he_recorded() {
        // Given
        var secretary = Tokens.of("BRANCH_SECRETARY", branch.code());
        // When
        var approvedBySelf = take(secretary, stepOf("approve", "2017-01-12"));
        take(officer(), stepOf("approve", "2017-01-12"));
        var recorded = take(officer(), result("2017-02-28", 5, candidate(0, 5, true), candidate(1, 1, false)));
        var confirmedBySame = take(officer(), stepOf("confirm", "2017-03-06"));
        // Then
        refused(approvedBySelf, 403, "FORBIDDEN");
        recorded.then().statusCode(200);
        refused(confirmedBySame, 409, "RECORDER_CONFIRMS");
    }

    @ParameterizedTest(name = "{0} of 5 on {1}: {2}")
    @CsvSource({"4, 2017-02-28, 422", "5, 2017-02-28, 200", "4, 2020-07-12, 422", "4, 2020-07-13, 200",
            "3, 2020-07-13, 422"})
    void the_quorum_is_that_of_the_day(int present, String on, int status) {
        // Given
        take(officer(), stepOf("approve", "2017-01-12")).then().statusCode(200);
        var before = Stored.below(committee);
        // When
        var answer = take(recorder(), result(on, present, candidate(0, 3, true), candidate(1, 0, false)));
        // Then
        answer.then().statusCode(status);
        if (status == 422) {
            refused(answer, 422, "ELECTION_WITHOUT_QUORUM");
            assertEquals(before, Stored.below(committee));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongResults")
    void a_wrong_result_is_refused_and_nothing_is_written(String what, int present, List<int[]> stood, String code) {
        // Given
        take(officer(), stepOf("approve", "2017-01-12")).then().statusCode(200);
        var before = Stored.below(committee);
        var candidates = stood.stream().map(one -> candidate(one[0], one[1], one[2] == 1)).toArray(String[]::new);
        // When
        var answer = take(recorder(), result("2017-02-28", present, candidates));
        // Then
        refused(answer, 422, code);
        assertEquals(before, Stored.below(committee));
    }

    static Stream<Arguments> wrongResults() {
        return Stream.of(
                wrong("half of those entitled is no majority", 5, "ELECTION_MAJORITY_MISSING",
                        new int[]{0, 2, 1}),
                wrong("more votes than present", 5, "ELECTION_VOTES_OVER_PRESENT", new int[]{0, 6, 1}),
                wrong("more present than entitled", 6, "ELECTION_ATTENDANCE_WRONG", new int[]{0, 5, 1}),
                wrong("more elected than seats", 5, "ELECTION_TOO_MANY_ELECTED", new int[]{0, 5, 1},
                        new int[]{1, 4, 1}),
                wrong("a tie", 5, "ELECTION_ORDER_WRONG", new int[]{0, 4, 1}, new int[]{1, 4, 0}),
                wrong("the one with more votes was not elected", 5, "ELECTION_ORDER_WRONG", new int[]{0, 3, 1},
                        new int[]{1, 4, 0}),
                wrong("one stands twice", 5, "CANDIDATE_REPEATED", new int[]{0, 5, 1}, new int[]{0, 0, 0}));
    }

    private static Arguments wrong(String what, int present, String code, int[]... stood) {
        return Arguments.of(what, present, List.of(stood), code);
    }

    @Test
    void too_few_candidates_over_the_seats_are_taken_and_found() {
        // Given
        take(officer(), stepOf("approve", "2017-01-12")).then().statusCode(200);
        // When
        var answer = take(recorder(), result("2017-02-28", 5, candidate(0, 5, true)));
        // Then
        answer.then().statusCode(200).body("surplusShort", is(true));
        Register.get(officer(), ELECTIONS + "?surplusShort=true&organization=" + branch.code()).then()
                .body("items.id", is(List.of(election)));
    }

    @Test
    void a_by_election_fills_a_post_and_leaves_the_term() {
        // Given
        var term = Register.post(TERMS, Register.term(branch, 1, "2014-03-01", 3)).<String>path("id");
        take(officer(), stepOf("return", "2017-01-11").with("comment", "改为补选")).then().statusCode(200);
        election = applied(election(branch, "2017-01-12", 1).with("kind", "BY_ELECTION").without("years"));
        take(officer(), stepOf("approve", "2017-01-13"));
        take(recorder(), result("2017-02-28", 5, candidate(0, 5, true), candidate(1, 0, false)));
        // When
        var confirmed = take(officer(), stepOf("confirm", "2017-03-06"));
        // Then
        confirmed.then().statusCode(200);
        Register.get(officer(), TERMS + "/" + term).then().body("version", is(1));
        Register.get(officer(), POSTS + "?organization=" + branch.code()).then().body("items.basis",
                is(List.of("BY_ELECTION")));
    }

    @Test
    void one_election_runs_at_a_time_and_a_voided_one_makes_room() {
        // Given
        var body = election(branch, "2017-01-10", 1);
        // When
        var second = Register.post(ELECTIONS, body);
        var unfounded = take(officer(), stepOf("void", "2017-01-11"));
        var voided = take(officer(), stepOf("void", "2017-01-11").with("comment", "程序有误"));
        var next = Race.of(6, i -> Register.post(ELECTIONS, body));
        // Then
        refused(second, 409, "ELECTION_ALREADY_OPEN");
        refused(unfounded, 422, "STEP_REASON_REQUIRED");
        voided.then().statusCode(200).body("voidReason", is("程序有误"));
        assertEquals(1, Race.won(next).size());
        assertEquals(List.of("ELECTION_ALREADY_OPEN"), Race.lost(next));
    }

    @Test
    void an_application_says_what_its_kind_needs() {
        // Given
        var other = Register.below(committee, "BRANCH");
        // When
        var endless = Register.post(ELECTIONS, election(other, "2017-01-10", 1).without("years"));
        var early = Register.post(ELECTIONS, election(other, "2017-01-10", 1).with("kind", "EARLY"));
        var delegates = Register.post(ELECTIONS, election(other, "2017-01-10", 1).raw("delegates", "true"));
        var deviating = Register.post(ELECTIONS, election(other, "2017-01-10", 1).raw("years", "5"));
        var backwards = Register.post(ELECTIONS, election(other, "2017-01-10", 1).with("plannedOn", "2017-01-09"));
        var nowhere = Register.post(ELECTIONS,
                election(other, "2017-01-10", 1).with("organizationId", UUID.randomUUID().toString()));
        // Then
        refused(endless, 422, "ELECTION_YEARS_REQUIRED");
        refused(early, 422, "STEP_REASON_REQUIRED");
        refused(delegates, 422, "DELEGATES_NOT_ALLOWED");
        refused(deviating, 422, "TERM_DEVIATION_UNEXPLAINED");
        refused(backwards, 422, "DAYS_INCONSISTENT");
        refused(nowhere, 422, "REFERENCE_UNKNOWN");
    }

    @Test
    void what_the_superior_may_do_is_told_with_its_reasons() {
        // Given
        var reader = Tokens.of("READER", branch.code());
        // When
        var open = Register.get(reader, ELECTIONS + "/" + election + "/transitions");
        // Then
        open.then().statusCode(200).body("transitions.name", is(List.of("approve", "return", "void")))
                .body("transitions[0].reasons.code", hasItem("FORBIDDEN"));
    }

    private static String applied(Body body) {
        var answer = Register.post(ELECTIONS, body);
        answer.then().statusCode(201);
        return answer.path("id");
    }

    private String recorder() {
        return Tokens.grant("BRANCH_SECRETARY", branch.code()).subject("recorder").token();
    }

    private Response take(String token, Body move) {
        var address = ELECTIONS + "/" + election;
        return Register.step(token, address, Register.tag(address), move);
    }

    private String candidate(int member, int votes, boolean elected) {
        return "{\"memberId\":\"%s\",\"post\":\"SECRETARY\",\"votes\":%d,\"elected\":%s}".formatted(members.get(member),
                votes, elected);
    }

    private static Body result(String on, int present, String... candidates) {
        return stepOf("record-result", on).raw("present", "" + present).raw("candidates",
                Stream.of(candidates).collect(Collectors.joining(",", "[", "]")));
    }
}
