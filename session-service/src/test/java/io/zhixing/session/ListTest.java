package io.zhixing.session;

import static io.restassured.RestAssured.given;
import static io.zhixing.session.SessionText.reader;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ListTest {

    @ParameterizedTest
    @CsvSource({"type,THEMED_PARTY_DAY,1", "type,TRAINING_CLASS,0", "content,LECTURE,1", "content,COLLECTIVE_STUDY,2",
            "content,DUES,0", "state,RECORDED,2", "heldFrom,2016-05-01,1", "heldFrom,2016-05-02,0",
            "heldTo,2016-04-01,1", "heldTo,2016-03-31,0", "recordedUntil,2016-12-31,0"})
    void sessions_are_found_by_what_they_were(String filter, String value, int found) {
        // Given
        var branch = City.branch();
        var member = City.member(branch);
        SessionText.at(branch).on("2016-04-01").with("type", "COLLECTIVE_STUDY").with("contents", List.of())
                .attended(member, "PRESENT").recorded();
        SessionText.at(branch).on("2016-05-01").with("type", "THEMED_PARTY_DAY")
                .with("contents", List.of("LECTURE", "COLLECTIVE_STUDY")).attended(member, "PRESENT").lecture(member)
                .recorded();
        // When
        var answer = reader(branch).queryParam(filter, value).queryParam("count", "true").get(SessionText.ADDRESS);
        // Then
        answer.then().statusCode(200).body("total", is(found)).body("items.size()", is(found));
    }

    @Test
    void a_member_s_attendance_is_found_over_all_sessions_of_the_subtree() {
        // Given
        var committee = City.committee();
        var branch = City.branchUnder(committee);
        var other = City.branchUnder(committee);
        var member = City.member(branch);
        SessionText.at(branch).attended(member, "ON_LEAVE").attended(City.member(branch), "PRESENT").recorded();
        SessionText.at(other).guest(member, "FLOATING").recorded();
        // When
        var all = reader(committee).queryParam("member", member).get("/session/v1/attendances");
        var leave = reader(committee).queryParam("member", member).queryParam("state", "ON_LEAVE")
                .get("/session/v1/attendances");
        var direct = reader(committee).queryParam("member", member).queryParam("organization", other.code())
                .queryParam("directOnly", "true").get("/session/v1/attendances");
        // Then
        all.then().statusCode(200).body("items.size()", is(2));
        leave.then().statusCode(200).body("items.state", is(List.of("ON_LEAVE")));
        direct.then().statusCode(200).body("items.state", is(List.of("GUEST")));
    }

    @Test
    void a_caller_with_two_grants_pages_through_both_and_sees_nothing_between() {
        // Given
        var committee = City.committee();
        var first = City.branchUnder(committee);
        var hidden = City.branchUnder(committee);
        var last = City.branchUnder(committee);
        var expected = new ArrayList<UUID>();
        for (var branch : List.of(first, hidden, last)) {
            var members = City.members(branch, 1);
            for (int i = 0; i < 3; i++) {
                var id = SessionText.at(branch).present(members).recorded();
                if (branch != hidden) {
                    expected.add(id);
                }
            }
        }
        var token = Tokens.grant("READER", first.code()).and("READER", last.code()).token();
        // When
        var seen = pages(token);
        // Then
        assertEquals(expected, seen);
    }

    @Test
    void an_export_holds_what_the_pages_hold() {
        // Given
        var branch = City.branch();
        var members = City.members(branch, 2);
        for (int i = 0; i < 3; i++) {
            SessionText.at(branch).present(members).recorded();
        }
        var token = Tokens.of("READER", branch.code());
        // When
        var csv = given().auth().oauth2(token).accept("text/csv").get(SessionText.ADDRESS);
        var lines = given().auth().oauth2(token).accept("application/x-ndjson").get(SessionText.ADDRESS);
        // Then
        var ids = pages(token).stream().map(UUID::toString).toList();
        assertEquals(ids, csv.then().statusCode(200).extract().asString().lines().skip(1)
                .map(line -> line.substring(0, 36)).toList());
        assertEquals(ids, lines.then().statusCode(200).extract().asString().lines()
                .map(line -> line.substring(line.indexOf(':') + 2, line.indexOf(':') + 38)).toList());
    }

    @Test
    void a_session_is_read_with_its_texts_and_answers_304_while_unchanged() {
        // Given
        var branch = City.branch();
        var id = SessionText.at(branch).present(City.members(branch, 1)).recorded();
        var first = reader(branch).get(SessionText.ADDRESS + "/" + id);
        // When
        var again = reader(branch).header("If-None-Match", first.header("ETag")).get(SessionText.ADDRESS + "/" + id);
        // Then
        first.then().statusCode(200).body("discussionRecord", is("联系实际讨论")).body("outcomeRecord", notNullValue());
        again.then().statusCode(304);
    }

    @Test
    void a_session_that_is_not_there_is_not_found() {
        // When
        var answer = reader(City.branch()).get(SessionText.ADDRESS + "/" + Ids.next());
        // Then
        answer.then().statusCode(404).body("code", is("NOT_FOUND"));
    }

    private static List<UUID> pages(String token) {
        var seen = new ArrayList<UUID>();
        String cursor = null;
        do {
            var call = given().auth().oauth2(token).queryParam("limit", 2);
            var page = (cursor == null ? call : call.queryParam("cursor", cursor)).get(SessionText.ADDRESS);
            page.then().statusCode(200);
            page.jsonPath().getList("items.id", String.class).forEach(id -> seen.add(UUID.fromString(id)));
            cursor = page.path("next");
        } while (cursor != null);
        return seen;
    }
}
