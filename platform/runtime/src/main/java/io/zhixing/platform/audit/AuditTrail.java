package io.zhixing.platform.audit;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.Arc;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.sql.Sql;

/**
 * Writes into the audit trail what is no published change; those enter it with their event, see
 * {@code append_events}. The trail is chained and never altered: db/platform/V6__audit.sql.
 */
@Singleton
public class AuditTrail {

    private static final String NOTE = "select audit_note(?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Sql database;
    private final Sql apart;
    private final Access access;
    private final AuditedCall call;

    AuditTrail(Sql database, @DataSource("pipeline") AgroalDataSource apart, Access access,
            AuditedCall call) {
        this.database = database;
        this.apart = new Sql(apart);
        this.access = access;
        this.call = call;
    }

    /** With its effect or not at all; needs a running transaction that may write. */
    public void within(AuditNote note) {
        database.call(NOTE, values(null, note, Trace.parent()));
        changed();
    }

    /** The same with an effect on a connection of the pipeline, inside its transaction. */
    public void within(Connection pipeline, AuditNote note) throws SQLException {
        Sql.call(pipeline, NOTE, values(access.author(), note, Trace.parent()));
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
        apart.call(NOTE, values(author, note, traceparent));
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

    private static Object[] values(String author, AuditNote note, String traceparent) {
        return new Object[]{author, note.organization(), note.action(), note.objectType(), note.object(),
                note.purpose(), note.rows(), note.result(), traceparent};
    }
}
