package io.zhixing.city;

/** Why the city cannot start or go on: one line in each language, and the exit code of the launcher. */
public final class CityFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public static final int FAILED = 1;
    public static final int WRONG_OPTIONS = 2;
    public static final int FIGURES_DIFFER = 3;

    private final String zh;
    private final String en;
    private final int exitCode;

    public CityFailure(int exitCode, String zh, String en) {
        super(en);
        this.exitCode = exitCode;
        this.zh = zh;
        this.en = en;
    }

    public CityFailure(String zh, String en) {
        this(FAILED, zh, en);
    }

    public int exitCode() {
        return exitCode;
    }

    /** Both languages on one line. */
    public String line() {
        return zh + " / " + en;
    }
}
