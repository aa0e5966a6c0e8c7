package io.zhixing.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class DatabaseProblemsTest {

    @Test
    void a_database_that_dies_at_the_commit_is_away_for_a_moment() {
        // Given: the transaction manager tells the cause of a failed commit as suppressed
        var died = new SQLException("terminating connection due to unexpected postmaster exit", "57P01");
        var branch = new IllegalStateException("one branch", died);
        var commit = new IllegalStateException("Could not commit transaction");
        commit.addSuppressed(branch);
        // When
        var found = DatabaseProblems.find(new RuntimeException(commit));
        // Then
        assertEquals(Optional.of(died), found);
        assertTrue(DatabaseProblems.isMomentary(new RuntimeException(commit)));
    }

    @Test
    void a_failure_without_the_database_is_not_for_a_moment() {
        assertFalse(DatabaseProblems.isMomentary(new IllegalStateException("defect")));
    }
}
