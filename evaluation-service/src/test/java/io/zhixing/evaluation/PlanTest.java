package io.zhixing.evaluation;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.database.Statements;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;

/** What the frequent questions read does not grow with the city and its years. */
@QuarkusTest
class PlanTest {

    @Test
    void the_appraisals_of_one_member_are_found_by_him() throws SQLException {
        // Given
        var reader = Tokens.of("READER", City.city().code());
        var statements = Statements.of(Database.asApplication(), () -> given().auth().oauth2(reader)
                .queryParam("member", Ids.next()).get("/evaluation/v1/appraisals").then().statusCode(200));
        var page = statements.list().stream().map(Statements.Counted::statement)
                .filter(statement -> statement.contains("from appraisal a")).findFirst().orElseThrow();
        // When
        var plan = planAmongManyAppraisals(page);
        // Then
        assertTrue(plan.contains("appraisal_by_member"), plan);
        assertFalse(plan.contains("Seq Scan on appraisal"), plan);
    }

    /** Rows of a transaction that is rolled back: the planner asks the size of the table, not its statistics. */
    private static String planAmongManyAppraisals(String query) throws SQLException {
        try (var connection = Database.asApplication().connect(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.organization_path', '/plan/', true)");
            statement.execute(
                    """
                            insert into appraisal_round (id, organization_id, organization_path, year, as_of, state, last_step_on, frozen_on, roll,
                              roll_hash, study_session_ids, study_missing, version)
                            values ('01912d68-783e-7a0f-8000-000000000000', gen_random_uuid(), '/plan/', 2016, '2016-12-31', 'CONFIRMED', '2017-01-20',
                              '2017-01-04', 20000, 'x', '{}', false, 1)""");
            statement.execute(
                    """
                            insert into appraisal (id, round_id, organization_id, organization_path, member_id, member_number, member_type, year, grade,
                              took_part, eligible, decided_on, recorded_on, standing_id, standing_version)
                            select gen_random_uuid(), '01912d68-783e-7a0f-8000-000000000000', gen_random_uuid(), '/plan/' || lpad(i::text, 6, '0') || '/',
                              gen_random_uuid(), 'x', 'FULL', 2016, 'QUALIFIED', true, true, '2017-01-20', '2017-01-20', gen_random_uuid(), 1
                            from generate_series(1, 20000) as i""");
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
