package io.zhixing.platform.list;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The columns of a view record: its fields in order, those of a nested record with a dot between, a list of values in
 * one cell with semicolons. The Chinese names are the first words of the fields' descriptions in the contract.
 */
final class CsvColumns {

    private static final Map<Class<?>, CsvColumns> KNOWN = new ConcurrentHashMap<>();
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final List<String> names = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();

    private CsvColumns(Class<?> view) {
        add(view, "", "");
    }

    static CsvColumns of(Class<?> view) {
        return KNOWN.computeIfAbsent(view, CsvColumns::new);
    }

    List<String> header(boolean chinese) {
        return chinese ? labels : names;
    }

    List<String> cells(JsonNode row) {
        return names.stream().map(name -> guarded(text(row.at("/" + name.replace('.', '/'))))).toList();
    }

    private void add(Class<?> view, String prefix, String labelPrefix) {
        for (var component : view.getRecordComponents()) {
            var label = labelPrefix + label(component);
            if (component.getType().isRecord()) {
                add(component.getType(), prefix + component.getName() + ".", label + ".");
            } else {
                names.add(prefix + component.getName());
                labels.add(label);
            }
        }
    }

    private static String label(RecordComponent component) {
        var schema = component.getAccessor().getAnnotation(Schema.class);
        return schema == null ? component.getName() : schema.description().split(" ", 2)[0];
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false).map(CsvColumns::text)
                    .collect(Collectors.joining(";"));
        }
        return value.isMissingNode() || value.isNull() ? "" : value.isObject() ? value.toString() : value.asText();
    }

    /** A spreadsheet program runs a cell that begins like a formula; import removes exactly this quote. */
    private static String guarded(String cell) {
        return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
