package io.zhixing.session.directory;

import java.sql.Array;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;

/** Organizations, members and posts as far as their events have come. */
@Singleton
public class Directory {

    private final AgroalDataSource database;

    Directory(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * One statement whatever the number of attendees; needs the transaction that records the session, because the
     * directory is held still until its commit where the answer could change under it.
     */
    public StudyFacts factsOf(UUID host, LocalDate day, Collection<UUID> attendees, Collection<UUID> lecturers) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        """
                        select path, type, state, active_from, active_to, known, own, secretaries
                        from study_facts(?, ?, ?, ?)""")) {
            statement.setObject(1, host);
            statement.setObject(2, day);
            statement.setArray(3, connection.createArrayOf("uuid", attendees.toArray()));
            statement.setArray(4, connection.createArrayOf("uuid", lecturers.toArray()));
            try (var row = statement.executeQuery()) {
                row.next();
                return new StudyFacts(row.getString("path"), row.getString("type"), row.getString("state"),
                        row.getObject("active_from", LocalDate.class), row.getObject("active_to", LocalDate.class),
                        ids(row.getArray("known")),
                        ids(row.getArray("own")), ids(row.getArray("secretaries")));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Set<UUID> ids(Array array) throws SQLException {
        return new HashSet<>(Arrays.asList((UUID[]) array.getArray()));
    }
}
