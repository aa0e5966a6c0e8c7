package io.zhixing.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.audit.AuditVerification.AuditFault;
import io.zhixing.platform.audit.AuditVerification.FirstFault;
import io.zhixing.platform.list.Cursor;
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
    /** With the batch in hand at its end less than the minute that a transaction may take. */
    private static final Duration STRETCH = Duration.ofSeconds(40);

    private final Sql database;
    private final Cursor cursors;

    AuditEntries(Sql database, Cursor cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    /** How far a walk has come, and what it met. */
    private record Reached(UUID organization, UUID shard, long seq, int entries, String fault) {

        static Reached read(ResultSet row) throws SQLException {
            return new Reached(row.getObject("organization_id", UUID.class), row.getObject("shard", UUID.class),
                    row.getLong("seq"), row.getInt("entries"), row.getString("fault"));
        }

        static Reached at(List<String> words) {
            return new Reached(UUID.fromString(words.get(0)), UUID.fromString(words.get(1)),
                    Long.parseLong(words.get(2)), 0, null);
        }

        List<String> words() {
            return List.of(organization.toString(), shard.toString(), Long.toString(seq));
        }
    }

    /**
     * Walks the chains of this organization, or all when it is null, until the end, the first fault, this many entries, or as
     * long as one transaction may take; then the answer says where to go on.
     *
     * @param cursor of the answer before; null for the beginning
     */
    AuditVerification verify(UUID organization, String cursor, int most) {
        var lowest = organization == null ? AuditEntry.NONE : organization;
        var highest = organization == null ? HIGHEST : organization;
        var binding = "audit-verification|" + organization;
        var reached = cursor == null
                ? new Reached(lowest, AuditEntry.NONE, 0, 0, null)
                : Reached.at(cursors.read(binding, cursor));
        long entries = 0;
        boolean more = true;
        long begun = System.nanoTime();
        while (more && entries < most && System.nanoTime() - begun < STRETCH.toNanos()) {
            int batch = (int) Math.min(BATCH, most - entries);
            reached = database.one("select * from audit_verify(?, ?, ?, ?, ?, ?)", Reached::read, lowest, highest,
                    reached.organization(), reached.shard(), reached.seq(), batch);
            entries += reached.entries();
            more = reached.fault() == null && reached.entries() == batch;
        }
        return new AuditVerification(reached.fault() == null, entries, fault(reached),
                more ? cursors.write(binding, reached.words()) : null);
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
