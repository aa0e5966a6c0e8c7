package io.zhixing.organization.dues;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.platform.access.Caller;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

/** Receipts of many members by one statement each for reading and writing: the path of imports. */
@ApplicationScoped
class ReceiptRows {

    private final Sql database;
    private final Caller caller;

    ReceiptRows(Sql database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** One receipt, as it is stored and as a row states it. */
    record Receipt(UUID id, UUID member, ReceiptKind kind, LocalDate through, long amountFen, LocalDate on,
            String reason) {

        boolean saysTheSameAs(Receipt other) {
            return member.equals(other.member) && kind == other.kind && through.equals(other.through)
                    && amountFen == other.amountFen && on.equals(other.on);
        }
    }

    Map<UUID, DuesBook.Paid> paid(Collection<UUID> members) {
        return database.map("select member_id, paid_through, entered_by from dues_standing where member_id = any (?)",
                row -> row.getObject(1, UUID.class),
                row -> new DuesBook.Paid(row.getObject(2, LocalDate.class), row.getString(3)), SqlArray.uuids(members));
    }

    Map<UUID, List<Receipt>> received(Collection<UUID> members) {
        return database.grouped("""
                select id, member_id, kind, paid_through, amount_fen, received_on, reason
                from dues_receipt where member_id = any (?)""", row -> row.getObject("member_id", UUID.class),
                row -> new Receipt(row.getObject("id", UUID.class), row.getObject("member_id", UUID.class),
                        ReceiptKind.valueOf(row.getString("kind")), row.getObject("paid_through", LocalDate.class),
                        row.getLong("amount_fen"), row.getObject("received_on", LocalDate.class),
                        row.getString("reason")),
                SqlArray.uuids(members));
    }

    /**
     * Needs the transaction of the import, in which the members are locked.
     *
     * @param through how far each of the members has paid now
     */
    void write(List<Receipt> receipts, Map<UUID, LocalDate> through) {
        var recorder = caller.name();
        Batch.of(receipts).column("uuid", Receipt::id).column("uuid", Receipt::member)
                .column("text", receipt -> receipt.kind().name()).column("date", Receipt::through)
                .column("bigint", Receipt::amountFen).column("date", Receipt::on).column("text", Receipt::reason)
                .column("text", receipt -> recorder).update(database,
                        """
                            insert into dues_receipt (id, member_id, kind, paid_through, amount_fen, received_on, reason, entered_by)
                            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::date[], ?::bigint[], ?::date[], ?::text[], ?::text[])""");
        Batch.of(through.entrySet()).column("uuid", Map.Entry::getKey).column("date", Map.Entry::getValue)
                .column("text", entry -> recorder).update(database,
                        """
                            insert into dues_standing (member_id, paid_through, entered_by)
                            select * from unnest(?::uuid[], ?::date[], ?::text[])
                            on conflict (member_id) do update set paid_through = excluded.paid_through, entered_by = excluded.entered_by""");
    }
}
