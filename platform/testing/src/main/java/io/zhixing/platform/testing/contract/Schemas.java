package io.zhixing.platform.testing.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;

/**
 * The schemas inside a document, judged as JSON Schema 2020-12 with formats asserted. Objects that list their
 * properties are read as closed: a contract tells its clients to expect more (A3), but a service may not send, nor an
 * example hold, what the contract does not name.
 */
final class Schemas {

    private static final String DOCUMENT = "https://zhixing.invalid/document.json";
    private static final SchemaValidatorsConfig SETTINGS = SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            .locale(Locale.ENGLISH).pathType(PathType.JSON_POINTER).build();

    private final JsonSchema whole;
    private final Map<JsonPointer, JsonSchema> compiled = new ConcurrentHashMap<>();

    Schemas(JsonNode document) {
        var closed = closed(document.deepCopy());
        // A contract is full of words that JSON Schema does not know; the library would warn of each.
        var dialect = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                .unknownKeywordFactory((word, context) -> new NonValidationKeyword(word)).build();
        whole = JsonSchemaFactory
                .getInstance(VersionFlag.V202012,
                        builder -> builder.metaSchema(dialect)
                                .schemaLoaders(loaders -> loaders.schemas(Map.of(DOCUMENT, closed.toString()))))
                .getSchema(SchemaLocation.of(DOCUMENT), SETTINGS);
    }

    /** Parts of one document: asked for by its address, the library would read and keep the document anew for each part. */
    List<String> violations(JsonPointer pointer, JsonNode value) {
        var schema = compiled.computeIfAbsent(pointer,
                there -> there.matches()
                        ? whole
                        : whole.getRefSchema(SchemaLocation.of(DOCUMENT + "#" + there).getFragment()));
        return schema.validate(value).stream().map(Object::toString).sorted().toList();
    }

    private static JsonNode closed(JsonNode document) {
        var open = new HashSet<JsonNode>();
        eachObject(document, node -> joined(node).forEach(part -> open.add(target(document, part))));
        eachObject(document, node -> {
            boolean listsProperties = node.path("properties").isObject() && node.path("type").asText().equals("object");
            if (listsProperties && !node.has("additionalProperties")
                    && open.stream().noneMatch(other -> other == node)) {
                node.put("additionalProperties", false);
            }
        });
        return document;
    }

    /** Parts of a joined schema stay open: closed, each would refuse what the other parts name. */
    private static Iterable<JsonNode> joined(ObjectNode node) {
        var parts = new HashSet<JsonNode>();
        Set.of("allOf", "anyOf", "oneOf").forEach(word -> node.path(word).forEach(parts::add));
        return parts;
    }

    private static JsonNode target(JsonNode document, JsonNode part) {
        var reference = part.path("$ref").asText();
        return reference.startsWith("#/") ? document.at(reference.substring(1)) : part;
    }

    private static void eachObject(JsonNode node, Consumer<ObjectNode> action) {
        if (node instanceof ObjectNode object) {
            action.accept(object);
        }
        node.forEach(child -> eachObject(child, action));
    }
}
