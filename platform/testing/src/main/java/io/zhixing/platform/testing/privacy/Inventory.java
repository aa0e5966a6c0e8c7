package io.zhixing.platform.testing.privacy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** {@code docs/data-inventory.csv}: of each field its class, what it is for, how long it is kept and how it is shown. */
final class Inventory {

    private static final Path FILE = Path.of("docs", "data-inventory.csv");

    private final List<Declared> rows;

    private Inventory(List<Declared> rows) {
        this.rows = rows;
    }

    static Inventory of(String csv) {
        var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var parsed = CSVParser.parse(new StringReader(csv), format)) {
            if (!parsed.getHeaderNames().equals(Declared.HEADER)) {
                throw new AssertionError(FILE + " must begin with " + String.join(",", Declared.HEADER));
            }
            return new Inventory(parsed.stream().map(Declared::of).toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The project's, found from the folder of any module. */
    static Inventory committed() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(FILE))) {
                try {
                    return of(Files.readString(folder.resolve(FILE)));
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
        }
        throw new AssertionError(FILE + " is missing");
    }

    /** What is said of a field by its name, else by its form. */
    Optional<Declared> of(Field field) {
        return rows.stream().filter(row -> row.isOf(field)).findFirst()
                .or(() -> rows.stream().filter(row -> row.coversByForm(field)).findFirst());
    }

    List<String> undeclared(List<Field> found) {
        return found.stream().filter(field -> of(field).isEmpty()).map(Field::toString).sorted().toList();
    }

    /** Rows about this service whose holder or field is gone. Of what every service may have, the holder may be absent. */
    List<String> vanished(List<Field> found, String service) {
        var holders = found.stream().map(field -> field.kind().name().toLowerCase(Locale.ROOT) + " " + field.holder())
                .collect(Collectors.toSet());
        var names = found.stream()
                .map(field -> field.kind().name().toLowerCase(Locale.ROOT) + " " + field.holder() + " " + field.name())
                .collect(Collectors.toSet());
        return rows.stream().filter(row -> !row.holder().equals(Declared.EVERY))
                .filter(row -> row.service().equals(service)
                        || row.service().equals(Declared.EVERY) && holders.contains(row.kind() + " " + row.holder()))
                .flatMap(row -> gone(row, names)).sorted().toList();
    }

    private static Stream<String> gone(Declared row, Set<String> names) {
        return row.names().stream().filter(name -> !names.contains(row.kind() + " " + row.holder() + " " + name))
                .map(name -> "line %d: %s %s.%s".formatted(row.line(), row.kind(), row.holder(), name));
    }

    /** What is wrong with the file by itself. */
    List<String> faults() {
        var faults = new ArrayList<>(rows.stream().flatMap(row -> row.faults().stream()).toList());
        var seen = new HashMap<String, Long>();
        for (var row : rows) {
            for (var name : row.fields()) {
                var first = seen.putIfAbsent(
                        String.join(" ", row.kind(), row.service(), row.holder(), name), row.line());
                if (first != null) {
                    faults.add("line %d: %s.%s stands in line %d already".formatted(row.line(), row.holder(), name,
                            first));
                }
            }
        }
        return faults;
    }

    /** Names under which this service, or every one, keeps free texts. */
    Set<String> freeTexts(String service) {
        return rows.stream().filter(Declared::isFreeText)
                .filter(row -> row.service().equals(service) || row.service().equals(Declared.EVERY))
                .flatMap(row -> row.names().stream()).map(Inventory::camelCase).collect(Collectors.toSet());
    }

    private static String camelCase(String name) {
        var words = name.split("_");
        return words[0] + Stream.of(words).skip(1)
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
