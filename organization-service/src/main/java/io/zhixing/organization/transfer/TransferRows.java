package io.zhixing.organization.transfer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.platform.access.Caller;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

/** Many transfers by one statement each for reading and writing: the path of imports. */
@ApplicationScoped
class TransferRows {

    private final Sql database;
    private final Caller caller;

    TransferRows(Sql database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** A transfer that is there already, or was made by an earlier row. */
    record Known(UUID id, UUID sender, String senderOutside, UUID receiver, String outside, String reason,
            TransferState state,
            LocalDate steppedOn, long version) {

        /** Whether it is what the row drew up, wherever it has come since. */
        boolean followsFrom(MembershipTransfer.Facts stated) {
            return sender != null && Objects.equals(receiver, stated.receiverId())
                    && Objects.equals(outside, stated.receiverOutside())
                    && reason.equals(stated.reason()) && !steppedOn.isBefore(stated.on());
        }

        /** Whether it is what the row tells of. */
        boolean isReceived(MembershipTransfer.Facts told, LocalDate on) {
            return state == TransferState.RECEIVED && Objects.equals(sender, told.senderId())
                    && Objects.equals(senderOutside, told.senderOutside())
                    && Objects.equals(receiver, told.receiverId()) && steppedOn.equals(on);
        }

        boolean isOpen() {
            return switch (state) {
                case DRAFT, SUBMITTED, SENDING_APPROVED, UPPER_APPROVED -> true;
                default -> false;
            };
        }
    }

    /** The first day of a member on a branch's roll. */
    record Entry(UUID member, UUID branch, LocalDate from) {}

    /** What is known of these members, by member. */
    Map<UUID, List<Known>> of(Collection<UUID> members) {
        return database.grouped("""
                select id, member_id, sender_id, sender_outside, receiver_id, receiver_outside, reason, state, stepped_on, version
                from membership_transfer where member_id = any (?)""", row -> row.getObject("member_id", UUID.class),
                row -> new Known(row.getObject("id", UUID.class), row.getObject("sender_id", UUID.class),
                        row.getString("sender_outside"), row.getObject("receiver_id", UUID.class),
                        row.getString("receiver_outside"),
                        row.getString("reason"), TransferState.valueOf(row.getString("state")),
                        row.getObject("stepped_on", LocalDate.class), row.getLong("version")),
                SqlArray.uuids(members));
    }

    /** When these members came onto the rolls that the caller sees. */
    Set<Entry> entries(Collection<UUID> members) {
        return new HashSet<>(database.list(
                "select member_id, organization_id, on_roll_from from roll_period where member_id = any (?)",
                row -> new Entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
                        row.getObject(3, LocalDate.class)),
                SqlArray.uuids(members)));
    }

    /** Needs the transaction of the import. A transfer of the past has one step: that it was put into the register. */
    void write(List<MembershipTransfer> transfers) {
        var recorder = caller.name();
        MembershipTransfer.columns(Batch.of(transfers)).update(database,
                """
                    insert into membership_transfer (id, member_id, member_number, sender_id, receiver_id, receiver_outside, reach, reason, state,
                      stepped_on, version, organization_path, receiver_path, sender_outside)
                    select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[],
                                         ?::date[], ?::bigint[], ?::text[], ?::text[], ?::text[])""");
        Batch.of(transfers.stream().filter(one -> one.state() == TransferState.RECEIVED).toList())
                .column("uuid", MembershipTransfer::id).column("bigint", MembershipTransfer::version)
                .column("date", MembershipTransfer::steppedOn).column("text", one -> recorder)
                .update(database,
                        """
                            insert into transfer_step (transfer_id, position, step, from_state, to_state, taken_on, entered_by)
                            select t.id, t.position, 'record', 'RECEIVED', 'RECEIVED', t.taken_on, t.entered_by
                            from unnest(?::uuid[], ?::bigint[], ?::date[], ?::text[]) as t (id, position, taken_on, entered_by)""");
    }
}
