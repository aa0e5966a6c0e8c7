package io.zhixing.platform.transition;

import java.time.LocalDate;
import java.util.function.Supplier;

/**
 * What a step is asked of.
 *
 * @param path path key of the organization under which roles are looked for
 * @param since business day of the step before; the next one is not earlier
 * @param facts what the guards judge
 * @param lastHand client and subject of who entered the present version; asked only for steps that need a second person
 */
public record Subject<S extends Enum<S>, F>(S state, long version, String path, LocalDate since, F facts,
        Supplier<String> lastHand) {

    public Subject(S state, long version, String path, LocalDate since, F facts) {
        this(state, version, path, since, facts, () -> {
            throw new IllegalStateException("Who entered the present version is not said");
        });
    }

    public Subject<S, F> lastBy(Supplier<String> hand) {
        return new Subject<>(state, version, path, since, facts, hand);
    }
}
