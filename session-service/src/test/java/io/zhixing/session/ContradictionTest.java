package io.zhixing.session;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;

/** What contradicts itself in one statement of a session, and what a refusal says of texts that are missing. */
@QuarkusTest
class ContradictionTest {

    @Test
    void a_session_without_its_texts_is_told_in_one_sentence_which_texts_it_needs() {
        // Given
        var branch = City.branch();
        var session = SessionText.at(branch).attended(City.member(branch), "PRESENT").without("topicRecord")
                .with("discussionRecord", " ");
        // When
        var chinese = posted(session, branch, "zh-CN");
        var english = posted(session, branch, "en");
        // Then
        refused(branch, chinese, 400, "VALIDATION_FAILED");
        chinese.then().body("errors.pointer", is(List.of("/discussionRecord", "/topicRecord"))).body("detail",
                is("共有2处错误，见errors：/discussionRecord、/topicRecord 学习活动须有主题、讨论、收获三项记录（topicRecord、discussionRecord、outcomeRecord）。"));
        english.then().body("detail", allOf(containsString("2 faults"), containsString("topic"),
                containsString("discussion"), containsString("outcome"), containsString("outcomeRecord")));
    }

    @Test
    void a_ground_is_a_guest_s_alone() {
        // Given
        var branch = City.branch();
        var session = SessionText.at(branch).attended(City.member(branch), "PRESENT");
        session.attendance.get(0).put("ground", "JOINT");
        // When
        var answer = session.post();
        // Then
        refused(branch, answer, 422, "GROUND_WITHOUT_GUEST");
        answer.then().body("errors.pointer", is(List.of("/attendance/0/ground")));
    }

    @Test
    void a_lecture_is_not_longer_than_its_session() {
        // Given
        var branch = City.branch();
        var member = City.member(branch);
        var session = SessionText.at(branch).attended(member, "PRESENT").lecture(member);
        session.lectures.get(0).put("minutes", 91);
        // When
        var longer = session.post();
        // Then
        refused(branch, longer, 422, "LECTURE_LONGER_THAN_SESSION");
        longer.then().body("errors.pointer", is(List.of("/lectures/0/minutes")));
        session.lectures.get(0).put("minutes", 90);
        session.post().then().statusCode(201);
    }

    @Test
    void an_office_without_a_word_makes_nobody_a_leading_cadre() {
        // Given
        var branch = City.branch();
        var member = City.member(branch);
        var session = SessionText.at(branch).attended(member, "PRESENT").lecture(member);
        session.lectures.get(0).put("office", " ");
        // When
        var answer = session.post();
        // Then
        refused(branch, answer, 400, "VALIDATION_FAILED");
        answer.then().body("errors.pointer", is(List.of("/lectures/0/office")));
    }

    private static Response posted(SessionText session, City.Branch host, String language) {
        return given().auth().oauth2(Tokens.of("BRANCH_CLERK", host.code())).contentType(ContentType.JSON)
                .header("Idempotency-Key", Ids.next().toString()).header("Accept-Language", language).body(session.body)
                .post(SessionText.ADDRESS);
    }

    private static void refused(City.Branch host, Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", is(code));
        assertEquals(0, SessionText.sessionsOf(host));
    }
}
