package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;

/** A move takes along every row that it sees, or none: a row left behind would lie where nobody looks. */
@QuarkusTest
class MoveRowsTest {

    /** The sample lets nobody change these two. */
    private static final String MOVE = "select move_rows(?, ?, '{folder,step_history}', '{note}', '{note}')";

    @Inject
    Folders folders;

    @Test
    void a_move_is_refused_where_a_policy_shows_a_row_and_does_not_let_it_be_changed() throws SQLException {
        // Given
        var top = folders.top();
        var left = folders.in(top);
        var entered = folders.in(top);
        note(left, "moves");
        note(left, "stays");
        byOwner("create policy note_stays on note as restrictive for update using (title not like 'stays %')");
        try {
            // When
            var refused = assertThrows(SQLException.class, () -> move(top, left, entered));
            // Then
            assertTrue(refused.getMessage().contains("Rows of note cannot move: a policy shows them"),
                    refused.getMessage());
            assertEquals(List.of(left.path(), left.path()), places(top));
        } finally {
            byOwner("drop policy note_stays on note");
        }
        move(top, left, entered);
        assertEquals(List.of(entered.path(), entered.path()), places(top));
    }

    private static void move(Folders.Folder top, Folders.Folder from, Folders.Folder to) throws SQLException {
        try (var mover = Database.asApplication().within(top.path()).connect()) {
            Sql.first(mover, MOVE, row -> row.getString(1), from.path(), to.path());
        }
    }

    private static List<String> places(Folders.Folder top) {
        return Database.asApplication().within(top.path()).query("select organization_path from note",
                row -> row.getString(1));
    }

    private static void note(Folders.Folder folder, String title) {
        given().auth().oauth2(Tokens.of("WRITER", folder.code())).contentType(ContentType.JSON)
                .body("{\"folder\":\"%s\",\"title\":\"%s %s\",\"writtenOn\":\"2016-07-01\"}".formatted(folder.code(),
                        title, folder.code()))
                .post("/sample/v1/notes").then().statusCode(201);
    }

    private static void byOwner(String sql) throws SQLException {
        try (var owner = Database.asOwner().connect(); var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
