package io.zhixing.platform.imports;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixing.platform.contract.Label;
import io.zhixing.platform.problem.Echo;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.JsonFaults;
import io.zhixing.platform.problem.KnownFields;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.problem.Violations;

/** Turns rows of a file into values of the kind's record, by the rules of a request body; finds all faults of a row. */
final class RowParser<R extends Record> {

    private static final String CLEAR = "NULL";
    private static final String FORMULA_STARTS = "=+-@\t\r";

    /** A row that could be read, or what is wrong with it. */
    record Parsed<R extends Record>(RawRow raw, ImportRow<R> row, ProblemException refusal) {}

    /** Found once for a file: looked up for each cell they would take longer than the cell. */
    private record Field(String name, ObjectReader reader) {}

    private final Constructor<R> constructor;
    private final List<Field> fields;
    private final ImportColumns columns;
    private final List<ImportColumns.Column> header;
    private final ObjectMapper json;
    private final Validator validator;
    private final MessageInterpolator messages;

    RowParser(Class<R> type, ImportColumns columns, List<ImportColumns.Column> header, ObjectMapper json,
            ValidatorFactory validation) {
        this.constructor = constructor(type);
        this.fields = Arrays.stream(type.getRecordComponents()).map(component -> new Field(component.getName(),
                json.readerFor(json.constructType(component.getGenericType())))).toList();
        this.columns = columns;
        this.header = header;
        this.json = json;
        this.validator = validation.getValidator();
        this.messages = validation.getMessageInterpolator();
    }

    Parsed<R> parse(RawRow raw) {
        try {
            if (raw.isUndecodable()) {
                throw PlatformProblems.ROW_NOT_UTF8.about();
            }
            var cleared = new HashSet<String>();
            var fields = raw.cells() == null ? object(raw.text(), cleared) : cells(raw, cleared);
            return new Parsed<>(raw, new ImportRow<>(raw.row(), value(fields), Set.copyOf(cleared)), null);
        } catch (ProblemException refused) {
            return new Parsed<>(raw, null, refused);
        }
    }

    private ObjectNode cells(RawRow raw, Set<String> cleared) {
        if (raw.cells().size() != header.size()) {
            throw PlatformProblems.ROW_WRONG_LENGTH.about(raw.cells().size(), header.size());
        }
        var fields = json.createObjectNode();
        for (int i = 0; i < header.size(); i++) {
            var column = header.get(i);
            var cell = raw.cells().get(i).strip();
            if (column == null || cell.isEmpty()) {
                continue;
            }
            if (cell.equals(CLEAR)) {
                cleared.add(column.name());
            } else {
                fields.set(column.name(), node(unguarded(cell), column.component().getGenericType()));
            }
        }
        return fields;
    }

    private ObjectNode object(String text, Set<String> cleared) {
        try {
            if (!(json.readTree(text) instanceof ObjectNode fields)) {
                throw PlatformProblems.ROW_MALFORMED.about();
            }
            var faults = new Faults();
            fields.fieldNames().forEachRemaining(name -> {
                if (fields.get(name).isNull()) {
                    cleared.add(name);
                }
                faults.addIf(columns.named(name) == null && !columns.isIgnored(name),
                        PlatformProblems.FIELD_UNKNOWN.at(Place.pointer("/" + Echo.of(name)), name,
                                KnownFields.of(columns.all().stream().map(ImportColumns.Column::name).toList())));
            });
            faults.refuse();
            return fields;
        } catch (JsonProcessingException broken) {
            throw PlatformProblems.ROW_MALFORMED.about();
        }
    }

    private R value(ObjectNode row) {
        var faults = new Faults();
        var values = fields.stream().map(field -> value(row.get(field.name()), field, faults)).toArray();
        faults.refuse();
        var value = made(values);
        var violations = validator.validate(value);
        if (!violations.isEmpty()) {
            throw Violations.refusal(violations, messages);
        }
        return value;
    }

    private static Object value(JsonNode node, Field field, Faults faults) {
        if (node == null || node.isNull()) {
            return null;
        }
        try {
            return field.reader().readValue(node);
        } catch (MismatchedInputException wrong) {
            JsonFaults.at("/" + field.name(), wrong).forEach(faults::add);
            return null;
        } catch (java.io.IOException broken) {
            faults.add(PlatformProblems.FIELD_WRONG_TYPE.at(Place.pointer("/" + field.name()), "JSON"));
            return null;
        }
    }

    private R made(Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException defect) {
            throw new IllegalStateException(defect);
        }
    }

    private static <R> Constructor<R> constructor(Class<R> type) {
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException defect) {
            throw new IllegalStateException(defect);
        }
    }

    /** A cell as the JSON that a caller would have sent; what does not fit stays text and is refused as such. */
    private JsonNode node(String cell, Type type) {
        if (type instanceof ParameterizedType list) {
            var items = json.createArrayNode();
            Arrays.stream(cell.split(";")).map(String::strip).filter(item -> !item.isEmpty())
                    .forEach(item -> items.add(node(item, list.getActualTypeArguments()[0])));
            return items;
        }
        var nodes = json.getNodeFactory();
        if (type == Integer.class || type == Long.class) {
            return cell.matches("-?[0-9]{1,18}") ? nodes.numberNode(Long.parseLong(cell)) : nodes.textNode(cell);
        }
        if (type == Boolean.class) {
            return switch (cell) {
                case "true", "是" -> nodes.booleanNode(true);
                case "false", "否" -> nodes.booleanNode(false);
                default -> nodes.textNode(cell);
            };
        }
        return nodes.textNode(type instanceof Class<?> one && one.isEnum() ? constant(cell, one) : cell);
    }

    /** Enum constants may be written by their Chinese label. */
    private static String constant(String cell, Class<?> type) {
        return Arrays.stream(type.getFields()).filter(field -> field.isAnnotationPresent(Label.class)
                && field.getAnnotation(Label.class).zh().equals(cell)).map(field -> field.getName()).findFirst()
                .orElse(cell);
    }

    /** Export puts a quote before a cell that a spreadsheet program would run; exactly that one is taken away. */
    private static String unguarded(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA_STARTS.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }
}
