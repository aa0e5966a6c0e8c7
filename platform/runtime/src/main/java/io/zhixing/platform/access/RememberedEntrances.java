package io.zhixing.platform.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

/**
 * Where organizations were when they were named last: a guess that spares a call that reads the round trip before its first
 * question. Nothing is answered by it alone. The first question takes the {@link Entrance} along, and a call that has guessed
 * wrongly is made once more (ADR 0025).
 */
@Singleton
class RememberedEntrances {

    /** Beyond this many all are asked for anew: what is remembered must not grow without end. */
    private static final int MOST = 20_000;

    private final Map<Entrance, List<Entrance.Named>> answers = new ConcurrentHashMap<>();

    Optional<List<Entrance.Named>> guess(Entrance entrance) {
        return Optional.ofNullable(answers.get(entrance));
    }

    void remember(Entrance entrance, List<Entrance.Named> answer) {
        if (answers.size() >= MOST) {
            answers.clear();
        }
        answers.put(entrance, answer);
    }
}
