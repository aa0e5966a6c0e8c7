package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ListTest {

    private static final String NOTES = "/sample/v1/notes";

    @Inject
    Folders folders;

    @Test
    void the_pages_of_two_grants_hold_each_row_once_in_order() {
        // Given
        var first = folders.top();
        var inside = folders.in(first);
        var second = folders.top();
        var expected = new HashSet<String>();
        for (var folder : List.of(first, inside, second)) {
            IntStream.range(0, 5).forEach(i -> expected.add(write(folder, folder.code() + i)));
        }
        var reader = Tokens.grant("READER", first.code()).and("READER", inside.code()).and("READER", second.code())
                .token();
        for (var sort : List.of("folder", "-folder", "writtenOn", "-writtenOn")) {
            // When
            var pages = pages(reader, sort);
            // Then
            assertEquals(expected.size(), pages.size(), sort);
            assertEquals(expected, new HashSet<>(pages), sort);
        }
    }

    @Test
    void the_pages_of_two_grants_are_in_the_order_of_numbers_and_not_of_their_digits() {
        // Given
        var first = folders.top();
        var second = folders.top();
        IntStream.rangeClosed(1, 20).forEach(i -> write(i % 2 == 0 ? first : second, "n".repeat(i)));
        var reader = Tokens.grant("READER", first.code()).and("READER", second.code()).token();
        for (var sort : List.of("titleLength", "-titleLength")) {
            // When
            var titles = pages(reader, sort, "title");
            // Then
            var lengths = titles.stream().map(String::length).toList();
            assertEquals(IntStream.rangeClosed(1, 20).map(i -> sort.startsWith("-") ? 21 - i : i).boxed().toList(),
                    lengths, sort);
        }
    }

    @Test
    void a_page_names_its_total_and_sums_only_when_asked() {
        // Given
        var folder = folders.top();
        write(folder, "four");
        write(folder, "threes");
        var reader = Tokens.of("READER", folder.code());
        // When
        var plain = given().auth().oauth2(reader).get(NOTES);
        var counted = given().auth().oauth2(reader).queryParam("count", true).queryParam("limit", 1).get(NOTES);
        // Then
        plain.then().body("total", nullValue()).body("next", nullValue());
        counted.then().body("total", is(2)).body("sums.titleLength", is(10)).body("items.size()", is(1))
                .body("next", notNullValue())
                .header("Link", containsString("rel=\"next\""));
    }

    @Test
    void an_organization_narrows_the_list_to_its_subtree_or_to_itself() {
        // Given
        var top = folders.top();
        var inside = folders.in(top);
        var other = folders.top();
        write(top, "top " + top.code());
        write(inside, "in " + inside.code());
        var reader = Tokens.grant("READER", top.code()).and("READER", other.code()).token();
        // When
        var subtree = given().auth().oauth2(reader).queryParam("organization", top.id()).get(NOTES);
        var direct = given().auth().oauth2(reader).queryParam("organization", top.code()).queryParam("directOnly", true)
                .get(NOTES);
        var outside = given().auth().oauth2(Tokens.of("READER", inside.code())).queryParam("organization", top.code())
                .get(NOTES);
        // Then
        subtree.then().body("items.size()", is(2));
        direct.then().body("items.size()", is(1));
        outside.then().statusCode(422).body("code", is("REFERENCE_UNKNOWN")).body("errors[0].parameter",
                is("organization"));
    }

    @Test
    void a_cursor_works_only_unaltered_for_its_caller_and_its_query() {
        // Given
        var folder = folders.top();
        IntStream.range(0, 3).forEach(i -> write(folder, "c" + i + folder.code()));
        var reader = Tokens.of("READER", folder.code());
        String cursor = given().auth().oauth2(reader).queryParam("limit", 1).get(NOTES).path("next");
        var flipped = (cursor.charAt(0) == 'A' ? 'B' : 'A') + cursor.substring(1);
        var somebodyElse = Tokens.grant("READER", folder.code()).subject("other").token();
        // When
        var altered = given().auth().oauth2(reader).queryParam("cursor", flipped).get(NOTES);
        var otherFilter = given().auth().oauth2(reader).queryParam("cursor", cursor).queryParam("title", "x")
                .get(NOTES);
        var otherCaller = given().auth().oauth2(somebodyElse).queryParam("cursor", cursor).get(NOTES);
        var otherLimit = given().auth().oauth2(reader).queryParam("cursor", cursor).queryParam("limit", 2).get(NOTES);
        // Then
        altered.then().statusCode(400).body("code", is("CURSOR_INVALID"));
        otherFilter.then().statusCode(400).body("code", is("CURSOR_MISMATCH"));
        otherCaller.then().statusCode(400).body("code", is("CURSOR_MISMATCH"));
        otherLimit.then().statusCode(200).body("items.size()", is(2));
    }

    @Test
    void an_export_holds_the_rows_of_all_pages_and_no_formula() {
        // Given
        var folder = folders.top();
        write(folder, "=1+1");
        write(folder, "a \\\"quoted\\\" one");
        var reader = Tokens.of("READER", folder.code());
        // When
        var csv = given().auth().oauth2(reader).accept("text/csv").queryParam("header", "zh").queryParam("bom", true)
                .get(NOTES);
        var lines = given().auth().oauth2(reader).accept("application/x-ndjson").get(NOTES);
        var limited = given().auth().oauth2(reader).accept("text/csv").queryParam("limit", 1).get(NOTES);
        // Then
        csv.then().statusCode(200).contentType("text/csv");
        var rows = csv.asString().split("\r\n");
        assertEquals("\uFEFF标识,文件夹,标题,日期,版本", rows[0]);
        assertEquals(3, rows.length);
        assertTrue(Arrays.stream(rows).anyMatch(row -> row.contains(",'=1+1,")), csv.asString());
        assertTrue(Arrays.stream(rows).anyMatch(row -> row.contains("\"a \"\"quoted\"\" one\"")), csv.asString());
        lines.then().statusCode(200);
        assertEquals(2, lines.asString().split("\n").length);
        limited.then().statusCode(400).body("errors[0].parameter", is("limit"));
    }

    private static List<String> pages(String reader, String sort) {
        return pages(reader, sort, "id");
    }

    private static List<String> pages(String reader, String sort, String field) {
        var ids = new ArrayList<String>();
        String cursor = null;
        do {
            var request = given().auth().oauth2(reader).queryParam("limit", 4).queryParam("sort", sort);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(NOTES);
            ids.addAll(page.path("items." + field));
            cursor = page.path("next");
        } while (cursor != null);
        return ids;
    }

    private static String write(Folders.Folder folder, String title) {
        var answer = given().auth().oauth2(Tokens.of("WRITER", folder.code())).contentType(ContentType.JSON)
                .body("{\"folder\":\"%s\",\"title\":\"%s\",\"writtenOn\":\"2016-07-%02d\"}".formatted(folder.code(),
                        title,
                        1 + Math.floorMod(title.hashCode(), 28)))
                .post(NOTES);
        answer.then().statusCode(201);
        return answer.path("id");
    }
}
