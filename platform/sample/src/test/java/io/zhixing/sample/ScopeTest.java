package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ScopeTest {

    @Inject
    Folders folders;

    @Inject
    AgroalDataSource database;

    @Test
    void what_lies_outside_the_grant_does_not_exist_for_the_caller() {
        // Given
        var top = folders.top();
        var inside = folders.in(top);
        var sibling = folders.in(top);
        var note = note(inside, "hidden " + inside.code());
        // When, Then
        read(top, note).then().statusCode(200);
        read(inside, note).then().statusCode(200);
        read(sibling, note).then().statusCode(404).body("code", is("NOT_FOUND"));
        read(folders.top(), note).then().statusCode(404);
    }

    @Test
    void a_write_outside_the_grant_is_an_unknown_reference() {
        // Given
        var mine = folders.top();
        var other = folders.top();
        // When
        var answer = given().auth().oauth2(Tokens.of("WRITER", mine.code())).contentType(ContentType.JSON)
                .body(body(other, "intruder")).post("/sample/v1/notes");
        // Then
        answer.then().statusCode(422).body("code", is("REFERENCE_UNKNOWN")).body("errors[0].pointer", is("/folder"));
    }

    @Test
    void a_role_elsewhere_does_not_write_here_though_it_may_read() {
        // Given
        var mine = folders.top();
        var other = folders.top();
        var caller = Tokens.grant("WRITER", mine.code()).and("READER", other.code()).token();
        // When
        var answer = given().auth().oauth2(caller).contentType(ContentType.JSON).body(body(other, "reader"))
                .post("/sample/v1/notes");
        // Then
        answer.then().statusCode(403).body("code", is("FORBIDDEN"));
    }

    @Test
    void a_grant_on_an_organization_that_does_not_exist_opens_nothing() {
        given().auth().oauth2(Tokens.of("READER", "nowhere")).queryParam("count", true).get("/sample/v1/notes")
                .then().statusCode(200).body("total", is(0));
    }

    /** Else a person would pass for a machine, and would be somebody else beside himself. */
    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "01912d68"})
    void a_token_whose_person_cannot_be_read_is_none(String member) {
        // Given
        var folder = folders.top();
        var token = Tokens.grant("WRITER", folder.code()).memberThatIsNoId(member).token();
        // When
        var read = given().auth().oauth2(token).get("/sample/v1/notes");
        var written = given().auth().oauth2(token).contentType(ContentType.JSON).body(body(folder, "nobody's"))
                .post("/sample/v1/notes");
        // Then
        read.then().statusCode(401).body("code", is("UNAUTHENTICATED"));
        written.then().statusCode(401);
        given().auth().oauth2(Tokens.of("READER", folder.code())).queryParam("count", true).get("/sample/v1/notes")
                .then().body("total", is(0));
    }

    /** After a transaction the setting of a pooled connection is '', and every path begins with ''. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/", "x", "//"})
    void a_setting_that_is_no_path_shows_no_row(String setting) throws SQLException {
        // Given
        note(folders.top(), "leak " + setting.length() + System.identityHashCode(this));
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("select set_config('app.organization_path', '" + setting + "', true)");
                // When
                try (var rows = statement.executeQuery("select count(*) from note")) {
                    rows.next();
                    // Then
                    assertEquals(0, rows.getInt(1));
                }
            } finally {
                connection.rollback();
            }
        }
    }

    @Test
    void the_next_transaction_on_the_same_connection_has_no_scope() throws SQLException {
        // Given
        var folder = folders.top();
        note(folder, "next " + folder.code());
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.organization_path', '" + folder.path() + "', true)");
            connection.commit();
            // When
            try (var rows = statement.executeQuery("select count(*) from note")) {
                rows.next();
                // Then
                assertEquals(0, rows.getInt(1));
            }
            connection.rollback();
        }
    }

    @Test
    void a_reading_transaction_cannot_write() {
        assertThrows(SQLException.class, () -> {
            QuarkusTransaction.begin();
            try (var connection = database.getConnection(); var statement = connection.createStatement()) {
                statement.execute("select * from enter_scope(array[]::text[], true)");
                statement.execute("insert into folder (id, code, path) values (gen_random_uuid(), 'w', '/w/')");
            } finally {
                QuarkusTransaction.rollback();
            }
        });
    }

    private static String note(Folders.Folder folder, String title) {
        var answer = given().auth().oauth2(Tokens.of("WRITER", folder.code())).contentType(ContentType.JSON)
                .body(body(folder, title)).post("/sample/v1/notes");
        answer.then().statusCode(201);
        return answer.path("id");
    }

    private static Response read(Folders.Folder grant, String note) {
        return given().auth().oauth2(Tokens.of("READER", grant.code())).get("/sample/v1/notes/{id}", note);
    }

    private static String body(Folders.Folder folder, String title) {
        return "{\"folder\":\"%s\",\"title\":\"%s\",\"writtenOn\":\"2016-07-01\"}".formatted(folder.code(),
                title.length() > 20 ? title.substring(title.length() - 20) : title);
    }
}
