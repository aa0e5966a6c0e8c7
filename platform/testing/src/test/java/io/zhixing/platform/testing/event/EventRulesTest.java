package io.zhixing.platform.testing.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.platform.outbox.EventType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

class EventRulesTest {

    private static final EventType TYPE = EventType.of("thing-made.v1", "thing", ThingMade.class);
    private static final String WRITTEN = "{\"thingId\":\"0190163d-8694-739b-aea5-966c26f8ad91\",\"weight\":3}";
    private static final String SCHEMA = """
            {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","required":["thingId","weight"],
             "properties":{"thingId":{"type":"string","format":"uuid"},"weight":{"type":"integer"}}}""";

    @TempDir
    Path folder;

    record ThingMade(String thingId, int weight) implements DomainEvent {

        @Override
        public UUID aggregateId() {
            return UUID.fromString(thingId);
        }

        @Override
        public long version() {
            return 1;
        }

        @Override
        public UUID organizationId() {
            return null;
        }

        @Override
        public LocalDate effectiveOn() {
            return LocalDate.of(2016, 2, 28);
        }
    }

    @BeforeEach
    void commit() throws IOException {
        commit("thing-made.v1.example.json", WRITTEN + "\n");
        commit("thing-made.v1.schema.json", SCHEMA);
    }

    @Test
    void a_complete_contract_passes() {
        assertEquals(List.of(), faults());
    }

    @Test
    void an_example_that_the_code_no_longer_writes_is_found_with_the_command_to_mend_it() throws IOException {
        // Given
        commit("thing-made.v1.example.json", WRITTEN.replace("3", "4") + "\n");
        // When
        var faults = faults();
        // Then
        assertEquals(1, faults.size());
        assertTrue(faults.get(0).contains("cp target/contracts/events/thing-made.v1.example.json"), faults.toString());
    }

    @Test
    void white_space_is_a_difference() throws IOException {
        // Given
        commit("thing-made.v1.example.json", WRITTEN.replace(",", ", ") + "\n");
        // When
        var faults = faults();
        // Then
        assertEquals(1, faults.size());
    }

    @Test
    void a_schema_that_refuses_what_the_code_writes_is_found() throws IOException {
        // Given
        commit("thing-made.v1.schema.json", SCHEMA.replace("integer", "string"));
        // When
        var faults = faults();
        // Then
        assertTrue(faults.get(0).contains("/weight: integer found, string expected"), faults.toString());
    }

    @Test
    void formats_are_asserted() {
        // When
        var violations = EventContract.in(folder, "thing-made.v1").violations("{\"thingId\":\"7\",\"weight\":3}");
        // Then
        assertEquals(1, violations.size(), violations.toString());
    }

    @Test
    void a_file_of_no_published_type_is_found() throws IOException {
        // Given
        commit("thing-lost.v1.schema.json", SCHEMA);
        // When
        var faults = faults();
        // Then
        assertTrue(faults.get(0).contains("thing-lost.v1.schema.json"), faults.toString());
    }

    @Test
    void a_document_with_topic_message_and_actions_of_version_3_has_no_faults() {
        // Given
        var document = AsyncContract.of(asyncApi("3.0.0", "send", "events/thing-made.v1.schema.json"));
        // Then
        assertEquals(List.of(), document.faults());
        assertTrue(document.hasTopic("sample.events.v1"));
        assertTrue(document.names("thing-made.v1"));
    }

    @Test
    void an_action_of_another_version_is_found() {
        assertEquals(2, AsyncContract.of(asyncApi("2.6.0", "emit", "x")).faults().size());
    }

    @Test
    void a_message_without_its_schema_is_not_an_entry() {
        assertFalse(AsyncContract.of(asyncApi("3.0.0", "send", "events/other.schema.json")).names("thing-made.v1"));
    }

    private static String asyncApi(String version, String action, String schema) {
        return """
                asyncapi: %s
                channels:
                  events:
                    address: sample.events.v1
                    messages:
                      thingMade:
                        name: io.zhixing.sample.thing-made.v1
                        payload:
                          schemaFormat: application/schema+json;version=draft-2020-12
                          schema:
                            $ref: %s
                operations:
                  publish:
                    action: %s
                """.formatted(version, schema, action);
    }

    private List<String> faults() {
        var contract = EventContract.in(folder, TYPE.name());
        var sample = new ThingMade("0190163d-8694-739b-aea5-966c26f8ad91", 3);
        return Stream.concat(EventRules.typeChecks(contract, TYPE, List.of(sample), new ObjectMapper()),
                Stream.of(EventRules.folderCheck(folder, List.of(TYPE)))).map(EventRulesTest::messageOf)
                .filter(message -> !message.isEmpty()).toList();
    }

    private static String messageOf(DynamicTest check) {
        try {
            check.getExecutable().execute();
            return "";
        } catch (AssertionFailedError red) {
            return red.getMessage();
        } catch (Throwable unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private void commit(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
