package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhixing.platform.testing.access.AccessMatrix;
import io.zhixing.platform.testing.access.Call;
import io.zhixing.platform.testing.access.Neighbourhood;
import io.zhixing.platform.testing.access.TokenAttacks;
import io.zhixing.platform.testing.database.Rights;
import io.zhixing.platform.testing.database.SecondWall;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class AccessTest {

    @Inject
    Folders folders;

    @TestFactory
    Stream<DynamicTest> access() {
        var county = folders.top();
        var own = folders.in(county);
        var sibling = folders.in(county);
        var around = new Neighbourhood(site(own), site(county), site(folders.in(own)), site(sibling),
                site(folders.in(sibling)), site(folders.top()));
        var title = "matrix " + own.code().substring(own.code().length() - 6);
        var note = written(own, title);
        String id = note.path("id");
        written(own, title + " 2");
        return AccessMatrix.around(around)
                .record("getNote", Call.of(id))
                .list("listNotes", title)
                .list("listNotes", title, Call.plain().query("title", title))
                .naming("writeNote", Call.plain().body(body(own, title + " 3")))
                .record("renameNote", Call.of(id).ifMatch(note.header("ETag")).body("{\"title\":\"" + title + " 4\"}"))
                .imports("notes", "WRITER",
                        "title,folder,writtenOn\r\n%s 5,%s,2016-07-01\r\n".formatted(title, own.code()))
                .checks();
    }

    @Test
    void an_operation_without_an_entry_and_a_record_that_others_see_are_found() {
        // Given
        var county = folders.top();
        var own = folders.in(county);
        var sibling = folders.in(county);
        var title = "leak " + own.code().substring(own.code().length() - 6);
        String seenByOthers = written(sibling, title).path("id");
        var around = new Neighbourhood(site(own), site(county), site(folders.in(own)), site(sibling),
                site(folders.in(sibling)), site(folders.top()));
        var matrix = AccessMatrix.around(around).record("getNote", Call.of(seenByOthers)).list("listNotes", title);
        // When
        var found = matrix.checks().limit(3).map(AccessTest::messageOf).toList();
        // Then
        assertTrue(found.get(0).contains("operations without an entry"), found.get(0));
        assertTrue(found.get(1).contains("sibling: 404 NOT_FOUND expected, but 200"), found.get(1));
        assertTrue(found.get(1).contains("own: 2xx expected, but 404"), found.get(1));
        assertTrue(found.get(2).contains("sibling: 200 without " + title + " expected"), found.get(2));
    }

    private static String messageOf(DynamicTest check) {
        try {
            check.getExecutable().execute();
            return "";
        } catch (Throwable red) {
            return red.getMessage();
        }
    }

    @TestFactory
    Stream<DynamicTest> attacks() {
        var folder = folders.top();
        return TokenAttacks.checks("/sample/v1/notes", () -> Tokens.grant("READER", folder.code()));
    }

    @TestFactory
    Stream<DynamicTest> rights() {
        return Rights.checks();
    }

    @TestFactory
    Stream<DynamicTest> wall() {
        var folder = folders.top();
        written(folder, "wall " + folder.code());
        written(folders.top(), "beside " + folder.code());
        return SecondWall.of(folder::path).checks();
    }

    private static Neighbourhood.Site site(Folders.Folder folder) {
        return new Neighbourhood.Site(folder.code(), folder.path());
    }

    private static Response written(Folders.Folder folder, String title) {
        return given().auth().oauth2(Tokens.of("WRITER", folder.code())).contentType(ContentType.JSON)
                .body(body(folder, title)).post("/sample/v1/notes").then().statusCode(201).extract().response();
    }

    private static String body(Folders.Folder folder, String title) {
        return "{\"folder\":\"%s\",\"title\":\"%s\",\"writtenOn\":\"2016-07-01\"}".formatted(folder.code(), title);
    }
}
