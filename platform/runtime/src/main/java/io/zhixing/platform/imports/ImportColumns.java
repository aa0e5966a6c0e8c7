package io.zhixing.platform.imports;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import io.zhixing.platform.json.Text;
import io.zhixing.platform.problem.Echo;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The columns of a kind: the components of its row, known by English name and Chinese label alike. */
final class ImportColumns {

    /** What a file of rejected rows has beside the columns; ignored when it is sent again. */
    static final String CODES = "problemCodes";
    static final String DETAILS = "problemDetails";

    /** @param required whether a file without it is refused */
    record Column(String name, String label, RecordComponent component, boolean required) {}

    private final Map<String, Column> byName = new LinkedHashMap<>();
    private final Map<String, String> namesByWord = new TreeMap<>();
    private final Map<String, String> ignored;

    ImportColumns(ImportKind<?> kind) {
        for (var component : kind.row().getRecordComponents()) {
            var column = new Column(component.getName(), label(component), component, isRequired(component));
            byName.put(column.name(), column);
            namesByWord.put(column.name(), column.name());
            namesByWord.put(column.label(), column.name());
        }
        ignored = kind.ignoredColumns();
    }

    List<Column> all() {
        return List.copyOf(byName.values());
    }

    Column named(String name) {
        return byName.get(name);
    }

    boolean isIgnored(String word) {
        return ignored.containsKey(word) || ignored.containsValue(word) || word.equals(CODES) || word.equals(DETAILS);
    }

    /** English names, those that are ignored behind the others. */
    List<String> templateHeader(boolean chinese) {
        var header = new ArrayList<String>();
        byName.values().forEach(column -> header.add(chinese ? column.label() : column.name()));
        new TreeMap<>(ignored).forEach((name, label) -> header.add(chinese ? label : name));
        return header;
    }

    /** The column of each position, null for ignored ones; refuses the whole file when a column is unknown, missing or twice. */
    List<Column> ofHeader(List<String> header) {
        var faults = new Faults();
        var seen = new HashSet<String>();
        var columns = new ArrayList<Column>();
        if (header.stream().anyMatch(word -> word.indexOf('\uFFFD') >= 0)) {
            throw PlatformProblems.IMPORT_NOT_UTF8.about();
        }
        for (var cell : header) {
            var word = Text.normalised(cell);
            var name = namesByWord.get(word);
            columns.add(name == null ? null : byName.get(name));
            if (name == null && !isIgnored(word)) {
                faults.add(PlatformProblems.IMPORT_COLUMN_UNKNOWN.at(Place.header(Echo.of(word)), word,
                        columns.size()));
            } else if (name != null && !seen.add(name)) {
                faults.add(PlatformProblems.IMPORT_COLUMN_REPEATED.at(Place.header(word), word));
            }
        }
        byName.values().stream().filter(column -> column.required() && !seen.contains(column.name()))
                .forEach(column -> faults.add(PlatformProblems.IMPORT_COLUMN_MISSING.at(Place.header(column.name()),
                        column.label(), column.name())));
        faults.refuse();
        return columns;
    }

    private static String label(RecordComponent component) {
        var schema = component.getAccessor().getAnnotation(Schema.class);
        return schema == null ? component.getName() : schema.description().split(" ", 2)[0];
    }

    private static boolean isRequired(RecordComponent component) {
        return Arrays.stream(component.getAccessor().getAnnotations())
                .anyMatch(annotation -> annotation instanceof NotNull || annotation instanceof NotBlank);
    }
}
