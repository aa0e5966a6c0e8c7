package io.zhixing.platform.testing.contract;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/** Walks the schemas of a document. */
final class Nodes {

    /** Data, not schemas: what stands under these words may be named as it likes. */
    private static final Set<String> DATA = Set.of("example", "examples", "x-labels", "default", "const");

    private Nodes() {}

    /** Every object of the document but those inside examples. */
    static void each(JsonNode document, BiConsumer<JsonPointer, JsonNode> action) {
        each(JsonPointer.empty(), document, action);
    }

    static Stream<String> enumValues(JsonNode schema) {
        return StreamSupport.stream(schema.path("enum").spliterator(), false).filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }

    private static void each(JsonPointer pointer, JsonNode node, BiConsumer<JsonPointer, JsonNode> action) {
        if (node.isObject()) {
            action.accept(pointer, node);
            node.properties().stream().filter(field -> !DATA.contains(field.getKey()))
                    .forEach(field -> each(pointer.appendProperty(field.getKey()), field.getValue(), action));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                each(pointer.appendIndex(i), node.get(i), action);
            }
        }
    }
}
