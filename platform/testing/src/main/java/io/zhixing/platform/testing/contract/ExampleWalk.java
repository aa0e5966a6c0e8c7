package io.zhixing.platform.testing.contract;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.zhixing.platform.testing.contract.Contract.Located;

/** M3: each JSON request and each JSON 2xx answer has an example, and its schema accepts it. */
final class ExampleWalk {

    private static final JsonMapper JSON = new JsonMapper();

    private ExampleWalk() {}

    static List<String> faults(Contract contract) {
        var found = new ArrayList<String>();
        for (var operation : contract.operations()) {
            for (var body : Bodies.json(contract, operation)) {
                var examples = examples(contract, body);
                if (examples.isEmpty()) {
                    found.add(operation + ": no example at " + body.pointer());
                }
                examples.forEach(example -> contract.violations(body.child("schema").pointer(), example)
                        .forEach(violation -> found
                                .add(operation + ": the example at " + body.pointer() + ": " + violation)));
            }
        }
        return found;
    }

    /** Of the body itself, else of its schema, else put together from the examples of its properties. */
    private static List<JsonNode> examples(Contract contract, Located body) {
        var examples = new ArrayList<>(given(body.node()));
        if (examples.isEmpty()) {
            ComposedExample.of(contract, body.child("schema")).ifPresent(examples::add);
        }
        return examples;
    }

    static List<JsonNode> given(JsonNode holder) {
        var examples = new ArrayList<JsonNode>();
        if (holder.has("example")) {
            examples.add(asJson(holder.path("example")));
        }
        // A list in a schema, named examples in a body.
        holder.path("examples")
                .forEach(example -> examples.add(asJson(example.has("value") ? example.path("value") : example)));
        return examples;
    }

    /** Annotations can hold text only; the generator does not always read it as the JSON that it is. */
    private static JsonNode asJson(JsonNode example) {
        if (!example.isTextual() || !example.asText().trim().startsWith("{")) {
            return example;
        }
        try {
            return JSON.readTree(example.asText());
        } catch (JsonProcessingException justText) {
            return example;
        }
    }
}
