package io.zhixing.platform.testing.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.inject.spi.CDI;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.platform.outbox.EventType;
import io.zhixing.platform.outbox.PublishedEvents;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/**
 * What every publisher keeps (K5, K6): each type has a schema, an AsyncAPI entry and an example that is what the code
 * writes; nothing else lies in the folder. In a {@code @QuarkusTest}, with one fixture of each type:
 * <pre>{@code
 * @TestFactory Stream<DynamicTest> events() { return EventRules.checks(SessionSamples.all()); }
 * }</pre>
 */
public final class EventRules {

    private EventRules() {}

    /** For a service that publishes nothing: its AsyncAPI document names what it receives, its events folder is empty. */
    public static Stream<DynamicTest> checksOfAConsumer() {
        return Stream.concat(documentChecks(Optional.empty()), Stream.of(folderCheck(EventContract.FOLDER, List.of())));
    }

    /** @param samples one event of each published type, the same at every run */
    public static Stream<DynamicTest> checks(List<? extends DomainEvent> samples) {
        var published = CDI.current().select(PublishedEvents.class).get();
        var json = CDI.current().select(ObjectMapper.class).get();
        return Stream.of(documentChecks(Optional.of(published)),
                Stream.of(folderCheck(EventContract.FOLDER, published.types())),
                published.types().stream().flatMap(type -> typeChecks(EventContract.of(type), type, samples, json)))
                .flatMap(checks -> checks);
    }

    private static Stream<DynamicTest> documentChecks(Optional<PublishedEvents> published) {
        return Stream.of(check("K5 asyncapi.yaml is AsyncAPI 3.0 and names topic and types", () -> {
            var document = AsyncContract.committed();
            var found = new ArrayList<>(document.faults());
            published.ifPresent(events -> {
                Stream.concat(Stream.of(events.topic()),
                        events.types().stream().map(EventType::name).map(events::topicOf))
                        .distinct().filter(topic -> !document.hasTopic(topic))
                        .forEach(topic -> found.add("no channel has the address " + topic));
                events.types().stream().filter(type -> !document.names(type.name())).forEach(type -> found
                        .add("no message named …" + type.name() + " whose payload points to events/" + type.name()
                                + ".schema.json"));
            });
            return found;
        }, "mend " + AsyncContract.COMMITTED));
    }

    static DynamicTest folderCheck(Path folder, List<EventType> types) {
        return check("K5 nothing lies in the events folder but the contracts of published types", () -> {
            var wanted = new TreeSet<String>();
            types.forEach(type -> wanted.addAll(List.of(type.name() + ".schema.json", type.name() + ".example.json")));
            var found = files(folder);
            found.removeAll(wanted);
            return List.copyOf(found);
        }, "name the type among the published events, or remove the file");
    }

    static Stream<DynamicTest> typeChecks(EventContract contract, EventType type, List<? extends DomainEvent> samples,
            ObjectMapper json) {
        return Stream.of(
                check("K6 " + type.name() + ": the example is what the code writes", () -> {
                    var written = written(type, samples, json);
                    var keep = keep(type.name(), written);
                    return Files.exists(contract.exampleFile()) && contract.example().equals(written)
                            ? List.of()
                            : List.of(
                                    "committed: "
                                            + (Files.exists(contract.exampleFile()) ? contract.example() : "(none)"),
                                    "written:   " + written, "cp " + keep + " " + contract.exampleFile());
                }, "read the difference, then run the cp above and commit"),
                check("K6 " + type.name() + ": the schema accepts what the code writes",
                        () -> contract.violations(written(type, samples, json)), "mend " + contract.schemaFile()));
    }

    private static String written(EventType type, List<? extends DomainEvent> samples, ObjectMapper json) {
        var sample = samples.stream().filter(event -> event.getClass().equals(type.payload())).findFirst()
                .orElseThrow(() -> new AssertionError("no sample of " + type.payload() + " was handed to EventRules"));
        try {
            return json.writeValueAsString(sample);
        } catch (JsonProcessingException defect) {
            throw new AssertionError(defect);
        }
    }

    /** Keeps what was written where the remedy can copy it from. */
    private static Path keep(String name, String written) {
        var file = Path.of("target/contracts/events", name + ".example.json");
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, written + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static TreeSet<String> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new TreeSet<>();
        }
        try (var files = Files.list(folder)) {
            return new TreeSet<>(files.map(file -> file.getFileName().toString()).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static DynamicTest check(String name, Supplier<List<String>> faults, String remedy) {
        return DynamicTest.dynamicTest(name, () -> {
            var found = faults.get();
            if (!found.isEmpty()) {
                Assertions.fail(name + ", but:\n  " + String.join("\n  ", found) + "\nRemedy: " + remedy);
            }
        });
    }
}
