package io.zhixing.organization;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A JSON body, right unless a test makes one thing wrong. */
final class Body {

    private final Map<String, String> fields = new LinkedHashMap<>();

    Body with(String field, String text) {
        return raw(field, "\"" + text + "\"");
    }

    /** @param json as it stands in the body: {@code 5}, {@code true}, {@code ["a"]} */
    Body raw(String field, String json) {
        fields.put(field, json);
        return this;
    }

    Body without(String field) {
        fields.remove(field);
        return this;
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    String get(String field) {
        return fields.get(field).replace("\"", "");
    }

    @Override
    public String toString() {
        return fields.entrySet().stream().map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
