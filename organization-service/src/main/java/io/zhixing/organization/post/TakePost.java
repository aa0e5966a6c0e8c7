package io.zhixing.organization.post;

import java.time.Clock;

import jakarta.enterprise.context.RequestScoped;

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
        new Faults()
                .addIf(organization == null,
                        PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/organizationId"), facts.organizationId()))
                .addIf(member == null,
                        PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/memberId"), facts.memberId()))
                .refuse();
        access.require(PostHolding.decidedAt(facts.post(), organization.path()), Roles.OFFICER, Roles.SECRETARY,
                Roles.SYSTEM);
        PostPolicy.judge(facts, organization.seat(), member.joinedOn(), "/organizationId", Shanghai.today(clock))
                .refuse();
        var post = new PostHolding(facts, organization.path());
        posts.persistAndFlush(post);
        outbox.append(post.taken(), post.path());
        return post;
    }
}
