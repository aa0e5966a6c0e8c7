package io.zhixing.organization.post;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.member.Members;
import io.zhixing.organization.member.PartyMember;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.organization.structure.SecondPerson;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.time.Shanghai;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.StepHistory;

/** Sets right the days or the basis of a post. The organization stays locked meanwhile, as when a post is taken. */
@RequestScoped
public class CorrectPost {

    private final Posts posts;
    private final Members members;
    private final Organizations organizations;
    private final Access access;
    private final SecondPerson secondPerson;
    private final StepHistory history;
    private final Outbox outbox;
    private final Clock clock;

    CorrectPost(Posts posts, Members members, Organizations organizations, Access access, SecondPerson secondPerson,
            StepHistory history,
            Outbox outbox, Clock clock) {
        this.posts = posts;
        this.members = members;
        this.organizations = organizations;
        this.access = access;
        this.secondPerson = secondPerson;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
    }

    public PostHolding handle(UUID id, long read, PostResource.CorrectPostRequest stated) {
        var post = posts.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        access.require(post.decidedAt(), Roles.OFFICER, Roles.SECRETARY, Roles.SYSTEM);
        ETag.check(read, post.version());
        if (post.isDecidedAtTheRootItself()) {
            secondPerson.require(post.path(), id);
        }
        var organization = organizations.locked(post.organizationId()).orElseThrow();
        var today = Shanghai.today(clock);
        var from = stated.from() == null ? post.heldFrom() : stated.from();
        var to = stated.to() == null ? post.heldTo() : stated.to();
        var basis = stated.basis() == null ? post.basis() : stated.basis();
        new Faults().addIf(post.state() == PostState.HELD && stated.to() != null,
                OrganizationProblems.POST_STILL_HELD.at(Place.pointer("/to"))).refuse();
        PostPolicy.judge(new PostHolding.Facts(post.memberId(), organization.id(), post.post(), from, to, basis),
                organization.seat(), holder(post), "/organizationId",
                today).refuse();
        post.correct(from, to, basis);
        posts.flush();
        if (post.version() == read) {
            throw OrganizationProblems.CORRECTION_CHANGES_NOTHING.about();
        }
        history.add(PostHolding.RESOURCE, id, post.version(), post.path(),
                Step.of("correct", post.state(), post.state()), today, stated.reason());
        outbox.append(post.corrected(today), post.path());
        return post;
    }

    /** Without days when the caller does not see him, as a secretary who was sent from elsewhere. */
    private PostPolicy.Holder holder(PostHolding post) {
        var member = members.findByIdOptional(post.memberId());
        return new PostPolicy.Holder(member.map(PartyMember::joinedOn).orElse(null),
                member.map(PartyMember::fullSince).orElse(null), true, "/memberId");
    }
}
