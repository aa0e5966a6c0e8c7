package io.zhixing.organization.transfer;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.member.EnrolMember;
import io.zhixing.organization.member.MoveMember;
import io.zhixing.organization.structure.Sides;

/**
 * Whoever is received from outside stands on the receiver's roll from that day on: enrolled by what the step says of him, or, if
 * he had left the register before, as the member who he was.
 */
@RequestScoped
class ReceiveArrival {

    private final EnrolMember enrolMember;
    private final MoveMember moveMember;
    private final Sides sides;

    ReceiveArrival(EnrolMember enrolMember, MoveMember moveMember, Sides sides) {
        this.enrolMember = enrolMember;
        this.moveMember = moveMember;
        this.sides = sides;
    }

    /** The member who he is; the transfer's steps have judged the receipt. */
    UUID handle(MembershipTransfer transfer, TransferSteps.Facts facts, TransferMove move) {
        var receiver = facts.receiver();
        if (facts.newcomer() == null) {
            return enrolMember.arriving(move.person(transfer.memberNumber(), receiver.id())).id();
        }
        var member = facts.newcomer();
        sides.reachBoth(member.path(), receiver.path());
        moveMember.back(member.id(), receiver.id(), receiver.path(), move.on());
        return member.id();
    }
}
