package io.zhixing.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.audit.AuditVerification.AuditFault;
import io.zhixing.platform.audit.AuditVerification.FirstFault;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;

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

    private final Sql database;

    AuditEntries(Sql database) {
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
        long entries = 0;
        var reached = new Reached(lowest, AuditEntry.NONE, 0, BATCH, null);
        while (reached.fault() == null && reached.entries() == BATCH) {
            reached = database.one("select * from audit_verify(?, ?, ?, ?, ?, ?)", Reached::read, lowest, highest,
                    reached.organization(), reached.shard(), reached.seq(), BATCH);
            entries += reached.entries();
        }
        return new AuditVerification(reached.fault() == null, entries, fault(reached));
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
