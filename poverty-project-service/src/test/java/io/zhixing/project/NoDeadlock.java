package io.zhixing.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Over every test: nobody waited for somebody who waited for him. The database ends a deadlock by refusing one of the two, who
 * tries again and passes: without this count no answer would tell of it.
 */
final class NoDeadlock implements BeforeEachCallback, AfterEachCallback {

    private long before;

    @Override
    public void beforeEach(ExtensionContext context) {
        before = deadlocks();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertEquals(before, deadlocks(), "deadlocks");
    }

    private static long deadlocks() {
        return Database.asApplication().query(
                "select deadlocks from pg_stat_database where datname = current_database()", row -> row.getLong(1))
                .get(0);
    }
}
