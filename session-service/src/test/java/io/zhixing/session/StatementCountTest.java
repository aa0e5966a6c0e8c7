package io.zhixing.session;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.database.Statements;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StatementCountTest {

    private static final int MANY = 60;

    @ParameterizedTest
    @ValueSource(ints = {1, MANY})
    void recording_costs_four_statements_of_the_platform_and_four_of_its_own(int attendees) {
        // Given
        var branch = City.branch();
        var members = City.members(branch, attendees);
        var session = SessionText.at(branch).present(members).guest(Ids.next(), "JOINT").lecture(members.get(0))
                .lecture(members.get(0)).with("convenerMemberId", members.get(0))
                .with("partyGroupId", City.group(branch));
        var token = Tokens.of("BRANCH_CLERK", branch.code());
        session.postWith(token, Ids.next().toString()).then().statusCode(201);
        // When
        var statements = Statements.of(Database.asApplication(),
                () -> session.postWith(token, Ids.next().toString()).then().statusCode(201));
        // Then
        assertEquals(8, statements.count(), statements.toString());
        assertEquals(List.of(1L), statements.list().stream().map(Statements.Counted::calls).distinct().toList(),
                statements.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, MANY})
    void correcting_costs_four_statements_of_the_platform_and_ten_of_its_own(int attendees) {
        // Given
        var branch = City.branch();
        var members = City.members(branch, attendees);
        var id = SessionText.at(branch).present(members).lecture(members.get(0)).recorded();
        Correcting.of(branch, id).on("2016-09-21").send().then().statusCode(200);
        var tag = Correcting.tag(branch, id);
        // When
        var statements = Statements.of(Database.asApplication(),
                () -> Correcting.of(branch, id).on("2016-09-22").send(tag).then().statusCode(200));
        // Then
        assertEquals(14, statements.count(), statements.toString());
        assertEquals(List.of(1L), statements.list().stream().map(Statements.Counted::calls).distinct().toList(),
                statements.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, MANY})
    void voiding_costs_four_statements_of_the_platform_and_eleven_of_its_own(int attendees) {
        // Given
        var branch = City.branch();
        var members = City.members(branch, attendees);
        var id = SessionText.at(branch).present(members).lecture(members.get(0)).recorded();
        var voiding = Voiding.of(branch, id);
        // When
        var statements = Statements.of(Database.asApplication(), () -> voiding.send().then().statusCode(200));
        // Then
        assertEquals(15, statements.count(), statements.toString());
    }

    @Test
    void a_page_costs_two_statements_and_counts_nothing() {
        // Given
        var branch = City.branch();
        var members = City.members(branch, 1);
        SessionText.at(branch).present(members).recorded();
        SessionText.at(branch).present(members).recorded();
        var reader = Tokens.of("READER", branch.code());
        // When
        var statements = Statements.of(Database.asApplication(), () -> given().auth().oauth2(reader)
                .queryParam("limit", 1).get(SessionText.ADDRESS).then().statusCode(200).body("items.size()", is(1)));
        // Then
        assertEquals(2, statements.count(), statements.toString());
        assertFalse(statements.toString().contains("count("), statements.toString());
    }

    @Test
    void figures_cost_the_same_however_many_attended() {
        // Given
        var branch = City.branch();
        SessionText.at(branch).present(City.members(branch, MANY)).recorded();
        // When
        var statements = Statements.of(Database.asApplication(), () -> FiguresText.of(branch));
        // Then
        assertTrue(statements.count() <= 4, statements.toString());
        assertFalse(statements.toString().contains("attendance "), statements.toString());
    }

    @Test
    void a_page_of_a_subtree_reads_the_index_of_paths() throws SQLException {
        // Given
        var page = pageAskedWith("limit", "50");
        // When
        var plan = planAmongManySessions(page);
        // Then
        assertTrue(plan.contains("study_session_by_path"), plan);
        assertFalse(plan.contains("Seq Scan on study_session"), plan);
        assertFalse(plan.contains("Sort"), plan);
    }

    @ParameterizedTest
    @CsvSource({"convenerRelation, study_session_convener_not_of_host",
            "partyGroupRelation, study_session_group_not_of_host"})
    void sessions_whose_convener_or_group_is_not_the_host_s_are_read_by_an_index_of_theirs(String filter, String index)
            throws SQLException {
        // Given: the server counts a statement without its constants
        var page = pageAskedWith(filter, "NOT_OF_HOST").replaceFirst("(_relation <> )(\\$\\d+)",
                "$1'OF_HOST' and $2::text is null");
        // When
        var plan = planAmongManySessions(page);
        // Then
        assertTrue(plan.contains(index), plan);
        assertFalse(plan.contains("study_session_by_"), plan);
    }

    private static String pageAskedWith(String filter, String value) {
        var reader = Tokens.of("READER", City.branch().code());
        return Statements.of(Database.asApplication(),
                () -> given().auth().oauth2(reader).queryParam(filter, value).get(SessionText.ADDRESS).then()
                        .statusCode(200))
                .list().stream().map(Statements.Counted::statement)
                .filter(statement -> statement.contains("from study_session s")).findFirst().orElseThrow();
    }

    /** Rows of a transaction that is rolled back: the planner asks the size of the table, not its statistics. */
    private static String planAmongManySessions(String query) throws SQLException {
        try (var connection = Database.asApplication().connect(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.organization_path', '/plan/', true)");
            statement.execute("""
                    insert into study_session (id, organization_id, organization_path, type, contents, started_at, ended_at, held_on,
                      recorded_on, topic_record, discussion_record, outcome_record, state, present, absent, on_leave, exempt, guest,
                      pending_directory, stated_digest, version)
                    select gen_random_uuid(), gen_random_uuid(), '/plan/' || lpad(i::text, 6, '0') || '/', 'COLLECTIVE_STUDY', '{}',
                      timestamptz '2016-07-01 01:00Z', timestamptz '2016-07-01 02:00Z', date '2016-07-01', date '2016-07-01',
                      'x', 'x', 'x', 'RECORDED', 1, 0, 0, 0, 0, 0, 'x', 1 from generate_series(1, 20000) as i""");
            var lines = new StringBuilder();
            statement.execute("set local plan_cache_mode = force_generic_plan");
            statement.execute("prepare page as " + query);
            var parameters = Pattern.compile("\\$\\d+").matcher(query).results().map(MatchResult::group).distinct()
                    .map(parameter -> "null").collect(Collectors.joining(", "));
            try (var rows = statement.executeQuery("explain execute page (" + parameters + ")")) {
                while (rows.next()) {
                    lines.append(rows.getString(1)).append('\n');
                }
            }
            connection.rollback();
            return lines.toString();
        }
    }
}
