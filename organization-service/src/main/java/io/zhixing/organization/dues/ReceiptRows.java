package io.zhixing.organization.dues;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** A member who makes good, or falls behind again from that month on. */
    record Crossing(UUID member, UUID branch, LocalDate since, LocalDate on) {}

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

    /** Who of these members is in arrears. */
    Set<UUID> behind(Collection<UUID> members) {
        return new HashSet<>(read("select member_id from dues_arrears where member_id = any (?) and cleared_on is null",
                members, (rows, behind) -> behind.put(rows.getObject(1, UUID.class), true)).keySet());
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

    /** Ends the arrears of these members. */
    List<DuesArrears.Changed> makeGood(List<Crossing> crossings) {
        return changed(crossings,
                """
                update dues_arrears a set cleared_on = c.taken_on, version = a.version + 1
                from unnest(?::uuid[], ?::uuid[], ?::date[], ?::date[]) as c (member_id, branch_id, since, taken_on)
                where a.member_id = c.member_id and a.cleared_on is null
                returning a.id, a.version, a.organization_id, a.member_id, a.since_month, a.cleared_on, c.taken_on""");
    }

    /** They are behind again because a receipt was corrected. */
    List<DuesArrears.Changed> fallBehindAgain(List<Crossing> crossings) {
        return changed(crossings, """
                with c as (select * from unnest(?::uuid[], ?::uuid[], ?::date[], ?::date[])
                             as c (member_id, branch_id, since, taken_on)),
                     a as (insert into dues_arrears (id, member_id, organization_id, since_month, version)
                           select gen_random_uuid(), c.member_id, c.branch_id, c.since, 1 from c returning *)
                select a.id, a.version, a.organization_id, a.member_id, a.since_month, a.cleared_on, c.taken_on
                from a join c on c.member_id = a.member_id""");
    }

    private List<DuesArrears.Changed> changed(List<Crossing> crossings, String sql) {
        if (crossings.isEmpty()) {
            return List.of();
        }
        try (var connection = database.getConnection(); var statement = connection.prepareStatement(sql)) {
            Batch.of(crossings).column("uuid", Crossing::member).column("uuid", Crossing::branch)
                    .column("date", Crossing::since).column("date", Crossing::on).bind(statement, 1);
            return changes(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<DuesArrears.Changed> changes(PreparedStatement statement) throws SQLException {
        var changes = new ArrayList<DuesArrears.Changed>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                var cleared = rows.getObject("cleared_on", LocalDate.class);
                changes.add(new DuesArrears.Changed(rows.getObject("id", UUID.class), rows.getLong("version"),
                        rows.getObject("organization_id", UUID.class), rows.getObject("taken_on", LocalDate.class),
                        rows.getObject("member_id", UUID.class), cleared == null,
                        Month.text(rows.getObject("since_month", LocalDate.class)), cleared));
            }
        }
        return changes;
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
