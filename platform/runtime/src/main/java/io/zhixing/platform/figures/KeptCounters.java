package io.zhixing.platform.figures;

/** Counters that a service keeps beside what they count. A bean of this kind is compared with a recount by {@link Recounts}. */
public interface KeptCounters {

    /** The table's name; the label of the metric. */
    String name();

    /**
     * A query of one row with one number: how many counters are not those of a recount from what they count. It runs in one
     * statement, so that it sees both as of one moment, and with the rights of the pipeline.
     */
    String differences();
}
