package io.zhixing.organization.post;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.Roles;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.time.Shanghai;

/** Records that a member leaves a post; what he did in it before stays what it was. */
@RequestScoped
public class LeavePost {

    private final Posts posts;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;

    LeavePost(Posts posts, Access access, Outbox outbox, Clock clock) {
        this.posts = posts;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    public PostHolding handle(UUID id, long read, String transition, LocalDate on) {
        var post = posts.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        access.require(post.path(), Roles.OFFICER, Roles.SYSTEM);
        ETag.check(read, post.version());
        if (!PostHolding.LEAVE.equals(transition)) {
            throw PlatformProblems.TRANSITION_NOT_AVAILABLE.about(post.isLeft() ? "LEFT" : "HELD", transition);
        }
        post.leave(on, Shanghai.today(clock));
        posts.flush();
        outbox.append(post.left(), post.path());
        return post;
    }
}
