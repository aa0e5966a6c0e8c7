package io.zhixing.organization.group;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.member.Members;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.time.Shanghai;

/** Forms a Party group within a branch. */
@RequestScoped
public class FormGroup {

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
        var leader = leaderMemberId == null ? null : members.findById(leaderMemberId);
        new Faults()
                .addIf(branch == null,
                        PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/organizationId"), organizationId))
                .addIf(leaderMemberId != null && leader == null,
                        PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/leaderMemberId"), leaderMemberId))
                .refuse();
        access.require(branch.path(), Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM);
        new Faults()
                .addIf(!branch.isBranch(),
                        OrganizationProblems.MEMBERS_ONLY_ON_BRANCH.at(Place.pointer("/organizationId")))
                .addIf(!branch.isInPlace(),
                        OrganizationProblems.ORGANIZATION_NOT_IN_PLACE.at(Place.pointer("/organizationId")))
                .addIf(leader != null && !leader.isOnRollOf(organizationId),
                        OrganizationProblems.LEADER_NOT_OF_BRANCH.at(Place.pointer("/leaderMemberId")))
                .addIf(formedOn.isBefore(branch.establishedOn()),
                        OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer("/formedOn"), formedOn,
                                branch.establishedOn()))
                .addIf(formedOn.isAfter(Shanghai.today(clock)),
                        OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/formedOn"), formedOn))
                .refuse();
        var group = new PartyGroup(organizationId, branch.path(), name, leaderMemberId, formedOn);
        groups.persistAndFlush(group);
        outbox.append(group.changed(formedOn), branch.path());
        return group;
    }
}
