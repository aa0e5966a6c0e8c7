package io.zhixing.organization.post;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.transition.StepHistory;

/** Ends posts with something else that ends, such as a term, a membership or an organization: many at once, each as if it were left. */
@RequestScoped
class EndPosts {

    private final Posts posts;
    private final StepHistory history;
    private final Outbox outbox;

    EndPosts(Posts posts, StepHistory history, Outbox outbox) {
        this.posts = posts;
        this.history = history;
        this.outbox = outbox;
    }

    /**
     * {@code DAYS_INCONSISTENT} when one was taken on that day or later: then the one or the other day is wrong.
     *
     * @param path under which the event of a post is published
     */
    void handle(List<PostHolding> held, LocalDate on, Function<PostChange.Left, String> path) {
        held.forEach(post -> {
            if (on.isBefore(post.earliestEnd())) {
                throw OrganizationProblems.DAYS_INCONSISTENT.about(on, post.earliestEnd());
            }
            post.leave(on);
        });
        posts.flush();
        var step = LeavePost.STEPS.named(PostState.HELD, "leave");
        history.addAll(PostHolding.RESOURCE, held.stream()
                .map(post -> new StepHistory.Entry(post.id(), post.version(), post.path(), step, on, null)).toList());
        outbox.appendAll(held.stream().map(PostHolding::left).toList(), path);
    }
}
