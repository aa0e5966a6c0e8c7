package io.zhixing.organization.post;

import java.time.Clock;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.member.Members;
import io.zhixing.organization.member.PartyMember;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.organization.structure.PartyOrganization;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.time.Shanghai;

/**
 * Records that a member takes up a post. The organization stays locked meanwhile: of two secretaries at once the second
 * then meets the first one's row, where two unfinished rows would wait for each other.
 */
@RequestScoped
public class TakePost {

    private final Posts posts;
    private final Members members;
    private final Organizations organizations;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;

    TakePost(Posts posts, Members members, Organizations organizations, Access access, Outbox outbox, Clock clock) {
        this.posts = posts;
        this.members = members;
        this.organizations = organizations;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    public PostHolding handle(PostHolding.Facts facts) {
        var organization = organizations.locked(facts.organizationId()).orElse(null);
        var member = members.findById(facts.memberId());
        var faults = new Faults()
                .addIf(organization == null,
                        PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/organizationId"), facts.organizationId()))
                .addIf(member == null,
                        PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/memberId"), facts.memberId()));
        faults.refuse();
        access.require(PostHolding.decidedAt(facts.post(), organization.path()), Roles.OFFICER, Roles.SECRETARY,
                Roles.SYSTEM);
        judge(facts, organization, member, faults).refuse();
        var post = new PostHolding(facts, organization.path());
        posts.persistAndFlush(post);
        outbox.append(post.taken(), post.path());
        return post;
    }

    private Faults judge(PostHolding.Facts facts, PartyOrganization organization, PartyMember member, Faults faults) {
        var today = Shanghai.today(clock);
        return faults.addIf(!organization.isInPlace(),
                OrganizationProblems.ORGANIZATION_NOT_IN_PLACE.at(Place.pointer("/organizationId")))
                .addIf(facts.from().isBefore(organization.establishedOn()),
                        OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer("/from"), facts.from(),
                                organization.establishedOn()))
                .addIf(facts.from().isBefore(member.joinedOn()),
                        OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer("/from"), facts.from(),
                                member.joinedOn()))
                .addIf(facts.from().isAfter(today),
                        OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/from"), facts.from()))
                .addIf(facts.to() != null && !facts.to().isAfter(facts.from()),
                        OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer("/to"), facts.to(),
                                facts.from().plusDays(1)))
                .addIf(facts.to() != null && facts.to().isAfter(today),
                        OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/to"), facts.to()));
    }
}
