package io.zhixing.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.figures.Recounts;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A kept count that is wrong is seen by an operator. */
@QuarkusTest
class StudyTallyCountersTest {

    @Inject
    Recounts recounts;

    @Inject
    MeterRegistry metrics;

    @ParameterizedTest
    @ValueSource(strings = {"sessions", "collective_study", "lectures", "secretary_lectures", "present", "absent",
            "on_leave", "exempt", "guest"})
    void a_counter_of_sessions_that_is_wrong_is_found_by_the_recount(String counter) throws SQLException {
        // Given
        var branch = City.branch();
        var members = City.members(branch, 4);
        City.knownSecretary(members.get(0), branch);
        SessionText.at(branch).attended(members.get(0), "PRESENT").attended(members.get(1), "ABSENT")
                .attended(members.get(2), "ON_LEAVE").attended(members.get(3), "EXEMPT").attended(Ids.next(), "PRESENT")
                .guest(City.member(City.branch()), "JOINT").lecture(members.get(0)).lecture(members.get(1)).recorded();
        var before = differences();
        // When
        change(branch, counter + " + 1", counter);
        var found = differences();
        change(branch, counter + " - 1", counter);
        // Then
        assertEquals(0, before);
        assertEquals(1, found);
        assertEquals(0, differences());
    }

    private double differences() {
        recounts.compare();
        return metrics.get("counter_differences").tag("counter", "study_tally").gauge().value();
    }

    private static void change(City.Branch host, String value, String counter) throws SQLException {
        try (var connection = Database.asPipeline().connect();
                var statement = connection.prepareStatement(
                        "update study_tally set %s = %s where organization_id = ?".formatted(counter, value))) {
            statement.setObject(1, host.id());
            assertEquals(1, statement.executeUpdate());
        }
    }
}
