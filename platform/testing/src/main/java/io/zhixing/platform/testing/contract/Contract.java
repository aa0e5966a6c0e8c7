package io.zhixing.platform.testing.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * A service's OpenAPI 3.1 document as its clients read it. Read-only; nodes are found by RFC 6901 pointers into the
 * document, and {@code $ref} within the document is followed.
 */
public final class Contract {

    /** Where every service commits its contract, relative to the service's folder, in which Maven runs its tests. */
    public static final Path COMMITTED = Path.of("src/contracts/openapi.yaml");

    /** By their texts: to read one takes a second, and many ask. */
    private static final Map<String, Contract> READ = new ConcurrentHashMap<>();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch",
            "trace");

    private final JsonNode document;
    private final Schemas schemas;
    private final List<Operation> operations;
    private final Map<PathTemplate, List<Operation>> byTemplate;

    private Contract(JsonNode document) {
        this.document = document;
        this.schemas = new Schemas(document);
        this.operations = operationsOf(document);
        this.byTemplate = operations.stream().collect(Collectors.groupingBy(Operation::template));
    }

    public static Contract of(String yaml) {
        try {
            return new Contract(new YAMLMapper().readTree(yaml));
        } catch (IOException broken) {
            throw new AssertionError("the contract is not YAML: " + broken.getMessage(), broken);
        }
    }

    /** @throws AssertionError naming the remedy when nothing is committed yet */
    public static Contract committed() {
        if (!Files.exists(COMMITTED)) {
            throw new AssertionError(COMMITTED + " is missing. " + GeneratedContract.REMEDY);
        }
        try {
            return READ.computeIfAbsent(Files.readString(COMMITTED), Contract::of);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public JsonNode document() {
        return document;
    }

    public List<Operation> operations() {
        return operations;
    }

    /** The prefix all paths share, such as {@code /session/v1}; empty when there is no path. */
    public String prefix() {
        return operations.stream().findFirst()
                .map(operation -> String.join("/", List.of(operation.path().split("/", 4)).subList(0, 3)))
                .orElse("");
    }

    /** Operations whose path fits, the most literal path first: {@code /imports/templates} before {@code /imports/{id}}. */
    public List<Operation> at(String path) {
        var given = List.of(path.split("/", -1));
        return byTemplate.keySet().stream().filter(template -> template.fits(given)).min(PathTemplate.LITERAL_FIRST)
                .map(byTemplate::get).orElse(List.of());
    }

    public Optional<Operation> operation(String method, String path) {
        return at(path).stream().filter(operation -> operation.method().equals(method.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** The node at a pointer after following its references. */
    public Located at(JsonPointer pointer) {
        var node = document.at(pointer);
        var reference = node.path("$ref").asText();
        return reference.startsWith("#/")
                ? at(JsonPointer.compile(reference.substring(1)))
                : new Located(pointer, node);
    }

    /** What is wrong with a value, as of the schema at the pointer; empty when nothing is. */
    public List<String> violations(JsonPointer schema, JsonNode value) {
        return schemas.violations(schema, value);
    }

    /** A node and where it stands. */
    public record Located(JsonPointer pointer, JsonNode node) {

        public boolean exists() {
            return !node.isMissingNode();
        }

        public Located child(String name) {
            return new Located(pointer.appendProperty(name), node.path(name));
        }
    }

    private static List<Operation> operationsOf(JsonNode document) {
        var found = new ArrayList<Operation>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    found.add(
                            new Operation(path.getKey(), method.getKey().toUpperCase(Locale.ROOT), method.getValue()));
                }
            }
        }
        return List.copyOf(found);
    }
}
