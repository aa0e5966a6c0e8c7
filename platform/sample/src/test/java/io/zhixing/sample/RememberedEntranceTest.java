package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.zhixing.platform.access.CallScope;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.access.Grant;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;

/** A call that reads goes by what was so when it was last asked, but is answered by what is so. */
@QuarkusTest
class RememberedEntranceTest {

    private static final String NOTES = "/sample/v1/notes";

    @Inject
    Folders folders;

    @Inject
    Sql database;

    @Inject
    Caller caller;

    @Inject
    CallScope scope;

    @Test
    void a_folder_that_has_moved_is_read_where_it_is_now() {
        // Given
        var top = folders.top();
        var moving = folders.in(top);
        var note = write(moving);
        list(top, moving.code()).statusCode(200).body("items", hasSize(1));
        // When
        move(top, moving, top.path() + "moved/");
        // Then
        list(top, moving.code()).statusCode(200).body("items.id", is(List.of(note)));
    }

    @Test
    void a_grant_reaches_where_its_folder_is_now() {
        // Given
        var top = folders.top();
        var moving = folders.in(top);
        var note = write(moving);
        list(moving, null).body("items", hasSize(1));
        // When
        move(top, moving, top.path() + "moved/");
        // Then
        list(moving, null).statusCode(200).body("items.id", is(List.of(note)));
    }

    @Test
    void what_has_left_the_callers_scope_is_unknown_to_his_next_call() {
        // Given
        var top = folders.top();
        var mine = folders.in(top);
        var moving = folders.in(mine);
        write(moving);
        list(mine, moving.code()).statusCode(200).body("items", hasSize(1));
        // When
        move(top, moving, top.path() + "away/");
        // Then
        list(mine, moving.code()).statusCode(422).body("code", is("REFERENCE_UNKNOWN"));
        list(mine, null).statusCode(200).body("items", hasSize(0));
    }

    @Test
    void what_was_unknown_is_found_once_it_is_there() {
        // Given
        var top = folders.top();
        var coming = new Folders.Folder(UUID.randomUUID(), "coming " + top.code(), top.path() + "coming/");
        list(top, coming.code()).statusCode(422);
        list(coming, null).statusCode(200).body("items", hasSize(0));
        // When
        Database.asOwner().query("insert into folder (id, code, path) values (?, ?, ?) returning id",
                row -> row.getString(1), coming.id(), coming.code(), coming.path());
        var note = write(coming);
        // Then
        list(top, coming.code()).statusCode(200).body("items.id", is(List.of(note)));
        list(coming, null).body("items.id", is(List.of(note)));
    }

    @Test
    void the_total_and_the_export_of_what_has_moved_are_of_where_it_is_now() {
        // Given
        var top = folders.top();
        var moving = folders.in(top);
        write(moving);
        list(top, moving.code()).body("items", hasSize(1));
        // When
        move(top, moving, top.path() + "moved/");
        var exported = given().auth().oauth2(Tokens.of("READER", top.code())).accept("application/x-ndjson")
                .queryParam("organization", moving.code()).get(NOTES);
        var counted = given().auth().oauth2(Tokens.of("READER", top.code())).queryParam("count", true)
                .queryParam("organization", moving.code()).get(NOTES);
        // Then
        assertEquals(1, exported.asString().lines().filter(line -> line.contains("\"title\"")).count());
        counted.then().body("total", is(1));
    }

    @Test
    void the_last_question_of_a_call_that_reads_ends_its_transaction() {
        // Given
        var folder = folders.top();
        var note = UUID.fromString(write(folder));
        var context = Arc.container().requestContext();
        context.activate();
        try {
            caller.assume(new Caller.Standing("test", "test/test", null,
                    List.of(new Grant("READER", folder.code()))));
            scope.readOnly(true);
            QuarkusTransaction.begin();
            // When
            var first = ask(note, false);
            var last = ask(note, true);
            var behind = ask(note, false);
            QuarkusTransaction.rollback();
            // Then
            assertEquals(List.of(true, true, false), List.of(first, last, behind));
        } finally {
            context.terminate();
        }
    }

    private boolean ask(UUID note, boolean last) {
        return (last ? database.lastly() : database).first("select id from note where id = ?",
                row -> row.getString(1), note).isPresent();
    }

    private static ValidatableResponse list(Folders.Folder grant, String organization) {
        var asked = given().auth().oauth2(Tokens.of("READER", grant.code()));
        return (organization == null ? asked : asked.queryParam("organization", organization)).get(NOTES).then();
    }

    private static String write(Folders.Folder folder) {
        return given().auth().oauth2(Tokens.of("WRITER", folder.code())).contentType(ContentType.JSON)
                .body("{\"folder\":\"%s\",\"title\":\"%s\",\"writtenOn\":\"2016-07-01\"}".formatted(folder.code(),
                        Imports.title()))
                .post(NOTES).then().statusCode(201).extract().path("id");
    }

    private static void move(Folders.Folder top, Folders.Folder moving, String path) {
        Database.asOwner().query("update folder set path = ? where id = ? returning id", row -> row.getString(1), path,
                moving.id());
        Database.asApplication().within(top.path()).query(
                "update note set organization_path = ? where folder_id = ? returning id", row -> row.getString(1), path,
                moving.id());
    }
}
