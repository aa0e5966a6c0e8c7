package io.zhixing.organization.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.transition.Step;

@ApplicationScoped
public class Transfers implements PanacheRepositoryBase<MembershipTransfer, UUID> {

    /** Seen by both sides; the newest come by {@code -id}. */
    static final Listing<TransferView> LISTING = Listing
            .of(TransferView.class, """
                    t.id, t.member_id, t.member_number, t.sender_id, t.sender_outside, t.receiver_id, t.receiver_outside, t.reach, t.reason, t.state,
                    t.letter_until, t.refusal_reason, t.upper_approvals, t.stepped_on, t.version""",
                    "membership_transfer t",
                    Transfers::view)
            .scopedBy("t.organization_path").sharedWith("t.receiver_path").ofPerson("t.member_id")
            .orderedBy("id", "t.id", "uuid")
            .filter("member", "t.member_id = ?")
            .filter("sender", "t.sender_id = ?")
            .filter("receiver", "t.receiver_id = ?")
            .filter("state", "t.state = any (?)");

    static final Listing<TransferStepView> STEPS = Listing
            .of(TransferStepView.class,
                    """
                    s.position, s.step, s.from_state, s.to_state, s.organization_id, s.taken_on, s.opinion, s.entered_by, s.entered_at""",
                    "transfer_step s",
                    row -> new TransferStepView(row.getLong("position"), row.getString("step"),
                            row.getString("from_state"), row.getString("to_state"),
                            row.getObject("organization_id", UUID.class),
                            row.getObject("taken_on", LocalDate.class), row.getString("opinion"),
                            row.getString("entered_by"), row.getTimestamp("entered_at").toInstant()))
            .orderedBy("position", "s.position", "bigint", "s.transfer_id", "uuid")
            .filter("transfer", "s.transfer_id = ?");

    private static final List<TransferState> OPEN = List.of(TransferState.DRAFT, TransferState.SUBMITTED,
            TransferState.SENDING_APPROVED, TransferState.UPPER_APPROVED);

    private final Sql database;
    private final Caller caller;

    Transfers(Sql database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** The transfer, locked against other steps until the transaction ends; empty when the caller does not see it. */
    Optional<MembershipTransfer> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** What is open of these members, locked in one order. */
    List<MembershipTransfer> openOf(Collection<UUID> members) {
        return find("memberId in ?1 and state in ?2 order by id", members, OPEN)
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** What is open and has this branch on one of its sides, locked in one order. */
    List<MembershipTransfer> openAt(UUID branch) {
        return find("(senderId = ?1 or receiverId = ?1) and state in ?2 order by id", branch, OPEN)
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** Where the member stands, whom the receiver does not see before he has taken him. */
    record Standing(UUID branch, boolean onRoll, LocalDate since) {}

    Standing standing(UUID member) {
        return database.one("select organization_id, on_roll, since from transfer_member(?)",
                row -> new Standing(row.getObject(1, UUID.class), row.getBoolean(2), row.getObject(3, LocalDate.class)),
                member);
    }

    /**
     * Somebody of a number, wherever he stood last.
     *
     * @param path of that branch
     * @param transferredOut whether he left the register by a transfer, and may come back
     * @param since first day on which something may happen to him again
     */
    record Newcomer(UUID id, String path, boolean transferredOut, LocalDate since) {}

    Optional<Newcomer> numbered(String memberNumber) {
        return database.first("select id, path, transferred_out, since from transfer_newcomer(?)",
                row -> new Newcomer(row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3),
                        row.getObject(4, LocalDate.class)),
                memberNumber);
    }

    /** The day by the database's clock, which is one for all instances of the service. */
    LocalDate today() {
        return database.one("select (now() at time zone 'Asia/Shanghai')::date",
                row -> row.getObject(1, LocalDate.class));
    }

    /** @param office path of the organization for which it was taken, which the caller sees */
    void addStep(MembershipTransfer transfer, Step<TransferState, ?> step, String office, LocalDate on,
            String opinion) {
        database.update("""
                insert into transfer_step (transfer_id, position, step, from_state, to_state, taken_on, opinion, entered_by, organization_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, (select id from party_organization where organization_path = ?))""",
                transfer.id(), transfer.version(), step.name(), step.from().name(), step.to().name(), on, opinion,
                caller.name(), office);
    }

    private static TransferView view(ResultSet row) throws SQLException {
        return new TransferView(row.getObject("id", UUID.class), row.getObject("member_id", UUID.class),
                row.getString("member_number"), row.getObject("sender_id", UUID.class), row.getString("sender_outside"),
                row.getObject("receiver_id", UUID.class), row.getString("receiver_outside"),
                TransferReach.valueOf(row.getString("reach")), row.getString("reason"),
                TransferState.valueOf(row.getString("state")), row.getObject("letter_until", LocalDate.class),
                row.getString("refusal_reason"), row.getInt("upper_approvals"),
                row.getObject("stepped_on", LocalDate.class),
                row.getLong("version"));
    }
}
