package io.zhixing.organization.transfer;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.chore.Chores;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.outbox.Sharing;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

/**
 * Ends transfers whose letter has run out, by the database's day. Any number of instances may do it at once: each takes
 * rows that no other one holds.
 */
@Singleton
public class ExpireTransfers {

    private static final int AT_ONCE = 200;

    private final Chores chores;
    private final Outbox outbox;

    ExpireTransfers(Chores chores, Outbox outbox) {
        this.chores = chores;
        this.outbox = outbox;
    }

    void start(@Observes Startup started) {
        chores.hourly("transfer-expiry", this::run);
    }

    /** Number of transfers that were ended. */
    public int run() {
        return chores.inPortions(AT_ONCE, this::end);
    }

    private int end(Connection connection) throws SQLException {
        var states = Sql.map(connection, """
                select id, state from membership_transfer
                where state in ('SENDING_APPROVED', 'UPPER_APPROVED') and letter_until < (now() at time zone 'Asia/Shanghai')::date
                order by letter_until limit ? for update skip locked""", row -> row.getObject(1, UUID.class),
                row -> row.getString(2), AT_ONCE);
        var ended = expired(connection, states.keySet());
        var changes = ended.stream().map(Ended::change).toList();
        Batch.of(changes).column("uuid", MembershipTransfer.Changed::transferId)
                .column("bigint", MembershipTransfer.Changed::version)
                .column("text", change -> states.get(change.transferId()))
                .column("date", MembershipTransfer.Changed::effectiveOn).update(connection,
                        """
                        insert into transfer_step (transfer_id, position, step, from_state, to_state, taken_on, entered_by)
                        select t.id, t.position, 'expire', t.before, 'EXPIRED', t.taken_on, 'service'
                        from unnest(?::uuid[], ?::bigint[], ?::text[], ?::date[]) as t (id, position, before, taken_on)""");
        var paths = ended.stream().collect(Collectors.toMap(one -> one.change().transferId(), Ended::path));
        outbox.appendAll(connection, changes, change -> paths.get(change.transferId()));
        outbox.tellOtherSide(connection, ended.stream().flatMap(Ended::sharing).toList());
        return changes.size();
    }

    /** @param receiverPath null where one side lies outside the register */
    private record Ended(MembershipTransfer.Changed change, String path, String receiverPath) {

        Stream<Sharing> sharing() {
            return Stream.ofNullable(receiverPath).map(other -> new Sharing(MembershipTransfer.RESOURCE,
                    change.transferId(), change.version(), other));
        }
    }

    private static List<Ended> expired(Connection connection, Collection<UUID> transfers) throws SQLException {
        return Sql.list(connection,
                """
                update membership_transfer t set state = 'EXPIRED', stepped_on = (now() at time zone 'Asia/Shanghai')::date, version = version + 1
                where id = any (?)
                returning id, version, coalesce(sender_id, receiver_id) as organization_id, stepped_on, member_id, receiver_id, reach, letter_until,
                  organization_path, case when sender_id is not null then receiver_path end as receiver_path""",
                row -> new Ended(change(row), row.getString("organization_path"), row.getString("receiver_path")),
                SqlArray.uuids(transfers));
    }

    private static MembershipTransfer.Changed change(ResultSet row) throws SQLException {
        return new MembershipTransfer.Changed(row.getObject("id", UUID.class), row.getLong("version"),
                row.getObject("organization_id", UUID.class), row.getObject("stepped_on", LocalDate.class),
                row.getObject("member_id", UUID.class), row.getObject("receiver_id", UUID.class),
                TransferReach.valueOf(row.getString("reach")), TransferState.EXPIRED,
                row.getObject("letter_until", LocalDate.class));
    }
}
