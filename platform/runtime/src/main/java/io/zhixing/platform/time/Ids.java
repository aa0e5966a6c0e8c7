package io.zhixing.platform.time;

import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;

/** Ids of aggregates and events: UUIDv7, so that rows written together lie together. Never for ballots: the id tells its time. */
public final class Ids {

    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
