package io.zhixing.organization.rule;

/** One dated rule as it was in force on a day: a number with its source; what it counts is said by its code. */
public record Rule(String code, long value, Severity severity, String source, String certainty) {

    /** What a deviation means: the command is refused, or it is recorded and shown. */
    public enum Severity {
        ERROR,
        WARNING,
        INFO
    }
}
