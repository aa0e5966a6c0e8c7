package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhixing.platform.testing.contract.SetUp;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters that nobody sees and halves of characters, wherever a text can come in. */
@QuarkusTest
class PlainTextTest {

    private static final String NOTES = "/sample/v1/notes";

    @Inject
    Folders folders;

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "a\\u0007b", "a\\tb", "a\\u007fb", "a\\u009fb", "\\ud83d",
            "\\ude00a",
            "\\ude00\\ud83d"})
    void a_text_with_a_character_that_nobody_sees_or_with_half_a_one_is_refused_at_its_place(String title) {
        // Given
        var folder = folders.top();
        // When
        var chinese = write(folder, title, "zh-CN");
        var english = write(folder, title, "en");
        // Then
        chinese.then().statusCode(400).body("code", is("FIELD_WRONG_TYPE")).body("errors[0].pointer", is("/title"))
                .body("errors[0].detail", is("此处的值类型或格式不对，应为不含控制字符和残缺字符的文字。"));
        english.then().statusCode(400).body("errors[0].detail", is(
                "The value has the wrong type or format; expected text without control characters or broken ones."));
        given().auth().oauth2(Tokens.of("READER", folder.code())).get(NOTES + "?count=true").then()
                .body("total", is(0));
    }

    @Test
    void half_a_character_in_bytes_is_refused_too() {
        // Given
        var folder = folders.top();
        var body = "{\"folder\":\"%s\",\"title\":\"?\",\"writtenOn\":\"2016-07-01\"}".formatted(folder.code());
        // When
        var answer = given().auth().oauth2(Tokens.of("WRITER", folder.code())).contentType(ContentType.JSON)
                .body(withBytes(body, 0xED, 0xA0, 0xBD)).post(NOTES);
        // Then
        answer.then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void a_rare_character_outside_the_first_plane_is_a_text_like_another() {
        // Given
        var folder = folders.top();
        var title = "\uD842\uDFB7\u91CE\u5BB6 " + Imports.title().substring(0, 10);
        // When
        var written = write(folder, title, "zh-CN");
        // Then
        written.then().statusCode(201).body("title", is(title));
        given().auth().oauth2(Tokens.of("READER", folder.code())).queryParam("title", title).get(NOTES).then()
                .body("items.title", hasItem(title));
    }

    @Test
    void the_name_of_a_field_may_be_anything_and_is_unknown() {
        // Given
        var folder = folders.top();
        // When
        var answer = given().auth().oauth2(Tokens.of("WRITER", folder.code())).contentType(ContentType.JSON)
                .body("{\"ti\\u0000tle\":\"a\"}").post(NOTES);
        var half = given().auth().oauth2(Tokens.of("WRITER", folder.code())).contentType(ContentType.JSON)
                .body("{\"\\ud83d\":\"a\"}").post(NOTES);
        // Then
        answer.then().statusCode(400).body("code", is("FIELD_UNKNOWN"));
        half.then().statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"title=%00,title", "title=a%00b,title", "title=%09a,title", "organization=%00,organization",
            "organization=001%1F,organization", "writtenFrom=%00,writtenFrom", "sort=%00,sort", "limit=%00,limit",
            "cursor=%00,cursor", "count=%00,count", "header=%00,header", "directOnly=%00,directOnly", "zz%00=1,…"})
    void a_parameter_with_a_character_that_nobody_sees_is_refused_by_its_name(String query, String parameter) {
        // When
        var answer = given().urlEncodingEnabled(false).auth().oauth2(Tokens.of("READER", "nowhere"))
                .get(NOTES + "?" + query);
        // Then
        answer.then().statusCode(400).contentType("application/problem+json")
                .body("errors.parameter", hasItem(parameter));
    }

    @Test
    void bytes_in_a_parameter_that_are_no_text_are_refused_and_not_taken_for_the_sign_that_stands_for_them() {
        // Given
        var folder = folders.top();
        var title = Imports.title();
        written(folder, "\uFFFD" + title);
        var queries = List.of("title=%FF" + title, "title=%ED%A0%BD" + title, "title=%C0%80", "organization=%FF",
                "organization=%ED%A0%BD", "organization=" + folder.code() + "%FF");
        // When
        var answers = queries.stream().collect(toMap(query -> query, query -> listed(folder, query)));
        var meant = listed(folder, "title=%EF%BF%BD" + title);
        // Then
        answers.forEach((query, answer) -> answer.then().statusCode(400).body("code", is("PARAMETER_INVALID"))
                .body("errors.parameter", is(List.of(query.substring(0, query.indexOf('='))))));
        meant.then().statusCode(200).body("total", is(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%07", "%7F", "%C2%9F"})
    void the_address_of_what_there_is_leads_nowhere_with_a_character_that_nobody_sees(String unseen) {
        // Given
        var folder = folders.top();
        var addresses = List.of(NOTES + "/" + written(folder, Imports.title()),
                "/sample/v1/imports/templates/notes");
        // When
        var answers = addresses.stream().map(address -> get(folder, address)).toList();
        var unseenAnswers = addresses.stream().map(address -> get(folder, address + unseen)).toList();
        // Then
        answers.forEach(answer -> answer.then().statusCode(200));
        unseenAnswers.forEach(answer -> answer.then().statusCode(404).contentType("application/problem+json")
                .body("code", is("NOT_FOUND")));
    }

    @Test
    void a_row_with_such_a_cell_is_rejected_and_the_others_are_written() {
        // Given
        var folder = folders.top();
        var file = "title,folder,writtenOn,remark\r\na\u0000b,%1$s,2016-07-01,\r\n%2$s,%1$s,2016-07-01,x\u0000y\r\n%3$s,%1$s\u0007b,2016-07-01,\r\n"
                .formatted(folder.code(), Imports.title(), Imports.title());
        // When
        var job = Imports.by(folder).ended(file);
        // Then
        job.then().body("state", is("COMPLETED")).body("created", is(1)).body("rejected", is(2));
        assertEquals("[FIELD_WRONG_TYPE, , FIELD_WRONG_TYPE]", Imports.by(folder).codes(job).toString());
        Imports.by(folder).get("/sample/v1/imports/" + job.path("id") + "/rejected").then().statusCode(200);
    }

    @Test
    void a_line_of_json_with_such_a_text_or_name_is_rejected_and_the_others_are_written() {
        // Given
        var folder = folders.top();
        var rest = "\"folder\":\"%s\",\"writtenOn\":\"2016-07-01\"}\n".formatted(folder.code());
        var file = "{\"title\":\"a\\u0000b\"," + rest + "{\"title\":\"a\\ud83d\"," + rest + "{\"title\":\""
                + Imports.title() + "\"," + rest + "{\"ti\\u0000tle\":\"a\"," + rest;
        // When
        var job = Imports.by(folder).lines().ended(file);
        // Then
        job.then().body("state", is("COMPLETED")).body("created", is(1)).body("rejected", is(3));
        assertEquals("[FIELD_WRONG_TYPE, FIELD_WRONG_TYPE, , FIELD_UNKNOWN]",
                Imports.by(folder).codes(job).toString());
    }

    @Test
    void a_column_with_such_a_name_is_unknown() {
        // Given
        var folder = folders.top();
        // When
        var sent = Imports.by(folder).send("title,folder,writ\u0000tenOn\r\na,b,c\r\n");
        // Then
        sent.then().statusCode(400).body("errors.code", hasItem("IMPORT_COLUMN_UNKNOWN"));
    }

    private static Response write(Folders.Folder folder, String title, String language) {
        return given().auth().oauth2(Tokens.of("WRITER", folder.code())).contentType(ContentType.JSON)
                .header("Accept-Language", language).body(note(folder, title)).post(NOTES);
    }

    private static String written(Folders.Folder folder, String title) {
        return SetUp.by(Tokens.of("WRITER", folder.code())).post(NOTES, note(folder, title)).id();
    }

    private static String note(Folders.Folder folder, String title) {
        return "{\"folder\":\"%s\",\"title\":\"%s\",\"writtenOn\":\"2016-07-01\"}".formatted(folder.code(), title);
    }

    private static Response listed(Folders.Folder folder, String query) {
        return get(folder, NOTES + "?count=true&" + query);
    }

    /** @param address encoded */
    private static Response get(Folders.Folder folder, String address) {
        return given().urlEncodingEnabled(false).auth().oauth2(Tokens.of("WRITER", folder.code())).get(address);
    }

    /** The text with these bytes in the place of its question mark. */
    private static byte[] withBytes(String text, int... bytes) {
        var latin = new StringBuilder();
        for (var one : bytes) {
            latin.append((char) one);
        }
        return text.replace("?", latin).getBytes(StandardCharsets.ISO_8859_1);
    }
}
