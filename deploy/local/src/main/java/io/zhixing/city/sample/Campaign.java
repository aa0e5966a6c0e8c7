package io.zhixing.city.sample;

import java.time.LocalDate;

/** The model campaign: its first and its last day, both included, Asia/Shanghai. */
public final class Campaign {

    public static final LocalDate FROM = LocalDate.of(2016, 2, 28);
    public static final LocalDate TO = LocalDate.of(2017, 4, 26);

    /** The article's figures, at scale 1. */
    static final int ORGANIZATIONS = 8_885;
    static final int MEMBERS = 180_000;
    static final int COLLECTIVE_SESSIONS = 75_700;
    static final int SECRETARY_LECTURES = 30_000;
    static final int VILLAGES = 1_548;

    private Campaign() {}

    /** A figure of the whole city at a part of its size, rounded half up. */
    public static int scaled(long whole, double scale) {
        return Math.toIntExact(Math.round(whole * scale));
    }
}
