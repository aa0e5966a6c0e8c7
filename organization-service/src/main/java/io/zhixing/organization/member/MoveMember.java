package io.zhixing.organization.member;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.outbox.Departure;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.StepHistory;

/** What a received transfer does to its member; the transfer's steps have judged it, and the transaction reaches both sides. */
@RequestScoped
public class MoveMember {

    private final Members members;
    private final Rolls rolls;
    private final LeaveRoll leaveRoll;
    private final StepHistory history;
    private final Outbox outbox;

    MoveMember(Members members, Rolls rolls, LeaveRoll leaveRoll, StepHistory history, Outbox outbox) {
        this.members = members;
        this.rolls = rolls;
        this.leaveRoll = leaveRoll;
        this.history = history;
        this.outbox = outbox;
    }

    /** From the day on the member stands on the roll of the other branch. */
    public void over(UUID id, UUID branch, String path, LocalDate on) {
        var member = member(id);
        var before = member.organizationId();
        var pathBefore = member.path();
        member.moveTo(branch, path, on);
        members.flush();
        leaveRoll.handle(member, pathBefore, path, on);
        rolls.open(member);
        enter(member, MemberStatus.ACTIVE, on);
        outbox.append(new MemberChange.Transferred(member.state(on, before)), path);
        outbox.tellThoseLeft(List.of(new Departure(PartyMember.RESOURCE, id, member.version(), path, pathBefore)));
    }

    /** 转出: from the day on he stands on no roll of this register. */
    public void out(UUID id, LocalDate on) {
        var member = member(id);
        member.leaveRoll(MemberStatus.TRANSFERRED_OUT, on);
        members.flush();
        leaveRoll.handle(member, member.path(), null, on);
        enter(member, MemberStatus.TRANSFERRED_OUT, on);
        outbox.append(new MemberChange.Left(member.state(on, null)), member.path());
    }

    /** 转回: who had left the register by a transfer stands on the roll of this branch from the day on. */
    public void back(UUID id, UUID branch, String path, LocalDate on) {
        var member = member(id);
        var before = member.organizationId();
        var pathBefore = member.path();
        member.comeBack(branch, path, on);
        members.flush();
        rolls.open(member);
        history.add(PartyMember.RESOURCE, id, member.version(), path,
                Step.of("transfer", MemberStatus.TRANSFERRED_OUT, MemberStatus.ACTIVE), on, null);
        outbox.append(new MemberChange.Transferred(member.state(on, before)), path);
        if (!path.equals(pathBefore)) {
            outbox.tellThoseLeft(
                    List.of(new Departure(PartyMember.RESOURCE, id, member.version(), path, pathBefore)));
        }
    }

    private PartyMember member(UUID id) {
        return members.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }

    private void enter(PartyMember member, MemberStatus reached, LocalDate on) {
        history.add(PartyMember.RESOURCE, member.id(), member.version(), member.path(),
                Step.of("transfer", MemberStatus.ACTIVE, reached), on, null);
    }
}
