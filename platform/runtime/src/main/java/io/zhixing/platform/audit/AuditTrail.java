package io.zhixing.platform.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.Arc;
import io.zhixing.platform.access.Access;

/**
 * Writes into the audit trail what is no published change; those enter it with their event, see
 * {@code append_events}. The trail is chained and never altered: db/platform/V6__audit.sql.
 */
@Singleton
public class AuditTrail {

    private final AgroalDataSource database;
    private final AgroalDataSource apart;
    private final Access access;
    private final AuditedCall call;

    AuditTrail(AgroalDataSource database, @DataSource("pipeline") AgroalDataSource apart, Access access,
            AuditedCall call) {
        this.database = database;
        this.apart = apart;
        this.access = access;
        this.call = call;
    }

    /** With its effect or not at all; needs a running transaction that may write. */
    public void within(AuditNote note) {
        try (var connection = database.getConnection()) {
            write(connection, null, note, Trace.parent());
            changed();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The same with an effect on a connection of the pipeline, inside its transaction. */
    public void within(Connection pipeline, AuditNote note) throws SQLException {
        write(pipeline, access.author(), note, Trace.parent());
        changed();
    }

    /**
     * In a transaction of its own, committed when this returns, whatever becomes of the call: for what is handed out
     * and for what is refused. Call it before the answer leaves.
     */
    public void apart(AuditNote note) {
        apart(access.author(), note, Trace.parent());
    }

    /** The pipeline's connections: a call that holds one of the application's must not wait for a second of them. */
    void apart(String author, AuditNote note, String traceparent) {
        try (var connection = apart.getConnection()) {
            write(connection, author, note, traceparent);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The call in hand has left an entry. */
    public void changed() {
        if (Arc.container().requestContext().isActive()) {
            call.enter();
        }
    }

    boolean isChanged() {
        return call.entered();
    }

    private static void write(Connection connection, String author, AuditNote note, String traceparent)
            throws SQLException {
        try (var statement = connection.prepareStatement("select audit_note(?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            statement.setString(1, author);
            statement.setObject(2, note.organization(), Types.OTHER);
            statement.setString(3, note.action());
            statement.setString(4, note.objectType());
            statement.setObject(5, note.object(), Types.OTHER);
            statement.setString(6, note.purpose());
            statement.setObject(7, note.rows(), Types.BIGINT);
            statement.setString(8, note.result());
            statement.setString(9, traceparent);
            statement.execute();
        }
    }
}
