package io.zhixing.organization.register;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;

import io.zhixing.platform.chore.Chores;
import io.zhixing.platform.sql.Sql;

/**
 * Folds counts upwards every second; what waits meanwhile is summed by whoever asks. {@link RegisterCounters} says how they
 * are compared with a recount.
 */
@Singleton
class RegisterFolding {

    private static final int MOST = 5_000;
    /** What is kept and folded: the register, and progress with key tasks. */
    private static final List<String> COUNTS = List.of("register", "key_tasks");
    private static final Duration SHORTEST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofSeconds(10);
    /** As many times as long as it worked: beside an import, folding takes a tenth of the time, and sums stay right. */
    private static final int RESTS = 9;

    private final Chores chores;

    RegisterFolding(Chores chores) {
        this.chores = chores;
    }

    void start(@Observes Startup started) {
        chores.repeat("register-folding", SHORTEST_REST, RegisterFolding::rest, this::foldAll);
    }

    private void foldAll() {
        COUNTS.forEach(counts -> chores.inPortions(MOST,
                connection -> Sql.one(connection, "select fold_" + counts + "(?)", row -> row.getInt(1), MOST)));
    }

    private static Duration rest(Duration worked) {
        var rest = worked.multipliedBy(RESTS);
        return rest.compareTo(SHORTEST_REST) < 0
                ? SHORTEST_REST
                : rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }
}
