package io.zhixing.acceptance.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The columns in which the data inventory declares names and free texts, other than sealed ones. */
public final class Declarations {

    private static final Set<String> CLASSES = Set.of("personal", "sensitive");
    private static final Set<String> TEXTS = Set.of("name", "free");
    private static final String EVERY = "*";

    private final Set<String> columns = new HashSet<>();

    private Declarations() {}

    /** @param root of the project */
    public static Declarations of(Path root) {
        try {
            return of(Files.readAllLines(root.resolve("docs/data-inventory.csv")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** None of the cells that are read here has a comma or a quote in it. */
    static Declarations of(List<String> lines) {
        var declarations = new Declarations();
        for (var line : lines) {
            var cells = line.split(",", 7);
            if (cells[0].equals("table") && CLASSES.contains(cells[4]) && TEXTS.contains(cells[5])) {
                for (var field : cells[3].trim().split("\\s+")) {
                    declarations.columns.add(cells[1] + "." + cells[2] + "." + field);
                }
            }
        }
        if (declarations.columns.isEmpty()) {
            throw new IllegalStateException("The inventory declares no column for names and texts");
        }
        return declarations;
    }

    /** @param column {@code service.table.column} */
    boolean mayHoldWords(String column) {
        return columns.contains(column) || columns.contains(EVERY + column.substring(column.indexOf('.')));
    }
}
