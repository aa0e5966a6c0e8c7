package io.zhixing.platform.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.zhixing.platform.audit.AuditVerification.AuditFault;
import io.zhixing.platform.audit.AuditVerification.FirstFault;
import io.zhixing.platform.list.Listing;

/** The trail as the audit administrator reads it; row-level security hides it from everybody else. */
@Singleton
class AuditEntries {

    static final Listing<AuditEntry> LISTING = Listing.of(AuditEntry.class, "a.*", "audit_entry a", AuditEntry::read)
            .orderedBy("at", "a.at", "timestamptz", "a.organization_id", "uuid", "a.shard", "uuid", "a.seq", "bigint")
            .filter("object", "a.object_id = ?")
            .filter("actor", "a.actor = ?")
            .filter("organization", "a.organization_id = ?")
            .filter("enteredFrom", "a.at >= (?::date)::timestamp at time zone 'Asia/Shanghai'")
            .filter("enteredTo", "a.at < (?::date + 1)::timestamp at time zone 'Asia/Shanghai'");

    private static final UUID HIGHEST = new UUID(-1, -1);
    private static final int BATCH = 5_000;

    private final AgroalDataSource database;

    AuditEntries(AgroalDataSource database) {
        this.database = database;
    }

    /** How far a walk has come, and what it met. */
    private record Reached(UUID organization, UUID shard, long seq, int entries, String fault) {

        static Reached read(ResultSet row) throws SQLException {
            return new Reached(row.getObject("organization_id", UUID.class), row.getObject("shard", UUID.class),
                    row.getLong("seq"), row.getInt("entries"), row.getString("fault"));
        }
    }

    /** Walks the chains of this organization, or all when it is null, until the end or the first fault. */
    AuditVerification verify(UUID organization) {
        var lowest = organization == null ? AuditEntry.NONE : organization;
        var highest = organization == null ? HIGHEST : organization;
        try (var connection = database.getConnection()) {
            long entries = 0;
            var reached = new Reached(lowest, AuditEntry.NONE, 0, BATCH, null);
            while (reached.fault() == null && reached.entries() == BATCH) {
                reached = next(connection, lowest, highest, reached);
                entries += reached.entries();
            }
            return new AuditVerification(reached.fault() == null, entries, fault(reached));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Reached next(Connection connection, UUID lowest, UUID highest, Reached from) throws SQLException {
        try (var statement = connection.prepareStatement("select * from audit_verify(?, ?, ?, ?, ?, ?)")) {
            statement.setObject(1, lowest);
            statement.setObject(2, highest);
            statement.setObject(3, from.organization());
            statement.setObject(4, from.shard());
            statement.setLong(5, from.seq());
            statement.setInt(6, BATCH);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return Reached.read(rows);
            }
        }
    }

    private static FirstFault fault(Reached reached) {
        return reached.fault() == null
                ? null
                : new FirstFault(named(reached.organization()), named(reached.shard()), reached.seq(),
                        AuditFault.valueOf(reached.fault()));
    }

    private static UUID named(UUID id) {
        return AuditEntry.NONE.equals(id) ? null : id;
    }
}
