package io.zhixing.platform.time;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import com.github.f4b6a3.uuid.UuidCreator;

/** Ids of aggregates and events: UUIDv7, so that rows written together lie together. Never for ballots: the id tells its time. */
public final class Ids {

    private static final Pattern FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** The id that a caller wrote, in its one form; empty when it is none. {@link UUID#fromString} takes {@code 1-2-3-4-5} for one. */
    public static Optional<UUID> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
