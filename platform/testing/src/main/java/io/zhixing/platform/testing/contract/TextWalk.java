package io.zhixing.platform.testing.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/** M5: every schema, property, parameter and enum value is explained, the Chinese term first. */
final class TextWalk {

    private static final Pattern CHINESE_FIRST = Pattern.compile("(?s)\\p{IsHan}.*");

    private TextWalk() {}

    static List<String> faults(Contract contract) {
        var found = new ArrayList<String>();
        contract.document().path("components").path("schemas").properties().forEach(schema -> {
            // The generator names scalars too, such as UUID; what one means is said where it is used.
            boolean scalar = !schema.getValue().has("properties") && !schema.getValue().has("enum");
            if (!scalar && !isExplained(schema.getValue())) {
                found.add("schema " + schema.getKey() + " has no description that begins in Chinese");
            }
        });
        Nodes.each(contract.document(), (pointer, node) -> {
            found.addAll(propertyFaults(contract, pointer, node));
            found.addAll(labelFaults(pointer, node));
        });
        for (var operation : contract.operations()) {
            Bodies.parameters(contract, operation).stream().filter(parameter -> !isExplained(parameter))
                    .forEach(parameter -> found.add(operation + ": parameter " + parameter.path("name").asText()
                            + " has no description that begins in Chinese"));
        }
        return found;
    }

    private static List<String> propertyFaults(Contract contract, JsonPointer pointer, JsonNode node) {
        var found = new ArrayList<String>();
        if (node.path("properties").isObject()) {
            node.path("properties").properties().forEach(property -> {
                var there = pointer.appendProperty("properties").appendProperty(property.getKey());
                if (!isExplained(property.getValue()) && !isExplained(contract.at(there).node())) {
                    found.add(
                            pointer + ": property " + property.getKey() + " has no description that begins in Chinese");
                }
            });
        }
        return found;
    }

    private static List<String> labelFaults(JsonPointer pointer, JsonNode node) {
        var labels = node.path("x-labels");
        return Nodes.enumValues(node)
                .filter(value -> labels.path(value).path("zh").asText().isBlank()
                        || labels.path(value).path("en").asText().isBlank())
                .map(value -> pointer + ": enum value " + value + " has no zh and en in x-labels").toList();
    }

    private static boolean isExplained(JsonNode node) {
        return CHINESE_FIRST.matcher(node.path("description").asText()).matches();
    }
}
