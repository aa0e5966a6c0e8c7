package io.zhixing.organization.transfer;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.member.Members;
import io.zhixing.organization.structure.OrganizationType;
import io.zhixing.organization.structure.Sides;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;

/** Draws up the transfer of a member: to a branch of the register, to an organization outside it, or from there. */
@RequestScoped
public class DraftTransfer {

    /**
     * @param memberId null when {@code senderOutside} names an organization outside the register; then {@code memberNumber} says
     *        which member he will be, or was before he left
     * @param receiver id or code; null when {@code outside} names an organization outside the register
     */
    public record Stated(UUID memberId, String memberNumber, String senderOutside, String receiver, String outside,
            TransferReach reach, String reason, LocalDate on) {

        /** To the outside or from there it is stated. */
        TransferReach statedReach() {
            return reach == TransferReach.NATIONWIDE ? TransferReach.NATIONWIDE : TransferReach.WITHIN_PROVINCE;
        }
    }

    /** The fields in which the caller named the member and the receiver. */
    record Fields(String member, String receiver) {}

    private static final Fields FIELDS = new Fields("/memberId", "/receiver");

    private final DraftArrival draftArrival;
    private final Transfers transfers;
    private final Sides sides;
    private final Members members;
    private final Access access;
    private final Outbox outbox;

    DraftTransfer(DraftArrival draftArrival, Transfers transfers, Sides sides, Members members, Access access,
            Outbox outbox) {
        this.draftArrival = draftArrival;
        this.transfers = transfers;
        this.sides = sides;
        this.members = members;
        this.access = access;
        this.outbox = outbox;
    }

    public MembershipTransfer handle(Stated stated) {
        return stated.senderOutside() == null ? fromHere(stated) : draftArrival.handle(stated);
    }

    private MembershipTransfer fromHere(Stated stated) {
        new Faults()
                .addIf(stated.memberId() == null,
                        OrganizationProblems.TRANSFER_SENDER_UNCLEAR.at(Place.pointer("/memberId")))
                .refuse();
        var member = members.kept(stated.memberId()).orElse(null);   // who leaves at once ends this too
        var receiver = Optional.ofNullable(stated.receiver()).flatMap(sides::side);
        new Faults()
                .addIf(member == null,
                        PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/memberId"), stated.memberId()))
                .addIf(stated.receiver() != null && receiver.isEmpty(),
                        PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/receiver"), stated.receiver()))
                .refuse();
        access.require(member.path(), Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM);
        var sender = new Sender(member.organizationId(), member.path(), member.isOnRollOf(member.organizationId()),
                member.onRollFrom());
        judge(stated, sender, receiver.orElse(null), transfers.today(), FIELDS);
        var transfer = new MembershipTransfer(new MembershipTransfer.Facts(member.id(), member.memberNumber(),
                new MembershipTransfer.Branch(member.organizationId(), member.path()), null,
                receiver.map(side -> new MembershipTransfer.Branch(side.id(), side.path())).orElse(null),
                stated.outside(),
                reach(stated, member.path(), receiver.orElse(null)), stated.reason(), stated.on()));
        transfers.persistAndFlush(transfer);
        outbox.append(transfer.changed(), member.path());
        outbox.tellOtherSide(transfer.sharing());
        return transfer;
    }

    /** The branch that sends the member, whether he stands on its roll, and since when. */
    record Sender(UUID branch, String path, boolean onRoll, LocalDate since) {}

    /** What stands against it, whether it comes by a call or in a file. */
    static void judge(Stated stated, Sender sender, Sides.Side receiver, LocalDate today, Fields fields) {
        var faults = new Faults()
                .addIf((stated.receiver() == null) == (stated.outside() == null),
                        OrganizationProblems.TRANSFER_RECEIVER_UNCLEAR.at(Place.pointer(fields.receiver())))
                .addIf(!sender.onRoll(), OrganizationProblems.MEMBER_ON_NO_ROLL.at(Place.pointer(fields.member())))
                .addIf(stated.on().isAfter(today),
                        OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/on"), stated.on()))
                .addIf(stated.on().isBefore(sender.since()), OrganizationProblems.DAYS_INCONSISTENT
                        .at(Place.pointer("/on"), stated.on(), sender.since()));
        if (receiver != null) {
            faults.addIf(receiver.id().equals(sender.branch()),
                    OrganizationProblems.TRANSFER_TO_OWN_BRANCH.at(Place.pointer(fields.receiver())))
                    .addIf(receiver.type() != OrganizationType.BRANCH,
                            OrganizationProblems.MEMBERS_ONLY_ON_BRANCH.at(Place.pointer(fields.receiver())))
                    .addIf(!receiver.takesMembers(),
                            OrganizationProblems.ORGANIZATION_NOT_IN_PLACE.at(Place.pointer(fields.receiver())));
        }
        faults.refuse();
    }

    /** Within the register it follows from the places of both branches; to the outside it is stated. */
    static TransferReach reach(Stated stated, String sender, Sides.Side receiver) {
        return TransferReach.between(sender, receiver == null ? null : receiver.path())
                .orElse(stated.statedReach());
    }
}
