package io.zhixing.platform.testing.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.zhixing.platform.outbox.EventType;

/**
 * The committed contract of one type of event: its JSON Schema (2020-12, formats asserted) and its example. The example
 * file is, byte for byte, the payload that the code writes, followed by one line break.
 */
public final class EventContract {

    /** Where a service commits its events, relative to its folder. */
    static final Path FOLDER = Path.of("src/contracts/events");

    private static final SchemaValidatorsConfig SETTINGS = SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            .locale(Locale.ENGLISH).build();

    private final Path folder;
    private final String name;

    private EventContract(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    public static EventContract of(EventType type) {
        return new EventContract(FOLDER, type.name());
    }

    /** @param name with its version: {@code member-enrolled.v1} */
    public static EventContract in(Path folder, String name) {
        return new EventContract(folder, name);
    }

    /** A publisher's contract as its neighbour reads it: {@code ofNeighbour("organization", "member-enrolled.v1")}. */
    public static EventContract ofNeighbour(String service, String name) {
        return new EventContract(Path.of("..", service + "-service").resolve(FOLDER), name);
    }

    public String name() {
        return name;
    }

    /** The payload of the example, without the line break at the end of the file. */
    public String example() {
        var text = read(exampleFile());
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    /** What is wrong with a payload; empty when nothing is. */
    public List<String> violations(String json) {
        return schema().validate(json, InputFormat.JSON).stream().map(Object::toString).sorted().toList();
    }

    Path exampleFile() {
        return folder.resolve(name + ".example.json");
    }

    Path schemaFile() {
        return folder.resolve(name + ".schema.json");
    }

    private JsonSchema schema() {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(read(schemaFile()), SETTINGS);
    }

    private static String read(Path file) {
        if (!Files.exists(file)) {
            throw new AssertionError(file + " is missing: each published type has a schema and an example");
        }
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
