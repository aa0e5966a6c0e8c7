package io.zhixing.organization.post;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.structure.OrganizationHoldings;
import io.zhixing.organization.structure.Seat;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.transition.StepHistory;

/** Posts of an organization that ends: they must have ended, and end with a merger, since the successor has its own. */
@RequestScoped
class PostHoldings implements OrganizationHoldings {

    private final Posts posts;
    private final StepHistory history;
    private final Outbox outbox;

    PostHoldings(Posts posts, StepHistory history, Outbox outbox) {
        this.posts = posts;
        this.history = history;
        this.outbox = outbox;
    }

    @Override
    public Optional<ProblemException> againstEnd(UUID organizationId, LocalDate on) {
        return posts.openIn(organizationId).stream().findFirst()
                .map(post -> OrganizationProblems.ORGANIZATION_HAS_POSTS.about());
    }

    @Override
    public void handOver(Seat merged, Seat successor, LocalDate on) {
        var open = posts.openIn(merged.id());
        open.forEach(post -> {
            if (on.isBefore(post.earliestEnd())) {
                throw OrganizationProblems.DAYS_INCONSISTENT.about(on, post.earliestEnd());
            }
            post.leave(on);
        });
        posts.flush();
        var step = LeavePost.STEPS.named(PostHolding.PostState.HELD, "leave");
        history.addAll(PostHolding.RESOURCE, open.stream()
                .map(post -> new StepHistory.Entry(post.id(), post.version(), post.path(), step, on, null)).toList());
        outbox.appendAll(open.stream().map(PostHolding::left).toList(), merged.path());
    }
}
