package io.zhixing.session;

import static io.zhixing.session.SessionText.reader;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FiguresTest {

    @Test
    void the_first_quarters_of_two_years_hold_only_their_own_sessions() {
        // Given
        var branch = City.branch();
        var members = City.members(branch, 1);
        SessionText.at(branch).on("2016-01-01").present(members).recorded();
        SessionText.at(branch).on("2016-03-31").present(members).recorded();
        SessionText.at(branch).on("2017-02-01").present(members).recorded();
        // When
        var first = FiguresText.of(branch, "2016-01-01", "2016-03-31").equalTheirRecords();
        var second = FiguresText.of(branch, "2017-01-01", "2017-03-31").equalTheirRecords();
        // Then
        assertEquals("2", first.value("SESSION_COUNT"));
        assertEquals("1", second.value("SESSION_COUNT"));
    }

    @Test
    void collective_study_is_counted_as_type_or_as_content_and_once() {
        // Given
        var branch = City.branch();
        var members = City.members(branch, 1);
        SessionText.at(branch).with("type", "COLLECTIVE_STUDY").present(members).recorded();
        SessionText.at(branch).with("type", "COLLECTIVE_STUDY").with("contents", List.of()).present(members).recorded();
        SessionText.at(branch).with("type", "THEMED_PARTY_DAY").with("contents", List.of("COLLECTIVE_STUDY", "DUES"))
                .present(members).recorded();
        SessionText.at(branch).with("type", "VOLUNTEER_SERVICE").with("contents", List.of("VOLUNTEER_SERVICE"))
                .present(members).recorded();
        // When
        var figures = FiguresText.of(branch).equalTheirRecords();
        // Then
        assertEquals("3", figures.value("SESSION_COUNT"));
        Recount.equalsTheCountersOf(branch);
    }

    @Test
    void a_superior_s_rate_is_of_all_attendances_and_no_mean_of_rates() {
        // Given
        var committee = City.committee();
        var small = City.branchUnder(committee);
        var large = City.branchUnder(committee);
        SessionText.at(small).present(City.members(small, 1)).recorded();
        var many = City.members(large, 4);
        SessionText.at(large).present(many.subList(0, 1)).attended(many.get(1), "ABSENT")
                .attended(many.get(2), "ON_LEAVE").attended(many.get(3), "EXEMPT").recorded();
        // When
        var figures = FiguresText.of(committee).equalTheirRecords();
        // Then
        assertEquals("50.00", figures.value("ATTENDANCE_RATE"));
        assertEquals("2", figures.field("ATTENDANCE_RATE", "numerator"));
        assertEquals("4", figures.field("ATTENDANCE_RATE", "denominator"));
    }

    @Test
    void without_a_denominator_there_is_no_rate() {
        // Given
        var branch = City.branch();
        SessionText.at(branch).attended(City.member(branch), "EXEMPT").recorded();
        // When
        var figures = FiguresText.of(branch);
        // Then
        assertNull(figures.value("ATTENDANCE_RATE"));
        assertEquals("0", figures.field("ATTENDANCE_RATE", "denominator"));
    }

    @Test
    void what_was_recorded_later_than_the_day_of_knowledge_does_not_count() {
        // Given
        var branch = City.branch();
        var recordedOn = LocalDate.parse(SessionText.at(branch).on("2016-12-30").present(City.members(branch, 1)).post()
                .then().statusCode(201).extract().path("recordedOn"));
        var period = Map.of("from", "2016-12-01", "to", "2016-12-31");
        // When
        var before = FiguresText.of(branch, with(period, recordedOn.minusDays(1).toString()));
        var onThatDay = FiguresText.of(branch, with(period, recordedOn.toString()));
        // Then
        assertEquals("0", before.equalTheirRecords().value("SESSION_COUNT"));
        assertEquals("1", onThatDay.equalTheirRecords().value("SESSION_COUNT"));
    }

    @Test
    void the_answer_says_how_fresh_the_directory_is() {
        // Given
        var told = Instant.now(Clock.systemUTC()).minusSeconds(1);
        var branch = City.branch();
        // When
        var answer = FiguresText.of(branch).answer();
        // Then
        answer.then().body("freshness.source", hasItem("organization"));
        var until = OffsetDateTime.parse(answer.path("freshness.find { it.source == 'organization' }.appliedUntil"));
        assertTrue(until.toInstant().isAfter(told), () -> until + " is not after " + told);
        answer.then().body("freshness.parkedKeys", hasItem(greaterThanOrEqualTo(0)));
    }

    @ParameterizedTest
    @CsvSource({"from,2016-02-30,PARAMETER_INVALID", "to,2015-12-31,PARAMETER_INVALID",
            "asOf,2999-01-01,PARAMETER_INVALID", "month,2016-01,PARAMETER_UNKNOWN"})
    void a_question_that_cannot_be_answered_is_named(String parameter, String value, String code) {
        // Given
        var branch = City.branch();
        var asked = new HashMap<>(Map.of("organization", branch.code(), "from", "2016-01-01", "to",
                "2016-12-31"));
        asked.put(parameter, value);
        // When
        var answer = reader(branch).queryParams(asked).get("/session/v1/figures");
        // Then
        answer.then().statusCode(400).body("code", is(code)).body("errors[0].parameter", is(parameter));
    }

    @Test
    void figures_of_an_organization_outside_the_scope_are_refused() {
        // Given
        var mine = City.branch();
        var other = City.branch();
        // When
        var answer = reader(mine).queryParam("organization", other.id()).queryParam("from", "2016-01-01")
                .queryParam("to", "2016-12-31").get("/session/v1/figures");
        // Then
        answer.then().statusCode(422).body("code", is("REFERENCE_UNKNOWN"));
    }

    private static Map<String, String> with(Map<String, String> period, String asOf) {
        return Map.of("from", period.get("from"), "to", period.get("to"), "asOf", asOf);
    }
}
