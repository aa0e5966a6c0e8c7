package io.zhixing.city;

import java.util.List;

/** Why the city cannot start or go on: one line in each language, and the exit code of the launcher. */
public final class CityFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public static final int FAILED = 1;
    public static final int WRONG_OPTIONS = 2;
    public static final int FIGURES_DIFFER = 3;

    private final String zh;
    private final String en;
    private final int exitCode;
    private final transient List<String> details;

    public CityFailure(int exitCode, String zh, String en, List<String> details) {
        super(en);
        this.exitCode = exitCode;
        this.zh = zh;
        this.en = en;
        this.details = details;
    }

    public CityFailure(int exitCode, String zh, String en) {
        this(exitCode, zh, en, List.of());
    }

    public CityFailure(String zh, String en) {
        this(FAILED, zh, en);
    }

    /** What to show above the line, such as the end of a log. */
    public List<String> details() {
        return details;
    }

    public int exitCode() {
        return exitCode;
    }

    /** Both languages on one line. */
    public String line() {
        return zh + " / " + en;
    }
}
