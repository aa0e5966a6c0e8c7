package io.zhixing.acceptance.canary;

/**
 * Where a canary may be found.
 *
 * @param kind log, table, topic, metrics, problem, answer, header, file, statement
 * @param name for tables {@code service.table.column}
 * @param rule what may be in it
 */
public record Place(String kind, String name, Rule rule) {

    /** What may be found in a place. */
    public enum Rule {
        NOTHING,
        /** What the inventory declares for the column of this name. */
        AS_DECLARED,
        /** Names and free texts, but no numbers and tokens: answers, and the files under the tables. */
        NAMES_AND_TEXTS
    }

    static Place closed(String kind, String name) {
        return new Place(kind, name, Rule.NOTHING);
    }

    static Place column(String service, String table, String column) {
        return new Place("table", service + "." + table + "." + column, Rule.AS_DECLARED);
    }

    static Place open(String kind, String name) {
        return new Place(kind, name, Rule.NAMES_AND_TEXTS);
    }

    boolean may(Canary canary, Declarations declared) {
        if (canary.kind() == Canary.Kind.NOWHERE) {
            return false;
        }
        return switch (rule) {
            case NOTHING -> false;
            case AS_DECLARED -> declared.mayHoldWords(name);
            case NAMES_AND_TEXTS -> true;
        };
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
