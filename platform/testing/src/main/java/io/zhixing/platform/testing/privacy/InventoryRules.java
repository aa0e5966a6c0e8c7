package io.zhixing.platform.testing.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixing.platform.testing.Settings;
import io.zhixing.platform.testing.contract.Contract;
import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/**
 * What a service keeps of persons is written down before it is kept (D-6), and nothing that a person wrote in his own words
 * leaves by an event (D-7). In a {@code @QuarkusTest}:
 * <pre>{@code
 * @TestFactory Stream<DynamicTest> inventory() { return InventoryRules.checks(); }
 * }</pre>
 */
public final class InventoryRules {

    private static final String DECLARE = "say in docs/data-inventory.csv what it is, what for, how long and how it is shown";
    private static final Path FOUND = Path.of("target/data-fields.csv");

    private final Inventory inventory;
    private final String service;

    private InventoryRules(Inventory inventory, String service) {
        this.inventory = inventory;
        this.service = service;
    }

    public static Stream<DynamicTest> checks() {
        var service = Settings.service();
        var contract = Contract.committed();
        var columns = FoundFields.columns(Database.asOwner(), service);
        var properties = FoundFields.properties(contract, service);
        var events = FoundFields.events(service);
        keep(Stream.of(columns, properties, events).flatMap(List::stream).toList());
        return new InventoryRules(Inventory.committed(), service).checks(columns, properties, events,
                requested(contract));
    }

    static InventoryRules of(Inventory inventory, String service) {
        return new InventoryRules(inventory, service);
    }

    /** @param requested schemas that callers send */
    Stream<DynamicTest> checks(List<Field> columns, List<Field> properties, List<Field> events,
            Set<String> requested) {
        var all = Stream.of(columns, properties, events).flatMap(List::stream).toList();
        return Stream.of(
                check("D-6 every column of every table stands in the inventory", () -> inventory.undeclared(columns),
                        DECLARE),
                check("D-6 every property of the contract stands in the inventory",
                        () -> inventory.undeclared(properties), DECLARE),
                check("D-6 every property of an event stands in the inventory", () -> inventory.undeclared(events),
                        DECLARE),
                check("D-6 nothing stands in the inventory that is no more", () -> inventory.vanished(all, service),
                        "remove it from docs/data-inventory.csv"),
                check("D-6 each row of the inventory is whole, and names whatever may be personal", inventory::faults,
                        "mend the row"),
                check("D-7 each text that callers may write freely is marked as a code, a name or free text",
                        () -> unmarked(properties, requested),
                        "fill the column text, or give the property a pattern"),
                check("D-7 no event has a free text or anything secret", () -> spoken(events),
                        "leave it out of the event: who may read it asks the service"));
    }

    private List<String> unmarked(List<Field> properties, Set<String> requested) {
        return properties.stream().filter(field -> requested.contains(field.holder()))
                .filter(field -> field.form() == Field.Form.OPEN_TEXT)
                .filter(field -> inventory.of(field).filter(row -> row.text().isEmpty()).isPresent())
                .map(Field::toString).sorted().toList();
    }

    private List<String> spoken(List<Field> events) {
        var free = inventory.freeTexts(service);
        return events.stream().filter(field -> {
            var declared = inventory.of(field);
            return free.contains(field.name().substring(field.name().lastIndexOf('.') + 1)) || declared
                    .filter(row -> row.isFreeText() || row.classification().equals("secret")).isPresent();
        }).map(Field::toString).sorted().toList();
    }

    /** The schemas of request bodies with those they are made of. */
    static Set<String> requested(Contract contract) {
        var found = new HashSet<String>();
        contract.operations().forEach(operation -> follow(contract, operation.node().path("requestBody"), found));
        return found;
    }

    private static void follow(Contract contract, JsonNode node, Set<String> found) {
        var reference = node.path("$ref").asText();
        if (!reference.isEmpty()) {
            var name = reference.substring(reference.lastIndexOf('/') + 1);
            if (found.add(name)) {
                follow(contract, contract.document().path("components").path("schemas").path(name), found);
            }
        }
        node.forEach(child -> follow(contract, child, found));
    }

    /** What was found, where whoever completes the inventory can take it from. */
    private static void keep(List<Field> all) {
        try {
            Files.createDirectories(FOUND.getParent());
            Files.writeString(FOUND, all.stream().map(field -> field + "," + field.form() + "\n")
                    .collect(Collectors.joining()));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static DynamicTest check(String name, Supplier<List<String>> faults, String remedy) {
        return DynamicTest.dynamicTest(name, () -> {
            var found = new ArrayList<>(faults.get());
            if (!found.isEmpty()) {
                Assertions.fail(name + ", but:\n  " + String.join("\n  ", found) + "\nRemedy: " + remedy);
            }
        });
    }
}
