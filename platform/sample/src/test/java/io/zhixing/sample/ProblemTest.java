package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhixing.platform.testing.Eventually;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProblemTest {

    private static final String NOTES = "/sample/v1/notes";

    @Inject
    Folders folders;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"folder\":\"x\",            | BODY_MALFORMED",
            "[]                            | FIELD_WRONG_TYPE",
            "{\"zz\":1}                    | FIELD_UNKNOWN",
            "{\"writtenOn\":\"2016-02-30\"}| FIELD_WRONG_TYPE",
            "{\"writtenOn\":\"2016-02-01T00:00:00Z\"}| FIELD_WRONG_TYPE",
            "{\"title\":5}                 | FIELD_WRONG_TYPE",
            "{\"title\":\"a\",\"title\":\"b\"} | BODY_MALFORMED",
            "{} {}                         | FIELD_WRONG_TYPE",
    })
    void a_body_that_cannot_be_read_is_refused_with_its_place(String body, String code) {
        // When
        var answer = writer().contentType(ContentType.JSON).body(body).post(NOTES);
        // Then
        isProblem(answer, 400, code);
    }

    @Test
    void an_unknown_field_is_told_the_fields_of_its_object_as_the_contract_orders_them() {
        // When
        var chinese = writer().contentType(ContentType.JSON).body("{\"zz\":1}").post(NOTES);
        var english = writer().contentType(ContentType.JSON).header("Accept-Language", "en").body("{\"zz\":1}")
                .post(NOTES);
        var nested = writer().contentType(ContentType.JSON).header("Accept-Language", "en")
                .body("{\"tags\":[{\"zz\":1}]}").post(NOTES);
        var strange = writer().contentType(ContentType.JSON).header("Accept-Language", "en")
                .body("{\"张三\":1}").post(NOTES);
        // Then
        chinese.then().body("errors[0].detail", is("字段zz不存在；此处的字段：folder, title, writtenOn, tags。"));
        english.then().body("errors[0].detail",
                is("There is no field zz; the fields here: folder, title, writtenOn, tags."));
        nested.then().body("errors[0].pointer", is("/tags/0/zz")).body("errors[0].detail",
                is("There is no field zz; the fields here: name."));
        strange.then().body("errors[0].detail",
                is("There is no field …; the fields here: folder, title, writtenOn, tags."));
    }

    @Test
    void all_faults_of_a_body_are_reported_together() {
        // When
        var answer = writer().contentType(ContentType.JSON)
                .body("{\"folder\":\" \",\"title\":\"\",\"tags\":[{\"name\":\"a\"},{\"name\":\"\"}]}").post(NOTES);
        // Then
        isProblem(answer, 400, "VALIDATION_FAILED");
        answer.then().body("errors.pointer", hasItems("/folder", "/title", "/writtenOn", "/tags/1/name"));
    }

    @Test
    void a_missing_body_is_named() {
        isProblem(writer().contentType(ContentType.JSON).post(NOTES), 400, "BODY_REQUIRED");
    }

    @ParameterizedTest
    @CsvSource({"limit=abc,PARAMETER_INVALID,limit", "limit=0,PARAMETER_INVALID,limit",
            "limit=201,PARAMETER_INVALID,limit",
            "zz=1,PARAMETER_UNKNOWN,zz", "writtenFrom=2016-02-30,PARAMETER_INVALID,writtenFrom",
            "sort=zz,PARAMETER_INVALID,sort",
            "count=maybe,PARAMETER_INVALID,count", "title=,PARAMETER_INVALID,title",
            "organization=,PARAMETER_INVALID,organization",
            "limit,PARAMETER_INVALID,limit", "cursor=,PARAMETER_INVALID,cursor",
            "title=a&title=,PARAMETER_REPEATED,title", "title=a&title=b,PARAMETER_REPEATED,title"})
    void a_parameter_that_cannot_be_taken_is_named(String query, String code, String parameter) {
        // When
        var answer = as("READER").get(NOTES + "?" + query);
        // Then
        isProblem(answer, 400, code);
        answer.then().body("errors[0].parameter", is(parameter));
    }

    @ParameterizedTest
    @CsvSource({"audit-entries?object=1-2-3-4-5,object", "audit-entries?organization=1-2-3-4-5,organization",
            "audit-entries/verification?organization=1-2-3-4-5,organization"})
    void an_id_has_one_form(String address, String parameter) {
        // When
        var answer = AuditReader.as("auditor").get("/sample/v1/" + address);
        // Then
        isProblem(answer, 400, "PARAMETER_INVALID");
        answer.then().body("errors[0].parameter", is(parameter));
    }

    @Test
    void what_is_not_there_is_one_problem_inside_and_outside_the_service() {
        isProblem(as("READER").get(NOTES + "/not-an-id"), 404, "NOT_FOUND");
        isProblem(as("READER").get(NOTES + "/01a20c1d-3b3d-7b13-828c-293f5a495390"), 404, "NOT_FOUND");
        isProblem(as("READER").get("/sample/v1/nothing"), 404, "NOT_FOUND");
        isProblem(as("READER").get("/elsewhere"), 404, "NOT_FOUND");
    }

    @Test
    void a_wrong_method_names_the_right_ones() {
        // When
        var answer = as("READER").delete(NOTES);
        // Then
        isProblem(answer, 405, "METHOD_NOT_ALLOWED");
        answer.then().header("Allow", containsString("POST"));
    }

    @Test
    void formats_that_are_not_spoken_are_refused() {
        isProblem(as("READER").accept("image/png").get(NOTES), 406, "NOT_ACCEPTABLE");
        isProblem(writer().contentType("text/plain").body("x").post(NOTES), 415, "MEDIA_TYPE_UNSUPPORTED");
    }

    @Test
    void nobody_comes_in_without_a_token_that_was_made_for_us() {
        isProblem(given().get(NOTES), 401, "UNAUTHENTICATED");
        isProblem(given().auth().oauth2("broken").get(NOTES), 401, "UNAUTHENTICATED");
        isProblem(given().auth().oauth2(Tokens.grant("READER", "x").expired().token()).get(NOTES), 401,
                "UNAUTHENTICATED");
        isProblem(given().auth().oauth2(Tokens.grant("READER", "x").forAudience("other").token()).get(NOTES), 401,
                "UNAUTHENTICATED");
        isProblem(given().auth().oauth2(Tokens.grant("READER", "x").signedBySomebodyElse().token()).get(NOTES), 401,
                "UNAUTHENTICATED");
        given().get(NOTES).then().header("WWW-Authenticate", containsString("Bearer"));
    }

    @Test
    void a_role_or_a_scope_that_is_missing_is_forbidden() {
        isProblem(as("READER").contentType(ContentType.JSON).body("{}").post(NOTES), 403, "FORBIDDEN");
        isProblem(given().auth().oauth2(Tokens.grant("READER", "x").scopes("sample:write").token()).get(NOTES), 403,
                "FORBIDDEN");
        isProblem(given().auth()
                .oauth2(Tokens.grant("READER", "x").and("AUDIT_ADMINISTRATOR", "x").and("SYSTEM_ADMINISTRATOR", "x")
                        .token())
                .get(NOTES), 403, "ADMINISTRATOR_ROLES_COMBINED");
    }

    @Test
    void a_body_that_announces_too_much_is_refused_before_it_is_read() throws IOException {
        // When
        var answer = raw("POST " + NOTES
                + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2000000\r\n\r\n");
        // Then
        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
        assertTrue(answer.contains("BODY_TOO_LARGE"), answer);
    }

    @Test
    void a_chunked_body_is_refused_on_the_byte_that_is_too_many() throws Exception {
        // Given
        var body = ("{\"title\":\"" + "x".repeat(1_100_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + NOTES))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + Tokens.of("WRITER", "nowhere"))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))).build();
        // When
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        // Then
        assertEquals(413, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("BODY_TOO_LARGE"), answer.body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'' | zh-CN | 未找到", "en-GB,en;q=0.9 | en | Not found", "fr | zh-CN | 未找到",
            "zh-TW | zh-CN | 未找到"})
    void a_problem_speaks_the_callers_language(String accepted, String language, String title) {
        // When
        var answer = as("READER").header("Accept-Language", accepted)
                .get(NOTES + "/01a20c1d-3b3d-7b13-828c-293f5a495390");
        // Then
        answer.then().header("Content-Language", language).header("Vary", containsString("Accept-Language"))
                .body("title", is(title));
    }

    @Test
    void a_refusal_of_the_database_has_its_own_code() {
        // Given
        var folder = folders.top();
        var body = "{\"folder\":\"%s\",\"title\":\"unique title\",\"writtenOn\":\"2016-07-01\"}"
                .formatted(folder.code());
        var writer = Tokens.of("WRITER", folder.code());
        given().auth().oauth2(writer).contentType(ContentType.JSON).body(body).post(NOTES).then().statusCode(201);
        // When
        var second = given().auth().oauth2(writer).contentType(ContentType.JSON).body(body).post(NOTES);
        // Then
        isProblem(second, 409, "NOTE_TITLE_TAKEN");
    }

    private static void isProblem(Response answer, int status, String code) {
        answer.then().statusCode(status).contentType("application/problem+json").body("code", is(code))
                .body("status", is(status))
                .body("type", is("urn:zhixing:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-')))
                .body("traceId", matchesPattern("[0-9a-f]{32}")).body("traceId", not(is("0".repeat(32))))
                .header("X-Content-Type-Options", "nosniff").header("Cache-Control", containsString("no-store"));
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role, "nowhere"));
    }

    private static RequestSpecification writer() {
        return as("WRITER");
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout((int) Eventually.PATIENCE.toMillis());
            var bytes = new byte[4096];
            int count = 0;
            // Head and body may come one after the other; the connection stays open behind them.
            for (int more = 0; more >= 0 && (count == 0 || bytes[count - 1] != '}'); count += Math.max(more, 0)) {
                more = socket.getInputStream().read(bytes, count, bytes.length - count);
            }
            return new String(bytes, 0, count, StandardCharsets.UTF_8);
        }
    }
}
