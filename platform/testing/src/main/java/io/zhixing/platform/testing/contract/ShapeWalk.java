package io.zhixing.platform.testing.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixing.platform.testing.contract.Contract.Located;

/** A1, A4 and D1: how paths, properties, parameters, enums, bodies and lists look. */
final class ShapeWalk {

    private static final Pattern PATH = Pattern
            .compile("/[a-z][a-z-]*/v1(/[a-z0-9]+(-[a-z0-9]+)*|/\\{[a-z][A-Za-z0-9]*})+");
    private static final Pattern CAMEL = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern UPPER_SNAKE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    private ShapeWalk() {}

    static List<String> faults(Contract contract) {
        var found = new ArrayList<String>();
        for (var operation : contract.operations()) {
            if (!PATH.matcher(operation.path()).matches() || !operation.path().startsWith(contract.prefix() + "/")) {
                found.add("path " + operation.path() + " is not /{service}/v1/… in plural kebab-case");
            }
            for (var parameter : Bodies.parameters(contract, operation)) {
                if (!parameter.path("in").asText().equals("header") && !isCamel(parameter.path("name").asText())) {
                    found.add(operation + ": parameter " + parameter.path("name").asText() + " is not camelCase");
                }
            }
            Bodies.json(contract, operation).stream().filter(body -> !isObject(contract, body))
                    .forEach(body -> found
                            .add(operation + ": the top-level value at " + body.pointer() + " is no object"));
        }
        Nodes.each(contract.document(), (pointer, node) -> {
            node.path("properties").fieldNames().forEachRemaining(name -> {
                if (node.path("properties").isObject() && !isCamel(name)) {
                    found.add(pointer + ": property " + name + " is not camelCase");
                }
            });
            Nodes.enumValues(node).filter(value -> !UPPER_SNAKE.matcher(value).matches())
                    .forEach(value -> found.add(pointer + ": enum value " + value + " is not UPPER_SNAKE"));
        });
        return found;
    }

    static List<String> listFaults(Contract contract) {
        return contract.operations().stream().filter(operation -> operation.method().equals("GET"))
                .filter(operation -> isList(contract, operation))
                .filter(operation -> !isPaged(names(Bodies.parameters(contract, operation))))
                .map(operation -> operation + " answers a list and lacks limit or cursor").toList();
    }

    /** By a cursor, or as the change feed by the place up to which it was read. */
    private static boolean isPaged(Set<String> parameters) {
        return parameters.contains("limit") && (parameters.contains("cursor") || parameters.contains("since"));
    }

    private static boolean isList(Contract contract, Operation operation) {
        return Bodies.answers(contract, operation).stream().filter(body -> body.pointer().toString().contains("json"))
                .map(body -> contract.at(body.child("schema").pointer()).node())
                .anyMatch(schema -> schema.path("properties").path("items").path("type").asText().equals("array"));
    }

    private static boolean isObject(Contract contract, Located body) {
        var schema = contract.at(body.child("schema").pointer()).node();
        return schema.has("type") ? schema.path("type").asText().equals("object") : schema.has("allOf");
    }

    private static Set<String> names(Iterable<JsonNode> parameters) {
        return StreamSupport.stream(parameters.spliterator(), false).map(parameter -> parameter.path("name").asText())
                .collect(Collectors.toSet());
    }

    private static boolean isCamel(String name) {
        return CAMEL.matcher(name).matches();
    }
}
