package io.zhixing.platform.problem;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.IgnoredPropertyException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.zhixing.platform.json.Text;

/** Names the place in the body at which reading it failed. Never echoes the value: it may be personal. */
public final class JsonFaults {

    private JsonFaults() {}

    static ProblemException refusal(MismatchedInputException failure) {
        return new ProblemException(List.of(fault(failure)));
    }

    /** The fault of one value that was read apart from its document, as it would stand there. */
    public static List<Fault> at(String pointer, MismatchedInputException failure) {
        var fault = fault(failure);
        return List.of(new Fault(Place.pointer(pointer + fault.place().pointer()), fault.problem(), fault.arguments()));
    }

    static ProblemException malformed(JsonProcessingException failure) {
        var location = failure.getLocation();
        var where = location == null ? "?" : location.getLineNr() + ":" + location.getColumnNr();
        if (failure instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return new ProblemException(
                    List.of(PlatformProblems.BODY_MALFORMED.at(Place.pointer(pointer(mapping)), where)));
        }
        return PlatformProblems.BODY_MALFORMED.about(where);
    }

    private static Fault fault(MismatchedInputException failure) {
        var place = Place.pointer(pointer(failure));
        if (failure instanceof IgnoredPropertyException readOnly) {
            return PlatformProblems.FIELD_READ_ONLY.at(place, readOnly.getPropertyName());
        }
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return PlatformProblems.FIELD_UNKNOWN.at(place, unknown.getPropertyName(), known(unknown));
        }
        return PlatformProblems.FIELD_WRONG_TYPE.at(place,
                failure instanceof Text.NotPlain ? Phrase.PLAIN_TEXT : expected(failure.getTargetType()));
    }

    /** As the record declares them, which is the order of the contract; the reader itself knows them in none. */
    private static KnownFields known(UnrecognizedPropertyException failure) {
        var known = new TreeSet<String>();
        if (failure.getKnownPropertyIds() != null) {
            failure.getKnownPropertyIds().forEach(name -> known.add(String.valueOf(name)));
        }
        var ordered = new LinkedHashSet<String>();
        if (failure.getReferringClass().isRecord()) {
            Arrays.stream(failure.getReferringClass().getRecordComponents()).map(RecordComponent::getName)
                    .filter(known::contains).forEach(ordered::add);
        }
        ordered.addAll(known);
        return KnownFields.of(ordered);
    }

    private static String expected(Class<?> type) {
        if (type == null) {
            return "JSON";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining("|"));
        }
        return switch (type.getSimpleName()) {
            case "LocalDate" -> "YYYY-MM-DD";
            case "Instant", "OffsetDateTime" -> "YYYY-MM-DDThh:mm:ss+08:00";
            case "UUID" -> "UUID";
            case "String" -> "string";
            case "Integer", "int", "Long", "long", "Short", "short" -> "integer";
            case "Boolean", "boolean" -> "true|false";
            case "List", "ArrayList", "Set" -> "array";
            default -> "object";
        };
    }

    private static String pointer(JsonMappingException failure) {
        var pointer = new StringBuilder();
        for (var reference : failure.getPath()) {
            pointer.append('/');
            if (reference.getFieldName() != null) {
                pointer.append(Echo.of(reference.getFieldName()).replace("~", "~0").replace("/", "~1"));
            } else {
                pointer.append(reference.getIndex());
            }
        }
        return pointer.toString();
    }
}
