package io.zhixing.platform.testing.contract;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/** Each test but the first few is a mutant: a service with one fault, which the filter must turn red. */
class ContractFilterTest {

    private static final String THING = """
            {"id":"0190163d-8694-739b-aea5-966c26f8ad91","kind":"SMALL","weight":3,"madeOn":"2016-02-28"}""";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json;charset=UTF-8");
    private static final String ONE_THING = "/sample/v1/things/0190163d-8694-739b-aea5-966c26f8ad91";

    @Test
    void an_answer_as_the_contract_says_passes() {
        assertGreen(200, JSON, THING, ONE_THING);
    }

    @Test
    void a_path_outside_the_service_is_not_judged() {
        assertGreen(200, JSON, "{}", "/q/openapi");
    }

    @Test
    void an_unknown_path_refused_by_a_problem_passes() {
        assertGreen(404, Map.of("Content-Type", "application/problem+json"), "{\"code\":\"NOT_FOUND\",\"status\":404}",
                "/sample/v1/nothing");
    }

    @Test
    void a_literal_segment_is_matched_before_a_template() {
        assertGreen(200, JSON, "{\"columns\":3}", "/sample/v1/things/templates");
    }

    @Test
    void the_literal_path_is_judged_by_its_own_schema_not_by_the_template() {
        assertRed(200, JSON, THING, "/sample/v1/things/templates", "columns");
    }

    @Test
    void a_wrong_type_is_red() {
        assertRed(200, JSON, THING.replace("\"weight\":3", "\"weight\":\"3\""), ONE_THING, "/weight: string found");
    }

    @Test
    void a_wrong_type_deep_in_a_referenced_schema_is_red() {
        assertRed(200, JSON, "{\"items\":[" + THING.replace(":3,", ":\"3\",") + "]}", "/sample/v1/things",
                "/items/0/weight: string found");
    }

    @Test
    void a_missing_required_field_is_red() {
        assertRed(200, JSON, THING.replace("\"kind\":\"SMALL\",", ""), ONE_THING, "required property 'kind' not found");
    }

    @Test
    void an_undocumented_field_is_red() {
        assertRed(200, JSON, THING.replace("{", "{\"zz\":1,"), ONE_THING, "'zz'");
    }

    @Test
    void an_unknown_enum_value_is_red() {
        assertRed(200, JSON, THING.replace("SMALL", "TINY"), ONE_THING, "SMALL");
    }

    @Test
    void a_day_that_does_not_exist_is_red_because_formats_are_asserted() {
        assertRed(200, JSON, THING.replace("02-28", "02-30"), ONE_THING, "/madeOn");
    }

    @Test
    void an_id_that_is_no_uuid_is_red() {
        assertRed(200, JSON, THING.replace("0190163d-8694-739b-aea5-966c26f8ad91", "7"), ONE_THING, "/id");
    }

    @Test
    void an_undocumented_status_is_red() {
        assertRed(202, JSON, THING, ONE_THING, "status 202 is not documented for readThing");
    }

    @Test
    void a_wrong_media_type_is_red() {
        assertRed(200, Map.of("Content-Type", "text/html"), THING, ONE_THING, "media type 'text/html'");
    }

    @Test
    void an_error_that_is_plain_json_is_red() {
        assertRed(404, JSON, "{\"code\":\"NOT_FOUND\",\"status\":404}", ONE_THING, "media type 'application/json'");
    }

    @Test
    void an_empty_body_where_one_is_documented_is_red() {
        assertRed(200, JSON, "", ONE_THING, "the body is not JSON");
    }

    @Test
    void a_key_given_twice_is_red() {
        assertRed(200, JSON, THING.replace("{", "{\"kind\":\"LARGE\","), ONE_THING, "the body is not JSON");
    }

    @Test
    void an_answer_on_a_path_that_the_contract_does_not_have_is_red() {
        assertRed(200, JSON, THING, "/sample/v1/thing", "no such operation in the contract");
    }

    @Test
    void an_answer_to_a_method_that_the_contract_does_not_have_is_red() {
        // Given
        try (var server = new AnsweringServer(200, JSON, THING)) {
            // When
            var red = assertThrows(AssertionError.class, () -> call(server).delete(ONE_THING));
            // Then
            assertTrue(red.getMessage().contains("no such operation in the contract"), red.getMessage());
        }
    }

    @Test
    void a_missing_required_header_is_red() {
        // Given
        try (var server = new AnsweringServer(201, JSON, THING)) {
            // When
            var red = assertThrows(AssertionError.class, () -> call(server).post("/sample/v1/things"));
            // Then
            assertTrue(red.getMessage().contains("header Location is required and missing"), red.getMessage());
        }
    }

    @Test
    void a_header_that_its_schema_refuses_is_red() {
        // Given
        var headers = Map.of("Content-Type", "application/json", "ETag", "\"1\"", "Location", "/elsewhere");
        try (var server = new AnsweringServer(201, headers, THING)) {
            // When
            var red = assertThrows(AssertionError.class, () -> call(server).post("/sample/v1/things"));
            // Then
            assertTrue(red.getMessage().contains("header Location"), red.getMessage());
        }
    }

    @Test
    void an_address_that_no_operation_has_is_red() {
        // Given
        var headers = Map.of("Content-Type", "application/json", "ETag", "\"1\"", "Location", "/sample/v1/things/1/2");
        try (var server = new AnsweringServer(201, headers, THING)) {
            // When
            var red = assertThrows(AssertionError.class, () -> call(server).post("/sample/v1/things"));
            // Then
            assertTrue(red.getMessage().contains("is the address of no operation"), red.getMessage());
        }
    }

    @Test
    void a_created_resource_with_its_address_and_version_passes() {
        // Given
        var headers = Map.of("Content-Type", "application/json", "ETag", "\"1\"", "Location", ONE_THING);
        try (var server = new AnsweringServer(201, headers, THING)) {
            // When
            var status = call(server).post("/sample/v1/things").statusCode();
            // Then
            assertEquals(201, status);
        }
    }

    @Test
    void the_message_names_the_call_the_contract_and_the_remedy() {
        // Given
        try (var server = new AnsweringServer(418, JSON, "{}")) {
            // When
            var red = assertThrows(AssertionError.class, () -> call(server).get(ONE_THING));
            // Then
            assertTrue(red.getMessage().contains("GET " + ONE_THING), red.getMessage());
            assertTrue(red.getMessage().contains("src/contracts/openapi.yaml"), red.getMessage());
            assertTrue(red.getMessage().contains("cp target/openapi/openapi.yaml"), red.getMessage());
        }
    }

    private static void assertGreen(int status, Map<String, String> headers, String body, String path) {
        try (var server = new AnsweringServer(status, headers, body)) {
            assertEquals(status, call(server).get(path).statusCode());
        }
    }

    private static void assertRed(int status, Map<String, String> headers, String body, String path, String said) {
        try (var server = new AnsweringServer(status, headers, body)) {
            var red = assertThrows(AssertionError.class, () -> call(server).get(path));
            assertTrue(red.getMessage().contains(said), red.getMessage());
        }
    }

    private static RequestSpecification call(AnsweringServer server) {
        return given().baseUri("http://127.0.0.1").port(server.port()).filter(new ContractFilter(Samples::contract));
    }
}
