package io.zhixing.organization.member;

import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.group.PartyGroups;
import io.zhixing.organization.member.MemberSteps.Facts;
import io.zhixing.organization.rule.Rules;
import io.zhixing.organization.structure.BranchKind;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.organization.structure.PartyOrganization;
import io.zhixing.organization.structure.SecondPerson;
import io.zhixing.platform.transition.Subject;

/** What the steps of a member are judged by: himself, his branch, the group that is meant, and the rules of the day. */
@RequestScoped
class MemberSubjects {

    private final PartyGroups groups;
    private final Organizations organizations;
    private final Rules rules;
    private final SecondPerson secondPerson;

    MemberSubjects(PartyGroups groups, Organizations organizations, Rules rules, SecondPerson secondPerson) {
        this.groups = groups;
        this.organizations = organizations;
        this.rules = rules;
        this.secondPerson = secondPerson;
    }

    /** @param move null while nobody takes a step and only its openness is asked for; a group that it names stays locked */
    Subject<MemberStatus, Facts> of(PartyMember member, MemberMove move) {
        var group = Optional.ofNullable(move).map(MemberMove::groupId).flatMap(groups::locked);
        return new Subject<>(member.status(), member.version(), member.path(), member.steppedOn(),
                new Facts(member, move, group, rules, () -> kindOfBranch(member)))
                .lastBy(secondPerson.lastHand(member.id()));
    }

    /** Null also for the member himself, who sees his own row and not his branch. */
    private BranchKind kindOfBranch(PartyMember member) {
        return organizations.findByIdOptional(member.organizationId()).map(PartyOrganization::kind).orElse(null);
    }
}
