package io.zhixing.organization.transfer;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
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

/**
 * Ends transfers that no step of either side ends: whose letter has run out, by the database's day, and those on their way to
 * a branch that had ended before its end ended them too, as {@link TransferHoldings} does now. Any number of instances may do
 * it at once: each takes rows that no other one holds.
 */
@Singleton
public class ExpireTransfers {

    private static final int AT_ONCE = 200;
    private static final String LETTER_OVER = """
            select id, state, (now() at time zone 'Asia/Shanghai')::date as taken_on, null::uuid as office
            from membership_transfer
            where state in ('SENDING_APPROVED', 'UPPER_APPROVED') and letter_until < (now() at time zone 'Asia/Shanghai')::date
            order by letter_until limit ? for update skip locked""";
    /** Of one that was merged too: who its successor was meant to receive is sent to it anew. */
    private static final String RECEIVER_GONE = """
            select t.id, t.state, greatest(t.stepped_on, coalesce(o.dissolved_on, (now() at time zone 'Asia/Shanghai')::date)) as taken_on,
              o.id as office
            from membership_transfer t join party_organization o on o.id = t.receiver_id
            where t.state in ('DRAFT', 'SUBMITTED', 'SENDING_APPROVED', 'UPPER_APPROVED')
              and (o.state in ('DISSOLVED', 'MERGED') or o.type <> 'BRANCH')
            order by t.id limit ? for update of t skip locked""";

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
        var lapse = new Ending("lapse", TransferState.WITHDRAWN, TransferHoldings.RECEIVER_GONE);
        var expire = new Ending("expire", TransferState.EXPIRED, null);
        return chores.inPortions(AT_ONCE, connection -> end(connection, RECEIVER_GONE, lapse))
                + chores.inPortions(AT_ONCE, connection -> end(connection, LETTER_OVER, expire));
    }

    /** @param opinion for both sides to read; null where the step says it */
    private record Ending(String step, TransferState state, String opinion) {}

    /**
     * One that ends, as it was.
     *
     * @param office the organization because of which it does; null where none is the cause
     */
    private record Due(UUID id, String state, LocalDate on, UUID office) {}

    private int end(Connection connection, String which, Ending how) throws SQLException {
        var due = Sql.list(connection, which, row -> new Due(row.getObject("id", UUID.class), row.getString("state"),
                row.getObject("taken_on", LocalDate.class), row.getObject("office", UUID.class)), AT_ONCE);
        var before = due.stream().collect(Collectors.toMap(Due::id, one -> one));
        var ended = ended(connection, due, how.state());
        var changes = ended.stream().map(Ended::change).toList();
        Batch.of(changes).column("uuid", MembershipTransfer.Changed::transferId)
                .column("bigint", MembershipTransfer.Changed::version).column("text", change -> how.step())
                .column("text", change -> before.get(change.transferId()).state())
                .column("text", change -> how.state().name())
                .column("date", MembershipTransfer.Changed::effectiveOn).column("text", change -> how.opinion())
                .column("uuid", change -> before.get(change.transferId()).office()).update(connection, """
                        insert into transfer_step (transfer_id, position, step, from_state, to_state, taken_on, opinion, organization_id, entered_by)
                        select t.*, 'service' from unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::date[], ?::text[],
                                                          ?::uuid[]) as t""");
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

    private static List<Ended> ended(Connection connection, List<Due> due, TransferState state) throws SQLException {
        return Sql.list(connection, """
                update membership_transfer t set state = ?, stepped_on = e.taken_on, version = t.version + 1
                from unnest(?::uuid[], ?::date[]) as e (id, taken_on) where t.id = e.id
                returning t.id, t.version, coalesce(t.sender_id, t.receiver_id) as organization_id, t.stepped_on, t.member_id, t.receiver_id,
                  t.reach, t.state, t.letter_until, t.organization_path,
                  case when t.sender_id is not null then t.receiver_path end as receiver_path""",
                row -> new Ended(change(row), row.getString("organization_path"), row.getString("receiver_path")),
                state.name(), Batch.of(due).column("uuid", Due::id).column("date", Due::on));
    }

    private static MembershipTransfer.Changed change(ResultSet row) throws SQLException {
        return new MembershipTransfer.Changed(row.getObject("id", UUID.class), row.getLong("version"),
                row.getObject("organization_id", UUID.class), row.getObject("stepped_on", LocalDate.class),
                row.getObject("member_id", UUID.class), row.getObject("receiver_id", UUID.class),
                TransferReach.valueOf(row.getString("reach")), TransferState.valueOf(row.getString("state")),
                row.getObject("letter_until", LocalDate.class));
    }
}
