package io.zhixing.organization.post;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.SecondPerson;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.transition.Move;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.StepJudge;
import io.zhixing.platform.transition.Steps;
import io.zhixing.platform.transition.Subject;
import io.zhixing.platform.transition.Transitions;

/** 离任: a member leaves a post; what he did in it before stays what it was. */
@RequestScoped
public class LeavePost {

    public static final Steps<PostState, PostHolding> STEPS = Steps.of(
            Step.<PostState, PostHolding>of("leave", PostState.HELD, PostState.LEFT)
                    .called("离任", "Leave").by(Roles.OFFICER, Roles.SECRETARY, Roles.SYSTEM)
                    .secondPersonWhen(PostHolding::isDecidedAtTheRootItself,
                            OrganizationProblems.SECOND_PERSON_REQUIRED));

    private final Posts posts;
    private final StepHistory history;
    private final SecondPerson secondPerson;
    private final StepJudge judge;
    private final Outbox outbox;

    LeavePost(Posts posts, StepHistory history, SecondPerson secondPerson, StepJudge judge, Outbox outbox) {
        this.posts = posts;
        this.history = history;
        this.secondPerson = secondPerson;
        this.judge = judge;
        this.outbox = outbox;
    }

    Transitions open(PostHolding post) {
        return judge.open(STEPS, subject(post));
    }

    public PostHolding handle(UUID id, long read, Move move) {
        var post = posts.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, post.version());
        var step = judge.require(STEPS, subject(post), move.transition(), move.on());
        post.leave(move.on());
        posts.flush();
        history.add(PostHolding.RESOURCE, id, post.version(), post.path(), step, move.on(), move.comment());
        outbox.append(post.left(), post.path());
        return post;
    }

    private Subject<PostState, PostHolding> subject(PostHolding post) {
        return new Subject<>(post.state(), post.version(), post.decidedAt(), post.earliestEnd(), post)
                .lastBy(secondPerson.lastHand(post.id()));
    }
}
