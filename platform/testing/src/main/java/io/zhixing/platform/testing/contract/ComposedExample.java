package io.zhixing.platform.testing.contract;

import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.zhixing.platform.testing.contract.Contract.Located;

/**
 * The example that a reader of the contract sees where only schemas and properties have one, as Swagger UI puts it
 * together: constants by their first value, lists with one element, optional properties where they have an example.
 */
final class ComposedExample {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ComposedExample() {}

    /** Empty when a required part has no example. */
    static Optional<JsonNode> of(Contract contract, Located there) {
        var own = ExampleWalk.given(there.node());
        var schema = contract.at(there.pointer());
        var given = own.isEmpty() ? ExampleWalk.given(schema.node()) : own;
        if (!given.isEmpty()) {
            return Optional.of(given.get(0));
        }
        if (schema.node().path("enum").size() > 0) {
            return Optional.of(schema.node().path("enum").path(0));
        }
        if (schema.node().path("type").asText().equals("array")) {
            return of(contract, schema.child("items")).map(element -> JSON.arrayNode().add(element));
        }
        return schema.node().path("properties").isObject() ? object(contract, schema) : Optional.empty();
    }

    private static Optional<JsonNode> object(Contract contract, Located schema) {
        var composed = JSON.objectNode();
        schema.node().path("properties").fieldNames().forEachRemaining(
                name -> of(contract, schema.child("properties").child(name))
                        .ifPresent(value -> composed.set(name, value)));
        boolean complete = StreamSupport.stream(schema.node().path("required").spliterator(), false)
                .allMatch(name -> composed.has(name.asText()));
        return complete && !composed.isEmpty() ? Optional.of(composed) : Optional.empty();
    }
}
