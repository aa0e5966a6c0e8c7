package io.zhixing.acceptance.canary;

/**
 * A text that nobody writes by chance: wherever it is found, it has come from where it was put in.
 *
 * @param label what it stands for, told instead of the text
 */
public record Canary(Kind kind, String label, String text) {

    /** What may be where. */
    public enum Kind {
        /** In no place at all: numbers of persons, and tokens. */
        NOWHERE,
        /** In columns that the inventory declares for names and free texts, and in answers to those who may see them. */
        DECLARED
    }

    static Canary nowhere(String label, String text) {
        return new Canary(Kind.NOWHERE, label, text);
    }

    static Canary declared(String label, String text) {
        return new Canary(Kind.DECLARED, label, text);
    }
}
