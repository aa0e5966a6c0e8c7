package io.zhixing.platform.list;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhixing.platform.access.CallScope;
import io.zhixing.platform.audit.AuditNote;
import io.zhixing.platform.audit.AuditTrail;

/** Streams all rows of a list out of one snapshot, and tells the audit trail. */
@Singleton
class ListExports {

    private static final int FETCH = 500;
    private static final int SECONDS = 600;

    private final AgroalDataSource database;
    private final CallScope scope;
    private final AuditTrail trail;

    ListExports(AgroalDataSource database, CallScope scope, AuditTrail trail) {
        this.database = database;
        this.scope = scope;
        this.trail = trail;
    }

    /** The trail learns of an export before its first row and after its last, or after the one at which it broke. */
    <V> void write(Asked<V> asked, RowStream.Sink<V> sink) throws IOException {
        var subject = asked.query().subject();
        trail.apart(AuditNote.of("export-started").about(subject, null));
        var rows = new AtomicLong();
        var result = "EXPORT_BROKEN";
        try {
            stream(asked, row -> {
                sink.accept(row);
                rows.incrementAndGet();
            });
            result = "DONE";
        } finally {
            trail.apart(AuditNote.of("export-finished").about(subject, null).rows(rows.get()).ended(result));
        }
    }

    private <V> void stream(Asked<V> asked, RowStream.Sink<V> sink) throws IOException {
        scope.snapshot();
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(SECONDS));
        try (var connection = database.getConnection()) {
            for (var area : asked.areas()) {
                var selection = asked.selection(area);
                try (var statement = connection.prepareStatement(selection.rows(0))) {
                    selection.bind(statement, 1);
                    statement.setFetchSize(FETCH);
                    try (var found = statement.executeQuery()) {
                        while (found.next()) {
                            sink.accept(asked.listing().reader().read(found));
                        }
                    }
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
