package io.zhixing.platform.testing.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.platform.testing.contract.Contract;
import io.zhixing.platform.testing.database.Database;

/** The fields that a service has: in its migrated database, in its committed contract, in the schemas of its events. */
final class FoundFields {

    private static final Path EVENTS = Path.of("src/contracts/events");
    private static final String SCHEMA_FILE = ".schema.json";
    /** Schemas that are a single value, wherever they are referred to. */
    private static final Map<String, Field.Form> VALUES = Map.of("UUID", Field.Form.ID, "Instant", Field.Form.INSTANT,
            "OffsetDateTime", Field.Form.INSTANT);

    /** What "not blank" becomes in a contract: it closes nothing. */
    private static final String NOT_BLANK = "\\S";

    private FoundFields() {}

    static List<Field> columns(Database owner, String service) {
        return owner.query("""
                select c.table_name, c.column_name, c.data_type from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name <> 'flyway_schema_history'
                order by 1, c.ordinal_position""",
                row -> new Field(Field.Kind.TABLE, service, row.getString(1), row.getString(2),
                        columnForm(row.getString(2), row.getString(3))));
    }

    static List<Field> properties(Contract contract, String service) {
        var found = new ArrayList<Field>();
        contract.document().path("components").path("schemas").properties().forEach(
                schema -> found.addAll(properties(Field.Kind.CONTRACT, service, schema.getKey(), schema.getValue())));
        return found;
    }

    static List<Field> properties(Field.Kind kind, String service, String holder, JsonNode schema) {
        return schema.path("properties").properties().stream()
                .map(property -> new Field(kind, service, holder, property.getKey(),
                        form(property.getKey(), property.getValue())))
                .toList();
    }

    /** Of each type in the folder; nothing where a service publishes nothing. */
    static List<Field> events(String service) {
        if (!Files.isDirectory(EVENTS)) {
            return List.of();
        }
        try (var files = Files.list(EVENTS)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SCHEMA_FILE)).sorted()
                    .flatMap(file -> event(file, service)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Field> event(Path file, String service) {
        try {
            var name = file.getFileName().toString().replace(SCHEMA_FILE, "");
            return eventProperties(service, name, new ObjectMapper().readTree(file.toFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** With those of its parts, named with a dot between. */
    static Stream<Field> eventProperties(String service, String name, JsonNode schema) {
        return schema.path("properties").properties().stream().flatMap(property -> {
            var part = property.getValue().has("items") ? property.getValue().path("items") : property.getValue();
            var field = new Field(Field.Kind.EVENT, service, name, property.getKey(),
                    form(property.getKey(), property.getValue()));
            return Stream.concat(Stream.of(field),
                    eventProperties(service, name, part).map(inner -> new Field(inner.kind(), service, name,
                            property.getKey() + "." + inner.name(), inner.form())));
        });
    }

    private static Field.Form columnForm(String name, String type) {
        return switch (type) {
            case "uuid" -> Field.Form.ID;
            case "timestamp with time zone" -> Field.Form.INSTANT;
            case "bigint", "integer" ->
                name.equals("version") || name.endsWith("_version") ? Field.Form.VERSION : Field.Form.OTHER;
            case "text" -> Field.Form.OPEN_TEXT;
            default -> Field.Form.OTHER;
        };
    }

    private static Field.Form form(String name, JsonNode schema) {
        if (schema.has("items")) {
            return form(name, schema.path("items"));
        }
        var reference = schema.path("$ref").asText();
        if (!reference.isEmpty()) {
            return VALUES.getOrDefault(reference.substring(reference.lastIndexOf('/') + 1), Field.Form.OTHER);
        }
        var alternatives = Stream.of("allOf", "anyOf", "oneOf").flatMap(word -> elements(schema.path(word))).toList();
        if (!alternatives.isEmpty() && !schema.has("type")) {
            return alternatives.stream().map(one -> form(name, one)).filter(form -> form != Field.Form.OTHER)
                    .findFirst().orElse(Field.Form.OTHER);
        }
        var format = schema.path("format").asText();
        if (format.equals("uuid") || format.equals("date-time")) {
            return format.equals("uuid") ? Field.Form.ID : Field.Form.INSTANT;
        }
        if (isOf("integer", schema)) {
            return name.equals("version") || name.endsWith("Version") ? Field.Form.VERSION : Field.Form.OTHER;
        }
        boolean closed = Stream.of("format", "enum", "const").anyMatch(schema::has)
                || schema.has("pattern") && !schema.path("pattern").asText().equals(NOT_BLANK);
        return isOf("string", schema) && !closed ? Field.Form.OPEN_TEXT : Field.Form.OTHER;
    }

    private static boolean isOf(String type, JsonNode schema) {
        return schema.path("type").asText().equals(type)
                || elements(schema.path("type")).anyMatch(one -> one.asText().equals(type));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
