package io.zhixing.platform.testing.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** A service's AsyncAPI document: what it sends and what it receives. */
final class AsyncContract {

    static final Path COMMITTED = Path.of("src/contracts/asyncapi.yaml");

    /** AsyncAPI 3 knows these two; "publish", "subscribe" and "emit" are of other versions and drafts. */
    private static final Set<String> ACTIONS = Set.of("send", "receive");

    private final JsonNode document;

    private AsyncContract(JsonNode document) {
        this.document = document;
    }

    static AsyncContract of(String yaml) {
        try {
            return new AsyncContract(new YAMLMapper().readTree(yaml));
        } catch (IOException broken) {
            throw new AssertionError(COMMITTED + " is not YAML: " + broken.getMessage(), broken);
        }
    }

    static AsyncContract committed() {
        if (!Files.exists(COMMITTED)) {
            throw new AssertionError(COMMITTED + " is missing: it names what the service sends and receives");
        }
        try {
            return of(Files.readString(COMMITTED));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<String> faults() {
        var found = new ArrayList<String>();
        if (!document.path("asyncapi").asText().startsWith("3.0.")) {
            found.add("asyncapi is '" + document.path("asyncapi").asText() + "', not 3.0.x");
        }
        document.path("operations").properties().forEach(operation -> {
            var action = operation.getValue().path("action").asText();
            if (!ACTIONS.contains(action)) {
                found.add("operation " + operation.getKey() + ": action '" + action + "' is neither send nor receive");
            }
        });
        return found;
    }

    boolean hasTopic(String topic) {
        return document.path("channels").findValuesAsText("address").contains(topic);
    }

    /** Whether a message of this name points to the schema file of the type. */
    boolean names(String eventName) {
        return document.findParents("payload").stream()
                .filter(message -> message.path("name").asText().endsWith(eventName))
                .anyMatch(message -> message.path("payload").findValuesAsText("$ref").stream()
                        .anyMatch(reference -> reference.endsWith("events/" + eventName + ".schema.json")));
    }
}
