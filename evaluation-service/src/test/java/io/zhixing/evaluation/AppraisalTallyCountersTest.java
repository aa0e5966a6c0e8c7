package io.zhixing.evaluation;

import static io.zhixing.evaluation.Appraising.move;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.Map;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.figures.Recounts;
import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A kept count that is wrong is seen by an operator. */
@QuarkusTest
class AppraisalTallyCountersTest {

    @Inject
    Recounts recounts;

    @Inject
    MeterRegistry metrics;

    @ParameterizedTest
    @ValueSource(strings = {"roll", "eligible", "took_part", "excellent", "qualified", "basically_qualified",
            "unqualified"})
    void a_counter_of_grades_that_is_wrong_is_found_by_the_recount(String counter) throws SQLException {
        // Given
        var appraising = corrected();
        var before = differences();
        // When
        change(appraising, counter + " + 1", counter);
        var found = differences();
        change(appraising, counter + " - 1", counter);
        // Then
        assertEquals(0, before);
        assertEquals(1, found);
        assertEquals(0, differences());
    }

    /** A round that superseded another: what was counted has been taken off and counted anew. */
    private static Appraising corrected() {
        var appraising = Appraising.branchWith(5);
        var probationary = City.probationary(appraising.branch);
        var grades = appraising.grades().grade(appraising.members.get(0), "EXCELLENT")
                .grade(appraising.members.get(1), "QUALIFIED").grade(appraising.members.get(2), "BASICALLY_QUALIFIED")
                .grade(appraising.members.get(3), "UNQUALIFIED").none(appraising.members.get(4), "ABROAD", false)
                .none(probationary, "PROBATIONARY", true);
        var first = appraising.confirmed(grades);
        var second = appraising.freeze(Map.of("organization", appraising.branch.id(), "year", 2016, "on", "2017-02-01",
                "supersedesRoundId", first.path("id")));
        second = move(appraising.secretary(), second, "confirm-study", "2017-02-01", Map.of());
        second = move(appraising.secretary(), second, "propose-grades", "2017-02-01", grades.body());
        move(appraising.officer(), second, "confirm", "2017-02-01", Map.of()).then().statusCode(200);
        return appraising;
    }

    private double differences() {
        recounts.compare();
        return metrics.get("counter_differences").tag("counter", "appraisal_tally").gauge().value();
    }

    private static void change(Appraising of, String value, String counter) throws SQLException {
        try (var connection = Database.asOwner().connect();
                var statement = connection.prepareStatement(
                        "update appraisal_tally set %s = %s where organization_id = ?".formatted(counter, value))) {
            statement.setObject(1, of.branch.id());
            assertEquals(1, statement.executeUpdate());
        }
    }
}
