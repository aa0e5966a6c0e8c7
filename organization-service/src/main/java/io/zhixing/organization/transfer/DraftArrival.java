package io.zhixing.organization.transfer;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.OrganizationType;
import io.zhixing.organization.structure.Sides;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;

/**
 * Draws up a transfer from an organization outside the register, by the letter that the branch holds which is to receive. Who is
 * sent need not be known: no more than his number is kept of him until he is received.
 */
@RequestScoped
class DraftArrival {

    private final Transfers transfers;
    private final Sides sides;
    private final Access access;
    private final Outbox outbox;

    DraftArrival(Transfers transfers, Sides sides, Access access, Outbox outbox) {
        this.transfers = transfers;
        this.sides = sides;
        this.access = access;
        this.outbox = outbox;
    }

    MembershipTransfer handle(DraftTransfer.Stated stated) {
        new Faults()
                .addIf(stated.memberId() != null || stated.memberNumber() == null,
                        OrganizationProblems.TRANSFER_SENDER_UNCLEAR.at(Place.pointer("/senderOutside")))
                .addIf(stated.receiver() == null || stated.outside() != null,
                        OrganizationProblems.TRANSFER_RECEIVER_UNCLEAR.at(Place.pointer("/receiver")))
                .refuse();
        var receiver = sides.side(stated.receiver()).orElse(null);
        new Faults()
                .addIf(receiver == null,
                        PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/receiver"), stated.receiver()))
                .refuse();
        access.require(receiver.path(), Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM);
        var known = transfers.numbered(stated.memberNumber());
        new Faults()
                .addIf(known.filter(one -> !one.transferredOut()).isPresent(),
                        OrganizationProblems.TRANSFER_NOT_FROM_OUTSIDE.at(Place.pointer("/memberNumber")))
                .addIf(receiver.type() != OrganizationType.BRANCH,
                        OrganizationProblems.MEMBERS_ONLY_ON_BRANCH.at(Place.pointer("/receiver")))
                .addIf(!receiver.takesMembers(),
                        OrganizationProblems.ORGANIZATION_NOT_IN_PLACE.at(Place.pointer("/receiver")))
                .addIf(stated.on().isAfter(transfers.today()),
                        OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/on"), stated.on()))
                .refuse();
        var transfer = new MembershipTransfer(new MembershipTransfer.Facts(
                known.map(Transfers.Newcomer::id).orElse(null), stated.memberNumber(), null, stated.senderOutside(),
                new MembershipTransfer.Branch(receiver.id(), receiver.path()), null, stated.statedReach(),
                stated.reason(), stated.on()));
        transfers.persistAndFlush(transfer);
        outbox.append(transfer.changed(), receiver.path());
        return transfer;
    }
}
