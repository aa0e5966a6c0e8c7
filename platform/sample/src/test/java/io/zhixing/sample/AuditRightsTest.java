package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Three administrators, each with his own rights, and a trail that nobody alters. */
@QuarkusTest
class AuditRightsTest {

    @Inject
    Folders folders;

    @ParameterizedTest
    @CsvSource({"READER,audit-entries", "WRITER,audit-entries", "SYSTEM_ADMINISTRATOR,audit-entries",
            "SECURITY_ADMINISTRATOR,audit-entries", "READER,audit-entries/verification",
            "SYSTEM_ADMINISTRATOR,audit-entries/verification", "SECURITY_ADMINISTRATOR,audit-entries/verification",
            "AUDIT_ADMINISTRATOR,notes", "SYSTEM_ADMINISTRATOR,notes", "SECURITY_ADMINISTRATOR,notes",
            "AUDIT_ADMINISTRATOR,imports", "SYSTEM_ADMINISTRATOR,imports", "SECURITY_ADMINISTRATOR,imports"})
    void the_trail_is_the_audit_administrators_and_data_is_none_of_the_three(String role, String address) {
        given().auth().oauth2(Tokens.of(role, folders.top().code())).get("/sample/v1/" + address).then()
                .statusCode(403).body("code", is("FORBIDDEN"));
    }

    @ParameterizedTest
    @CsvSource({"AUDIT_ADMINISTRATOR,SYSTEM_ADMINISTRATOR", "AUDIT_ADMINISTRATOR,SECURITY_ADMINISTRATOR",
            "SYSTEM_ADMINISTRATOR,SECURITY_ADMINISTRATOR"})
    void two_of_the_three_in_one_token_open_nothing_not_even_with_a_role_that_reads(String one, String other) {
        // Given
        var folder = folders.top();
        var both = Tokens.grant(one, folder.code()).and(other, folder.code()).and("READER", folder.code())
                .and("WRITER", folder.code()).token();
        // When, Then
        given().auth().oauth2(both).get("/sample/v1/notes").then().statusCode(403).body("code",
                is("ADMINISTRATOR_ROLES_COMBINED"));
        given().auth().oauth2(both).contentType(ContentType.JSON)
                .body("{\"folder\":\"%s\",\"title\":\"both\",\"writtenOn\":\"2016-07-01\"}".formatted(folder.code()))
                .post("/sample/v1/notes").then().statusCode(403).body("code", is("ADMINISTRATOR_ROLES_COMBINED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_entry set actor = 'nobody'", "delete from audit_entry",
            "truncate audit_entry", "delete from audit_head", "truncate audit_head"})
    void nobody_alters_an_entry_not_even_its_owner(String sql) {
        // Given
        entry();
        // When, Then
        assertEquals("42501", refusal(Database.asApplication(), sql));
        assertEquals("42501", refusal(Database.asPipeline(), sql));
        assertEquals("42501", refusal(Database.asOwner(), sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_head set seq = 0",
            "insert into audit_entry select * from audit_entry limit 1",
            "insert into audit_head select * from audit_head limit 1",
            "select audit_add(null::audit_entry)", "select audit_unlock(null::audit_entry)"})
    void the_service_adds_to_the_trail_by_its_two_functions_alone(String sql) {
        assertEquals("42501", refusal(Database.asApplication(), sql));
        assertEquals("42501", refusal(Database.asPipeline(), sql));
    }

    @Test
    void a_connection_without_an_auditors_call_sees_no_entry() {
        // Given
        entry();
        // When
        var seen = Database.asApplication().query("select count(*) from audit_entry", row -> row.getLong(1));
        var there = Database.asOwner().query("select count(*) > 0 from audit_entry", row -> row.getBoolean(1));
        // Then
        assertEquals(0, seen.get(0));
        assertEquals(true, there.get(0));
    }

    private void entry() {
        given().auth().oauth2(Tokens.of("READER", folders.top().code())).accept("text/csv").get("/sample/v1/notes")
                .then().statusCode(200);
    }

    private static String refusal(Database role, String sql) {
        return assertThrows(SQLException.class, () -> {
            try (var connection = role.connect(); var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute(sql);
            }
        }, sql).getSQLState();
    }
}
