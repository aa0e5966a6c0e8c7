package io.zhixing.acceptance.faults.oracle;

import java.util.UUID;

/** Keys of events that the harness itself puts into a topic, told by their beginning: no service makes such ids. */
public final class Forged {

    private static final long BEGINNING = 0xFA_17_00_00_00_00_40_00L;

    private Forged() {}

    public static String key(long number) {
        return new UUID(BEGINNING, 0x8000_0000_0000_0000L | number).toString();
    }

    static boolean isForged(String key) {
        return UUID.fromString(key).getMostSignificantBits() == BEGINNING;
    }
}
