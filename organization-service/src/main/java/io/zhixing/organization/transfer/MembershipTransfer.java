package io.zhixing.organization.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.organization.structure.OrganizationPath;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.platform.outbox.Sharing;
import io.zhixing.platform.time.Ids;

/**
 * The transfer of a membership (党组织关系转移) from a branch to another, out of the register or into it. Until it is received the
 * sender keeps the member and all duties. Source: 中国共产党党员教育管理工作条例, 2019.
 */
@Entity
@Table(name = "membership_transfer")
public class MembershipTransfer {

    static final String RESOURCE = "membership-transfer";

    @Id
    private UUID id;
    private UUID memberId;   // null until he is received who comes from outside for the first time
    private String memberNumber;
    private UUID senderId;
    private String senderOutside;
    private UUID receiverId;
    @Column(name = "organization_path")   // both follow their branches by themselves; the receiver's where the sender is outside
    private String senderPath;
    private String receiverPath;
    private String receiverOutside;
    @Enumerated(EnumType.STRING)
    private TransferReach reach;
    private String reason;
    @Enumerated(EnumType.STRING)
    private TransferState state;
    private String submitter;
    private LocalDate letterUntil;
    private String refusalReason;
    private int upperApprovals;
    private LocalDate steppedOn;
    @Version
    private long version = 1;

    protected MembershipTransfer() {}

    /** A side of it that is a branch of this register. */
    record Branch(UUID id, String path) {}

    /**
     * One of the sides is a branch of the register.
     *
     * @param memberId null when the register does not know him yet
     * @param sender null when it is outside the register and named by {@code senderOutside}
     * @param receiver null when it is outside the register and named by {@code receiverOutside}
     */
    record Facts(UUID memberId, String memberNumber, Branch sender, String senderOutside, Branch receiver,
            String receiverOutside, TransferReach reach, String reason, LocalDate on) {

        UUID senderId() {
            return sender == null ? null : sender.id();
        }

        /** Whose it is: the sender's, and the receiver's where the sender lies outside. */
        Branch owner() {
            return sender == null ? receiver : sender;
        }

        UUID receiverId() {
            return receiver == null ? null : receiver.id();
        }
    }

    MembershipTransfer(Facts facts) {
        this.id = Ids.next();
        this.memberId = facts.memberId();
        this.memberNumber = facts.memberNumber();
        this.senderId = facts.senderId();
        this.senderOutside = facts.senderOutside();
        this.senderPath = facts.owner().path();
        if (facts.receiver() != null) {
            this.receiverId = facts.receiver().id();
            this.receiverPath = facts.receiver().path();
        }
        this.receiverOutside = facts.receiverOutside();
        this.reach = facts.reach();
        this.reason = facts.reason();
        this.state = TransferState.DRAFT;
        this.steppedOn = facts.on();
    }

    /** One that was received before the register knew of it. */
    static MembershipTransfer received(Facts facts, LocalDate receivedOn) {
        var transfer = new MembershipTransfer(facts);
        transfer.reach(TransferState.RECEIVED, receivedOn);
        return transfer;
    }

    /** The columns of the table in which a new transfer is written, one array each. */
    static Batch<MembershipTransfer> columns(Batch<MembershipTransfer> transfers) {
        return transfers.column("uuid", t -> t.id).column("uuid", t -> t.memberId)
                .column("text", t -> t.memberNumber).column("uuid", t -> t.senderId)
                .column("uuid", t -> t.receiverId).column("text", t -> t.receiverOutside)
                .column("text", t -> t.reach.name()).column("text", t -> t.reason)
                .column("text", t -> t.state.name()).column("date", t -> t.steppedOn)
                .column("bigint", t -> t.version).column("text", t -> t.senderPath)
                .column("text", t -> t.receiverPath).column("text", t -> t.senderOutside);
    }

    void submit(String submitter) {
        this.submitter = submitter;
    }

    /** @param until last day on which the letter is valid */
    void issueLetter(LocalDate until) {
        letterUntil = until;
    }

    /** One superior more on the way has approved. */
    void approveAbove() {
        upperApprovals++;
    }

    /** Who came from outside is received: the member that he is from now on. */
    void arrived(UUID member) {
        memberId = member;
    }

    void refuse(String reason) {
        refusalReason = reason;
    }

    void reach(TransferState next, LocalDate on) {
        state = next;
        steppedOn = on;
    }

    /**
     * A branch that is merged hands over its side. Whoever approved above the sender is asked again where the successor has
     * other superiors.
     */
    void handOver(UUID merged, Branch successor, LocalDate on) {
        if (merged.equals(senderId)) {
            upperApprovals = OrganizationPath.haveOneSuperior(senderPath, successor.path()) ? upperApprovals : 0;
            senderId = successor.id();
            senderPath = successor.path();
        } else {
            receiverId = successor.id();
            receiverPath = successor.path();
            senderPath = comesFromOutside() ? receiverPath : senderPath;
        }
        reach = comesFromOutside() ? reach : TransferReach.between(senderPath, receiverPath).orElse(reach);
        steppedOn = latest(on);
    }

    /** That day, or the last step's when it lies behind it: no step is dated before the one before. */
    LocalDate latest(LocalDate on) {
        return on.isAfter(steppedOn) ? on : steppedOn;
    }

    /** Whether it goes from one of the two to the other. */
    boolean isBetween(UUID one, UUID other) {
        return one.equals(senderId) && other.equals(receiverId) || other.equals(senderId) && one.equals(receiverId);
    }

    /** Whether the letter no longer holds on that day; the last day of its validity is included. */
    boolean isLetterOver(LocalDate on) {
        return letterUntil != null && on.isAfter(letterUntil);
    }

    TransferReach reach() {
        return reach;
    }

    /** How many superiors on the way have approved. */
    int upperApprovals() {
        return upperApprovals;
    }

    public UUID id() {
        return id;
    }

    UUID memberId() {
        return memberId;
    }

    String memberNumber() {
        return memberNumber;
    }

    Optional<UUID> senderId() {
        return Optional.ofNullable(senderId);
    }

    boolean comesFromOutside() {
        return senderId == null;
    }

    Optional<UUID> receiverId() {
        return Optional.ofNullable(receiverId);
    }

    String senderPath() {
        return senderPath;
    }

    /** For the readers at the receiver's; nobody where one side lies outside the register. */
    List<Sharing> sharing() {
        return receiverPath == null || comesFromOutside()
                ? List.of()
                : List.of(new Sharing(RESOURCE, id, version, receiverPath));
    }

    TransferState state() {
        return state;
    }

    String submitter() {
        return submitter;
    }

    LocalDate steppedOn() {
        return steppedOn;
    }

    long version() {
        return version;
    }

    TransferView view() {
        return new TransferView(id, memberId, memberNumber, senderId, senderOutside, receiverId, receiverOutside, reach,
                reason, state,
                letterUntil, refusalReason, upperApprovals, steppedOn, version);
    }

    Changed changed() {
        return new Changed(id, version, comesFromOutside() ? receiverId : senderId, steppedOn, memberId, receiverId,
                reach, state, letterUntil);
    }

    /** A transfer as it now is; reasons and names stay here. */
    public record Changed(UUID transferId, long version, UUID organizationId, LocalDate effectiveOn, UUID memberId,
            UUID receiverId, TransferReach reach, TransferState state, LocalDate letterUntil) implements DomainEvent {

        @Override
        public UUID aggregateId() {
            return transferId;
        }
    }
}
