package io.zhixing.sample;

import static io.zhixing.platform.testing.Eventually.eventually;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.api.Test;

/** A chunk may take longer than the lease of its import: the job is still of the one who works on it. */
@QuarkusTest
class ImportTurnTest {

    private static final String LOCK = "hashtext('zhixing-import'), hashtext(?)";

    @Inject
    Folders folders;

    @Test
    void an_import_whose_lease_ran_out_is_not_taken_while_somebody_is_at_work_on_it() throws SQLException {
        // Given
        var folder = folders.top();
        try (var contested = Database.asApplication().within(folder.path()).connect();
                var elsewhere = Database.asApplication().connect()) {
            var job = waiting(contested, folder);
            assertEquals("held", lock(elsewhere,
                    "select case when pg_try_advisory_xact_lock(" + LOCK + ") then 'free' else 'held' end", job));
            elsewhere.setAutoCommit(false);
            eventually(() -> assertEquals(1, Imports.cancelled().size()));
            lock(elsewhere, "select pg_advisory_xact_lock(" + LOCK + ")", job);   // as another instance whose chunk takes long
            leaseRanOut(job);
            // When
            Imports.by(folder).ended(Imports.file(folder, 1)).then().body("state", is("COMPLETED"));
            // Then
            assertEquals("RUNNING 0 rows, turn 1", standing(job));
            elsewhere.rollback();
            contested.rollback();
            eventually(() -> assertEquals("COMPLETED 1 rows, turn 2", standing(job)));
        }
    }

    @Test
    void what_another_has_taken_since_is_neither_counted_nor_failed_by_the_first() throws SQLException {
        // Given
        var folder = folders.top();
        try (var contested = Database.asApplication().within(folder.path()).connect()) {
            var job = waiting(contested, folder);
            // When
            takenByAnother(job);
            contested.rollback();
            Imports.by(folder).ended(Imports.file(folder, 1)).then().body("state", is("COMPLETED"));
            // Then
            assertEquals("RUNNING 0 rows, turn 2", standing(job));
            leaseRanOut(job);
            eventually(() -> assertEquals("COMPLETED 1 rows, turn 3", standing(job)));
        }
    }

    /** An import of one row that waits for another transaction. */
    private static String waiting(Connection contested, Folders.Folder folder) throws SQLException {
        var title = Imports.title();
        Imports.writeWithoutCommit(contested, folder, title);
        var sent = Imports.by(folder)
                .send("title,folder,writtenOn\r\n" + title + "," + folder.code() + ",2016-07-01\r\n");
        eventually(() -> assertEquals(1, Imports.waiting()));
        return sent.header("Location").substring(sent.header("Location").lastIndexOf('/') + 1);
    }

    private static String lock(Connection connection, String sql, String job) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, job);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static void takenByAnother(String job) {
        Database.asApplication().query("update import_job set turn = turn + 1 where id = ?::uuid returning id",
                row -> row.getString(1), job);
    }

    private static void leaseRanOut(String job) {
        Database.asApplication().query(
                "update import_job set lease_until = '-infinity' where id = ?::uuid returning id",
                row -> row.getString(1), job);
    }

    private static String standing(String job) {
        return Database.asApplication().query("""
                select state || ' ' || rows_read || ' rows, turn ' || turn from import_job where id = ?::uuid""",
                row -> row.getString(1), job).get(0);
    }
}
