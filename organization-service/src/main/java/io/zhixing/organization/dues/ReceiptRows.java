package io.zhixing.organization.dues;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.bulk.Batch;

/** Receipts of many members by one statement each for reading and writing: the path of imports. */
@ApplicationScoped
class ReceiptRows {

    private final AgroalDataSource database;
    private final Caller caller;

    ReceiptRows(AgroalDataSource database, Caller caller) {
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
        return read("select member_id, paid_through, entered_by from dues_standing where member_id = any (?)", members,
                (rows, paid) -> paid.put(rows.getObject(1, UUID.class),
                        new DuesBook.Paid(rows.getObject(2, LocalDate.class), rows.getString(3))));
    }

    Map<UUID, List<Receipt>> received(Collection<UUID> members) {
        return read("""
                select id, member_id, kind, paid_through, amount_fen, received_on, reason
                from dues_receipt where member_id = any (?)""", members, (rows, received) -> received
                .computeIfAbsent(rows.getObject("member_id", UUID.class), member -> new ArrayList<>())
                .add(new Receipt(rows.getObject("id", UUID.class), rows.getObject("member_id", UUID.class),
                        ReceiptKind.valueOf(rows.getString("kind")), rows.getObject("paid_through", LocalDate.class),
                        rows.getLong("amount_fen"), rows.getObject("received_on", LocalDate.class),
                        rows.getString("reason"))));
    }

    /** The newest month that each of these branches has closed. */
    Map<UUID, LocalDate> lastClosed(Collection<UUID> branches) {
        return read("""
                select organization_id, max(month) from dues_closing where organization_id = any (?)
                group by organization_id""", branches,
                (rows, closed) -> closed.put(rows.getObject(1, UUID.class), rows.getObject(2, LocalDate.class)));
    }

    /**
     * Needs the transaction of the import, in which the members are locked.
     *
     * @param through how far each of the members has paid now
     */
    void write(List<Receipt> receipts, Map<UUID, LocalDate> through) {
        var recorder = caller.name();
        try (var connection = database.getConnection()) {
            Batch.of(receipts).column("uuid", Receipt::id).column("uuid", Receipt::member)
                    .column("text", receipt -> receipt.kind().name()).column("date", Receipt::through)
                    .column("bigint", Receipt::amountFen).column("date", Receipt::on).column("text", Receipt::reason)
                    .column("text", receipt -> recorder).update(connection,
                            """
                            insert into dues_receipt (id, member_id, kind, paid_through, amount_fen, received_on, reason, entered_by)
                            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::date[], ?::bigint[], ?::date[], ?::text[], ?::text[])""");
            Batch.of(through.entrySet()).column("uuid", Map.Entry::getKey).column("date", Map.Entry::getValue)
                    .column("text", entry -> recorder).update(connection,
                            """
                            insert into dues_standing (member_id, paid_through, entered_by)
                            select * from unnest(?::uuid[], ?::date[], ?::text[])
                            on conflict (member_id) do update set paid_through = excluded.paid_through, entered_by = excluded.entered_by""");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private interface RowReader<T> {

        void read(ResultSet rows, Map<UUID, T> into) throws SQLException;
    }

    private <T> Map<UUID, T> read(String sql, Collection<UUID> ids, RowReader<T> reader) {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            var read = new HashMap<UUID, T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows, read);
                }
            }
            return read;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
