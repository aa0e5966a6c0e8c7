package io.zhixing.acceptance.faults;

/** Something that fails, and what must be so in spite of it. The oracle judges what stands in the end. */
public interface Fault {

    /** As the design numbers it. */
    String number();

    String zh();

    String en();

    /** What is believed to hold, in a sentence. */
    String hypothesis();

    /** Lets the load begin, fails something and mends it; the load goes on until the trial ends it. */
    void strike(Trial trial);

    /** What must be seen once all is at rest, beside the properties. */
    default void atRest(Trial trial) {}
}
