package io.zhixing.city.sample;

import java.time.LocalDate;

/** The model campaign: its first and its last day, both included, Asia/Shanghai. */
public final class Campaign {

    public static final LocalDate FROM = LocalDate.of(2016, 2, 28);
    public static final LocalDate TO = LocalDate.of(2017, 4, 26);

    public static final String CODE = "LXYZ2016";

    /** The article's figures, at scale 1. */
    static final int ORGANIZATIONS = 8_885;
    static final int MEMBERS = 180_000;
    static final int COLLECTIVE_SESSIONS = 75_700;
    static final int SECRETARY_LECTURES = 30_000;
    static final int VILLAGES = 1_548;
    static final int GRADED = 175_955;
    static final int QUALIFIED_OR_ABOVE = 170_329;
    static final int PROJECTS = 5_749;
    static final long SPECIAL_FUND_FEN = 2_640_000_000L;
    static final long INVESTED_FEN = 18_700_000_000L;
    static final long PENSION_FEN = 33_200_000_000L;
    static final long COMPENSATION_FEN = 4_618_870_000L;

    /** The year of the appraisal, and the day whose rolls it takes: one for the city. */
    public static final int APPRAISAL_YEAR = 2016;
    public static final LocalDate APPRAISED_ON = LocalDate.of(2016, 12, 31);

    private Campaign() {}

    /** A figure of the whole city at a part of its size, rounded half up. */
    public static int scaled(long whole, double scale) {
        return Math.toIntExact(Math.round(whole * scale));
    }

    static long scaledFen(long whole, double scale) {
        return Math.round(whole * scale);
    }
}
