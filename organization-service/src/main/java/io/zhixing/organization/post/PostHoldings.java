package io.zhixing.organization.post;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.structure.OrganizationHoldings;
import io.zhixing.organization.structure.Seat;
import io.zhixing.platform.problem.ProblemException;

/** Posts of an organization that ends: they must have ended, and end with a merger, since the successor has its own. */
@RequestScoped
class PostHoldings implements OrganizationHoldings {

    private final Posts posts;
    private final EndPosts endPosts;

    PostHoldings(Posts posts, EndPosts endPosts) {
        this.posts = posts;
        this.endPosts = endPosts;
    }

    @Override
    public Optional<ProblemException> againstEnd(UUID organizationId) {
        return posts.openIn(organizationId).stream().findFirst()
                .map(post -> OrganizationProblems.ORGANIZATION_HAS_POSTS.about());
    }

    @Override
    public Optional<LocalDate> endedLast(UUID organizationId) {
        return posts.leftLast(organizationId);
    }

    @Override
    public void handOver(Seat merged, Seat successor, LocalDate on) {
        endPosts.handle(posts.openIn(merged.id()), on, left -> merged.path());
    }
}
