package io.zhixing.acceptance;

import java.util.stream.IntStream;

import io.zhixing.platform.infrastructure.Ports;

/** Where a city's ports begin: as usual, or further up where another build on this computer holds one of them. */
public final class PortBase {

    private static final int SIDE_BY_SIDE = 13;
    private static final int STEP = 1_000;
    /** Beyond them begin the ports that the system gives to whoever asks for any. */
    private static final int TRIES = 4;

    private PortBase() {}

    public static int from(int usual) {
        return IntStream.range(0, TRIES).map(i -> usual + i * STEP)
                .filter(base -> IntStream.range(base, base + SIDE_BY_SIDE).allMatch(Ports::isFree)).findFirst()
                .orElseThrow(
                        () -> new AssertionError("The ports from " + usual + " on are taken, and those after them"));
    }
}
