package io.zhixing.organization.group;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.LockModeType;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.group.PartyGroup.GroupState;
import io.zhixing.organization.member.Members;
import io.zhixing.organization.member.PartyMember;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.transition.Guard;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.StepJudge;
import io.zhixing.platform.transition.Steps;
import io.zhixing.platform.transition.Subject;
import io.zhixing.platform.transition.Transitions;

/** 调整、撤销党小组: a group is renamed, led by another, or closed when nobody is in it. */
@RequestScoped
public class MoveGroup {

    /** @param leader the leader that is stated; empty when none is, or the caller does not see him */
    record Facts(PartyGroup group, GroupMove stated, Optional<PartyMember> leader, boolean hasMembers) {

        boolean namesStranger() {
            return stated != null && stated.leaderMemberId() != null
                    && leader.filter(member -> member.isOnRollOf(group.organizationId())).isEmpty();
        }
    }

    private static final Guard<Facts> LED_BY_ITS_OWN = Guard.holds(facts -> !facts.namesStranger(),
            OrganizationProblems.LEADER_NOT_OF_BRANCH);
    private static final Guard<Facts> EMPTY = Guard.holds(facts -> !facts.hasMembers(),
            OrganizationProblems.GROUP_HAS_MEMBERS);
    private static final Guard<Facts> A_DAY_OPEN = (facts, on) -> on.isAfter(facts.group().formedOn())
            ? Optional.empty()
            : Optional.of(PlatformProblems.TRANSITION_DAY_INVALID.about(facts.group().formedOn().plusDays(1)));

    public static final Steps<GroupState, Facts> STEPS = Steps.of(
            Step.<GroupState, Facts>of("change", GroupState.OPEN, GroupState.OPEN).called("调整", "Change")
                    .by(Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM).when(LED_BY_ITS_OWN),
            Step.<GroupState, Facts>of("close", GroupState.OPEN, GroupState.CLOSED).called("撤销", "Close")
                    .by(Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM).when(EMPTY, A_DAY_OPEN));

    private final PartyGroups groups;
    private final Members members;
    private final StepJudge judge;
    private final StepHistory history;
    private final Outbox outbox;

    MoveGroup(PartyGroups groups, Members members, StepJudge judge, StepHistory history,
            Outbox outbox) {
        this.groups = groups;
        this.members = members;
        this.judge = judge;
        this.history = history;
        this.outbox = outbox;
    }

    Transitions open(PartyGroup group) {
        return judge.open(STEPS, subject(group, null));
    }

    public PartyGroup handle(UUID id, long read, GroupMove move) {
        var group = groups.locked(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, group.version());
        var subject = subject(group, move);
        var step = judge.require(STEPS, subject, move.transition(), move.on());
        if (step.to() == GroupState.CLOSED) {
            group.close(move.on());
        } else {
            group.change(move.name(), move.leaderMemberId(), move.on());
        }
        groups.flush();
        if (group.version() == read) {
            throw OrganizationProblems.CORRECTION_CHANGES_NOTHING.about();
        }
        history.add(PartyGroup.RESOURCE, id, group.version(), subject.path(), step, move.on(), move.comment());
        outbox.append(group.changed(move.on()), subject.path());
        return group;
    }

    private Subject<GroupState, Facts> subject(PartyGroup group, GroupMove move) {
        // He stays as he is meanwhile, as in FormGroup.
        var leader = Optional.ofNullable(move).map(GroupMove::leaderMemberId)
                .flatMap(id -> members.findByIdOptional(id, LockModeType.PESSIMISTIC_READ));
        return new Subject<>(group.state(), group.version(), group.path(), group.steppedOn(),
                new Facts(group, move, leader, groups.hasMembers(group.id())));
    }
}
