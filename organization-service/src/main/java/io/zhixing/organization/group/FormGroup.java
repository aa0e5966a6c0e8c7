package io.zhixing.organization.group;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.LockModeType;

import io.zhixing.organization.Roles;
import io.zhixing.organization.member.Members;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.time.Shanghai;

/**
 * Forms a Party group within a branch. Its leader stays as he is meanwhile: who leaves the branch at once is either seen to
 * have left, or finds this group among those that he leads.
 */
@RequestScoped
public class FormGroup {

    private static final GroupPolicy.Fields FIELDS = new GroupPolicy.Fields("/organizationId", "/leaderMemberId");

    private final PartyGroups groups;
    private final Organizations organizations;
    private final Members members;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;

    FormGroup(PartyGroups groups, Organizations organizations, Members members, Access access, Outbox outbox,
            Clock clock) {
        this.groups = groups;
        this.organizations = organizations;
        this.members = members;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    public PartyGroup handle(UUID organizationId, String name, UUID leaderMemberId, LocalDate formedOn) {
        var branch = organizations.findById(organizationId);
        var leader = leaderMemberId == null
                ? null
                : members.findById(leaderMemberId, LockModeType.PESSIMISTIC_READ);
        new Faults()
                .addIf(branch == null,
                        PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/organizationId"), organizationId))
                .addIf(leaderMemberId != null && leader == null,
                        PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/leaderMemberId"), leaderMemberId))
                .refuse();
        access.require(branch.path(), Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM);
        GroupPolicy.judge(branch.seat(), leader == null || leader.isOnRollOf(organizationId), formedOn,
                Shanghai.today(clock), FIELDS).refuse();
        var group = new PartyGroup(organizationId, branch.path(), name, leaderMemberId, formedOn);
        groups.persistAndFlush(group);
        outbox.append(group.changed(formedOn), branch.path());
        return group;
    }
}
