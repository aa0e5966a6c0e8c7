package io.zhixing.organization;

import static io.zhixing.organization.Register.POSTS;
import static io.zhixing.organization.Register.refused;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.event.TopicEvent;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class PostTest {

    @Test
    void what_may_happen_to_a_post_is_told_to_each_caller() {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var post = taken(branch);
        // When
        var superior = Register.get(Tokens.of("CAMPAIGN_OFFICER", committee.code()), transitions(post));
        var reader = Register.get(Tokens.of("READER", branch.code()), transitions(post));
        // Then
        superior.then().statusCode(200).body("state", is("HELD")).body("transitions.name", is(List.of("leave")))
                .body("transitions[0].allowed", is(true));
        reader.then().body("transitions[0].allowed", is(false)).body("transitions[0].reasons.code",
                is(List.of("FORBIDDEN")));
    }

    @Test
    void a_post_that_was_left_keeps_its_days_its_step_and_one_event_a_version() {
        // Given
        var branch = Register.branch();
        var post = taken(branch);
        // When
        var left = Register.move(Register.officer(), address(post), post.header("ETag"), "leave", "2016-05-01");
        // Then
        left.then().statusCode(200).body("from", is("2014-03-01")).body("to", is("2016-05-01")).body("version", is(2));
        Register.get(Register.officer(), address(post) + "/history").then().body("items.step", is(List.of("leave")))
                .body("items.on", is(List.of("2016-05-01"))).body("items.toState", is(List.of("LEFT")));
        Register.get(Register.officer(), transitions(post)).then().body("transitions", empty());
        assertEquals(List.of(1L, 2L), OutboxProbe.ofTheService().events(post.path("id"), 2).stream()
                .map(TopicEvent::version).toList());
    }

    @Test
    void a_post_is_held_for_a_day_at_least_and_left_once_and_not_tomorrow() {
        // Given
        var committee = Register.committee();
        var post = taken(Register.below(committee, "BRANCH"));
        var before = Stored.below(committee);
        // When
        var onTheFirstDay = leave(post, "2014-03-01");
        var tomorrow = leave(post, Days.tomorrow());
        var unknown = Register.move(Register.officer(), address(post), post.header("ETag"), "promote", "2014-03-02");
        var after = Stored.below(committee);
        var once = leave(post, "2014-03-02");
        var twice = Register.move(Register.officer(), address(post), once.header("ETag"), "leave", "2015-01-01");
        // Then
        refused(onTheFirstDay, 422, "TRANSITION_DAY_INVALID");
        refused(tomorrow, 422, "TRANSITION_DAY_INVALID");
        refused(unknown, 409, "TRANSITION_NOT_AVAILABLE");
        assertEquals(before, after);
        once.then().statusCode(200);
        refused(twice, 409, "TRANSITION_NOT_AVAILABLE");
    }

    @Test
    void the_superior_decides_on_secretaries_and_the_branch_on_its_other_posts() {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var member = Register.member(branch);
        var secretary = Register.secretary(member, branch, "2014-03-01");
        var commissioner = Register.secretary(member, branch, "2014-03-01").with("post", "PUBLICITY_COMMISSIONER");
        // When
        var byItself = Register.post(Tokens.of("BRANCH_SECRETARY", branch.code()), POSTS, secretary);
        var byOwnOfficer = Register.post(Tokens.of("CAMPAIGN_OFFICER", branch.code()), POSTS, secretary);
        var other = Register.post(Tokens.of("BRANCH_SECRETARY", branch.code()), POSTS, commissioner);
        var bySuperior = Register.post(Tokens.of("CAMPAIGN_OFFICER", committee.code()), POSTS, secretary);
        // Then
        refused(byItself, 403, "FORBIDDEN");
        refused(byOwnOfficer, 403, "FORBIDDEN");
        other.then().statusCode(201);
        bySuperior.then().statusCode(201);
    }

    @Test
    void a_secretary_follows_on_the_day_the_former_one_leaves_and_not_a_day_earlier() {
        // Given
        var branch = Register.branch();
        var former = Register.member(branch);
        var next = Register.member(branch);
        Register.post(POSTS, Register.secretary(former, branch, "2014-03-01").with("to", "2016-05-01")).then()
                .statusCode(201);
        // When
        var early = Register.post(POSTS, Register.secretary(next, branch, "2016-04-30"));
        var inTime = Register.post(POSTS, Register.secretary(next, branch, "2016-05-01"));
        // Then
        refused(early, 409, "SECRETARY_ALREADY_HELD");
        inTime.then().statusCode(201);
    }

    @Test
    void a_correction_gives_its_reason_and_keeps_one_secretary_on_any_day() {
        // Given
        var branch = Register.branch();
        var next = Register.member(branch);
        var post = taken(branch);
        var left = leave(post, "2016-05-01");
        Register.post(POSTS, Register.secretary(next, branch, "2016-05-01")).then().statusCode(201);
        var reason = new Body().with("reason", "任职文件日期有误");
        // When
        var corrected = Register.patch(Register.officer(), address(post), left.header("ETag"),
                reason.with("from", "2014-03-05"));
        var overlapping = Register.patch(Register.officer(), address(post), "\"v3\"", reason.with("to", "2016-05-02"));
        var same = Register.patch(Register.officer(), address(post), "\"v3\"", reason.without("to"));
        var early = Register.patch(Register.officer(), address(post), "\"v3\"", reason.with("from", "2010-06-30"));
        // Then
        corrected.then().statusCode(200).body("from", is("2014-03-05")).body("version", is(3));
        refused(overlapping, 409, "SECRETARY_ALREADY_HELD");
        refused(same, 422, "CORRECTION_CHANGES_NOTHING");
        refused(early, 422, "DAYS_INCONSISTENT");
        Register.get(Register.officer(), address(post) + "/history").then().body("items.step",
                is(List.of("leave", "correct")));
        assertEquals("2014-03-05", OutboxProbe.ofTheService().event(post.path("id"), "post-corrected.v1").payload()
                .path("from").asText());
    }

    @ParameterizedTest(name = "from {0}")
    @CsvSource({"2010-06-30, DAYS_INCONSISTENT", "tomorrow, DAY_IN_FUTURE"})
    void days_are_judged_also_of_one_who_was_sent_from_elsewhere_and_is_not_seen(String from, String code) {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var sent = Register.member(Register.branch());
        var post = Register.post(POSTS, Register.secretary(sent, branch, "2014-03-01"));
        var above = Tokens.of("CAMPAIGN_OFFICER", committee.code());
        var reason = new Body().with("reason", "任职文件日期有误");
        var before = Stored.below(committee);
        // When
        var seen = Register.get(above, Register.memberAddress(sent));
        var wrong = Register.patch(above, address(post), post.header("ETag"),
                reason.with("from", from.equals("tomorrow") ? Days.tomorrow() : from));
        var after = Stored.below(committee);
        var right = Register.patch(above, address(post), post.header("ETag"), reason.with("from", "2014-03-05"));
        // Then
        refused(seen, 404, "NOT_FOUND");
        refused(wrong, 422, code);
        assertEquals(before, after);
        right.then().statusCode(200).body("from", is("2014-03-05"));
    }

    @Test
    void a_post_that_is_held_has_no_end_to_correct() {
        // Given
        var branch = Register.branch();
        var post = taken(branch);
        var before = Stored.below(branch);
        // When
        var answer = Register.patch(Register.officer(), address(post), post.header("ETag"),
                new Body().with("reason", "任职文件日期有误").with("to", "2016-05-01"));
        // Then
        refused(answer, 409, "POST_STILL_HELD");
        answer.then().body("errors[0].pointer", is("/to"));
        assertEquals(before, Stored.below(branch));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void a_post_with_one_fault_is_refused_and_nothing_is_written(String what, UnaryOperator<Body> fault, int status,
            String code, String pointer) {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var body = Register.secretary(Register.member(branch), branch, "2014-03-01");
        var before = Stored.below(committee);
        // When
        var answer = Register.post(POSTS, fault.apply(body));
        // Then
        refused(answer, status, code);
        answer.then().body("errors.pointer", is(List.of(pointer)));
        assertEquals(before, Stored.below(committee));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("no such member", body -> body.with("memberId", UUID.randomUUID().toString()), 422,
                        "REFERENCE_UNKNOWN", "/memberId"),
                fault("no such organization", body -> body.with("organizationId", UUID.randomUUID().toString()), 422,
                        "REFERENCE_UNKNOWN", "/organizationId"),
                fault("before the organization was set up", body -> body.with("from", "2010-06-30"), 422,
                        "DAYS_INCONSISTENT", "/from"),
                fault("from tomorrow", body -> body.with("from", Days.tomorrow()), 422, "DAY_IN_FUTURE", "/from"),
                fault("until tomorrow", body -> body.with("to", Days.tomorrow()), 422, "DAY_IN_FUTURE", "/to"),
                fault("for no day", body -> body.with("to", "2014-03-01"), 422, "DAYS_INCONSISTENT", "/to"),
                fault("unknown post", body -> body.with("post", "KING"), 400, "FIELD_WRONG_TYPE", "/post"),
                fault("read-only field", body -> body.raw("version", "7"), 400, "FIELD_READ_ONLY", "/version"),
                fault("unknown field", body -> body.raw("zz", "7"), 400, "FIELD_UNKNOWN", "/zz"),
                fault("no basis", body -> body.without("basis"), 400, "VALIDATION_FAILED", "/basis"));
    }

    private static Arguments fault(String what, UnaryOperator<Body> fault, int status, String code, String pointer) {
        return Arguments.of(what, fault, status, code, pointer);
    }

    private static Response taken(Register.Organization branch) {
        var post = Register.post(POSTS, Register.secretary(Register.member(branch), branch, "2014-03-01"));
        post.then().statusCode(201);
        return post;
    }

    private static Response leave(Response post, String on) {
        return Register.move(Register.officer(), address(post), post.header("ETag"), "leave", on);
    }

    private static String address(Response post) {
        return POSTS + "/" + post.path("id");
    }

    private static String transitions(Response post) {
        return address(post) + "/transitions";
    }
}
