package io.zhixing.platform.testing.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.apache.commons.csv.CSVRecord;

/** One row of the inventory: what is said of some fields of one holder. */
record Declared(long line, String kind, String service, String holder, List<String> fields, String classification,
        String text, String purpose, String retention, String mask) {

    static final List<String> HEADER = List.of("kind", "service", "holder", "fields", "class", "text", "purpose",
            "retention", "mask");
    /** Holder and service of rows that hold wherever the field is. */
    static final String EVERY = "*";

    private static final Set<String> KINDS = Set.of("table", "contract", "event");
    private static final Set<String> CLASSES = Set.of("public", "internal", "personal", "sensitive", "secret");
    private static final Set<String> TEXTS = Set.of("", "code", "name", "free");
    private static final Map<String, Field.Form> WILDCARDS = Map.of("*id", Field.Form.ID, "*instant",
            Field.Form.INSTANT, "*version", Field.Form.VERSION);

    static Declared of(CSVRecord row) {
        return new Declared(row.getRecordNumber() + 1, row.get("kind"), row.get("service"), row.get("holder"),
                List.of(row.get("fields").trim().split("\\s+")), row.get("class"), row.get("text"), row.get("purpose"),
                row.get("retention"), row.get("mask"));
    }

    boolean isOf(Field field) {
        return isAbout(field) && holder.equals(field.holder()) && fields.contains(field.name());
    }

    boolean coversByForm(Field field) {
        return isAbout(field) && (holder.equals(EVERY) || holder.equals(field.holder()))
                && fields.stream().anyMatch(name -> WILDCARDS.get(name) == field.form());
    }

    boolean isFreeText() {
        return text.equals("free");
    }

    /** Names in this row that are no wildcards. */
    List<String> names() {
        return fields.stream().filter(name -> !WILDCARDS.containsKey(name)).toList();
    }

    /** What is wrong with the row by itself. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        faultIf(!KINDS.contains(kind), "kind is not one of " + KINDS, faults);
        faultIf(!CLASSES.contains(classification), "class is not one of " + CLASSES, faults);
        faultIf(!TEXTS.contains(text), "text is not one of code, name, free or empty", faults);
        faultIf(purpose.isBlank() || retention.isBlank(), "purpose and retention must be said", faults);
        faultIf(List.of("sensitive", "secret").contains(classification) && mask.isBlank(),
                "say how a " + classification + " field is shown, or that it is never", faults);
        faultIf(isFreeText() && List.of("public", "internal").contains(classification),
                "whoever writes free text may name a person: at least personal", faults);
        faultIf(holder.equals(EVERY) && !names().isEmpty(),
                "only ids, versions and instants are declared for every holder: " + names(), faults);
        faultIf(names().size() < fields.size() && !List.of("public", "internal").contains(classification),
                "a field that is more than internal is named", faults);
        return faults;
    }

    private void faultIf(boolean wrong, String fault, List<String> faults) {
        if (wrong) {
            faults.add("line " + line + ": " + fault);
        }
    }

    private boolean isAbout(Field field) {
        return kind.equals(field.kind().name().toLowerCase(Locale.ROOT))
                && (service.equals(EVERY) || service.equals(field.service()));
    }
}
