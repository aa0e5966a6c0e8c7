package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.sql.SQLException;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.api.Test;

/** Ready is who can serve; alive is who need not be restarted. */
@QuarkusTest
class ReadinessTest {

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void a_service_whose_database_lacks_a_migration_is_not_ready_and_alive_all_the_same() throws SQLException {
        // Given
        assertEquals(1, newestMigrationDone(false));
        try {
            // When
            var ready = given().get(management.resolve("/q/health/ready"));
            var live = given().get(management.resolve("/q/health/live"));
            // Then
            ready.then().statusCode(503).body("status", is("DOWN"));
            live.then().statusCode(200).body("status", is("UP"));
        } finally {
            newestMigrationDone(true);
        }
    }

    @Test
    void a_service_is_ready_by_its_database_and_its_own_will_alone() {
        given().get(management.resolve("/q/health/ready")).then().statusCode(200).body("checks.name",
                containsInAnyOrder("Graceful Shutdown", "database with the schema of this build"));
    }

    @Test
    void a_service_is_alive_whatever_is_outside_of_it() {
        given().get(management.resolve("/q/health/live")).then().statusCode(200).body("checks.size()", is(0));
    }

    private static int newestMigrationDone(boolean done) throws SQLException {
        try (var connection = Database.asOwner().connect(); var statement = connection.prepareStatement("""
                update flyway_schema_history set success = ?
                where installed_rank = (select max(installed_rank) from flyway_schema_history)""")) {
            statement.setBoolean(1, done);
            return statement.executeUpdate();
        }
    }
}
