package io.zhixing.acceptance.faults.oracle;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.zhixing.acceptance.faults.FaultCity;

/** The events that a reader says it has taken: noted in its inbox, applied or parked. */
public final class Taken {

    private Taken() {}

    public static Set<UUID> by(Reader reader, FaultCity city) {
        return city.pairs(reader.service(),
                "select event_id::text, '' from inbox where consumer = '" + reader.consumer() + "'").keySet().stream()
                .map(UUID::fromString).collect(Collectors.toCollection(HashSet::new));
    }
}
