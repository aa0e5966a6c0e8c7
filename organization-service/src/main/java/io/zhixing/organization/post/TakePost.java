package io.zhixing.organization.post;

import java.time.Clock;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.LockModeType;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.member.Members;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.organization.structure.SecondPerson;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.time.Shanghai;

/**
 * Records that a member takes up a post. The organization stays locked meanwhile: of two secretaries at once the second
 * then meets the first one's row, where two unfinished rows would wait for each other. So does the member: who leaves his
 * roll at once leaves this post too, or does not take it.
 */
@RequestScoped
public class TakePost {

    private final Posts posts;
    private final Members members;
    private final Organizations organizations;
    private final Access access;
    private final SecondPerson secondPerson;
    private final Outbox outbox;
    private final Clock clock;

    TakePost(Posts posts, Members members, Organizations organizations, Access access, SecondPerson secondPerson,
            Outbox outbox, Clock clock) {
        this.posts = posts;
        this.members = members;
        this.organizations = organizations;
        this.access = access;
        this.secondPerson = secondPerson;
        this.outbox = outbox;
        this.clock = clock;
    }

    public PostHolding handle(PostHolding.Facts facts) {
        var organization = organizations.locked(facts.organizationId()).orElse(null);
        var member = members.findById(facts.memberId(), LockModeType.PESSIMISTIC_READ);
        new Faults()
                .addIf(organization == null,
                        PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/organizationId"), facts.organizationId()))
                .addIf(member == null,
                        PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/memberId"), facts.memberId()))
                .refuse();
        access.require(facts.post().decidedAt(organization.path()), Roles.OFFICER, Roles.SECRETARY,
                Roles.SYSTEM);
        PostPolicy.judge(facts, organization.seat(),
                new PostPolicy.Holder(member.joinedOn(), member.fullSince(), member.isOnRollOf(member.organizationId()),
                        "/memberId"),
                "/organizationId", Shanghai.today(clock)).refuse();
        var post = new PostHolding(facts, organization.path());
        if (post.isDecidedAtTheRootItself() && secondPerson.isHimself(post.path(), member.id())) {
            throw OrganizationProblems.SECOND_PERSON_REQUIRED.about();
        }
        posts.persistAndFlush(post);
        outbox.append(post.taken(), post.path());
        return post;
    }
}
