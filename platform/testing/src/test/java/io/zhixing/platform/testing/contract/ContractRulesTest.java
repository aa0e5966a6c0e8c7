package io.zhixing.platform.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.core.JsonPointer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;

/** The sample contract keeps every rule; each mutant breaks one, and the walk must say so. */
class ContractRulesTest {

    @TestFactory
    Stream<DynamicTest> the_sample_contract_keeps_the_rules() {
        return ContractRules.walks(Samples::contract);
    }

    static Stream<Arguments> mutants() {
        return Stream.of(
                mutant("/sample/v1/things/templates:", "/sample/v1/thingTemplates:", "is not /{service}/v1"),
                mutant("/sample/v1/things/templates:", "/other/v1/templates:", "is not /{service}/v1"),
                mutant("madeOn:", "made_on:", "property made_on is not camelCase"),
                mutant("name: cursor", "name: Cursor", "parameter Cursor is not camelCase"),
                mutant("SMALL", "Small", "enum value Small is not UPPER_SNAKE"),
                mutant("type: object\n      description: 模板", "type: array\n      description: 模板", "no object"),
                mutant("name: limit", "name: size", "answers a list and lacks limit or cursor"),
                mutant("operationId: readThing\n", "operationId: ReadThing\n", "'ReadThing' is not camelCase"),
                mutant("operationId: readThingTemplate", "operationId: readThing", "used twice"),
                mutant("新建物品 / Make a thing", "Make a thing", "the summary is not"),
                mutant("description: 新建一件物品 Makes one thing.", "deprecated: false", "has no description"),
                mutant("- things\n      operationId: listThings", "- other\n      operationId: listThings",
                        "not declared at the top"),
                mutant("sample:write\n", "sample:admin\n", "security asks for [sample:admin]"),
                mutant("x-required-roles:\n      - MAKER", "x-other:\n      - MAKER", "has no x-required-roles"),
                mutant("\"503\":", "\"504\":", "does not list 503"),
                mutant("application/problem+json:", "application/json:", "is not exactly application/problem+json"),
                mutant("x-problem-codes:", "x-codes:", "lists no codes"),
                mutant("status: 404, title: 未找到", "status: 403, title: 未找到", "404 shows in zh another status"),
                mutant("code: NOT_FOUND, status: 404, title: Not found", "code: FORBIDDEN, status: 404, title: No",
                        "404 shows in en another status, or a code that it does not list"),
                mutant("title: Forbidden", "title: 没有权限", "403 has no example of its own in en"),
                mutant("title: Forbidden", "name: Forbidden", "403 example in en: : required property 'title'"),
                mutant("\"201\":", "default:", "'default' is no answer"),
                mutant("description: 重量 Its weight in grams", "description: Its weight in grams",
                        "property weight has no description"),
                mutant("description: 物品 A thing\n", "description: A thing\n", "schema Thing has no description"),
                mutant("description: 游标 Where", "description: Where", "parameter cursor has no description"),
                mutant("zh: 小", "de: klein", "enum value SMALL has no zh and en"),
                mutant("columns: 3", "columns: three", "integer expected"),
                mutant("weight: 3\n                      madeOn", "madeOn", "required property 'weight' not found"),
                mutant("example:\n                columns: 3", "x-nothing:\n                columns: 3",
                        "no example at"));
    }

    private static Arguments mutant(String right, String wrong, String said) {
        return Arguments.of(right, wrong, said);
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("mutants")
    void a_mutant_is_found(String right, String wrong, String said) {
        // Given
        var mutant = Samples.mutant(right, wrong);
        // When
        var messages = ContractRules.walks(() -> mutant)
                .map(check -> messageOf(check)).filter(message -> !message.isEmpty()).toList();
        // Then
        assertTrue(messages.stream().anyMatch(message -> message.contains(said)), messages.toString());
    }

    @Test
    void an_example_is_put_together_from_the_examples_of_properties() {
        // Given
        var contract = Contract.of("""
                paths: {}
                components:
                  schemas:
                    Page: {type: object, required: [items], properties: {next: {type: string},
                      items: {type: array, items: {$ref: '#/components/schemas/Thing'}}}}
                    Thing: {type: object, required: [kind, weight], properties: {kind: {$ref: '#/components/schemas/Kind'},
                      weight: {type: integer, examples: [3]}}}
                    Kind: {type: string, enum: [SMALL, LARGE]}
                """);
        // When
        var example = ComposedExample.of(contract, schema(contract, "Page"));
        // Then
        assertEquals("{\"items\":[{\"kind\":\"SMALL\",\"weight\":3}]}", example.orElseThrow().toString());
    }

    @Test
    void no_example_is_put_together_when_a_required_property_has_none() {
        // Given
        var contract = Contract.of("""
                paths: {}
                components:
                  schemas:
                    Thing: {type: object, required: [kind, weight], properties: {kind: {type: string, examples: [SMALL]},
                      weight: {type: integer}}}
                """);
        // When
        var example = ComposedExample.of(contract, schema(contract, "Thing"));
        // Then
        assertTrue(example.isEmpty());
    }

    @Test
    void an_operation_id_that_another_service_has_is_found() {
        // When
        var found = OperationWalk.usedElsewhere(Samples.contract(), List.of(Samples.contract()));
        // Then
        assertEquals(4, found.size());
    }

    @Test
    void equal_contracts_do_not_differ() {
        assertEquals(List.of(), GeneratedContract.difference(bytes("a\nb"), bytes("a\nb")));
    }

    @Test
    void the_first_different_line_is_named() {
        assertEquals(List.of("first difference at line 2", "committed: b", "generated: c"),
                GeneratedContract.difference(bytes("a\nb"), bytes("a\nc")));
    }

    @Test
    void a_missing_last_line_break_is_a_difference() {
        assertEquals(List.of("first difference at line 2", "committed: (end)", "generated: "),
                GeneratedContract.difference(bytes("a"), bytes("a\n")));
    }

    @Test
    void a_route_that_the_contract_does_not_have_is_found_and_one_that_no_resource_serves_too() {
        // When
        var found = Routes.difference(Samples.contract(), "/sample",
                List.of(ThingsResource.class, SpareResource.class));
        // Then
        assertEquals(List.of("GET /sample/v1/spare/{name} is not in the contract",
                "GET /sample/v1/things/templates is served by no resource"), found);
    }

    @Path("/v1/things")
    public static class ThingsResource {

        @GET
        public void list() {}

        @POST
        public void make() {}

        @GET
        @Path("{id}")
        public void read() {}
    }

    @Path("v1/spare/")
    public static class SpareResource {

        @GET
        @Path("/{name: [a-z]+}")
        public void read() {}
    }

    private static String messageOf(DynamicTest check) {
        try {
            check.getExecutable().execute();
            return "";
        } catch (AssertionFailedError red) {
            assertTrue(red.getMessage().contains("Remedy: "), red.getMessage());
            return red.getMessage();
        } catch (Throwable other) {
            return assertThrows(AssertionError.class, () -> {
                throw other;
            }).getMessage();
        }
    }

    private static Contract.Located schema(Contract contract, String name) {
        return contract.at(JsonPointer.compile("/components/schemas/" + name));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
