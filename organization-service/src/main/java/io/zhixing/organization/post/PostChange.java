package io.zhixing.organization.post;

import java.time.LocalDate;
import java.util.UUID;

import io.zhixing.platform.outbox.DomainEvent;

/** What is published of a post after a change: who holds it, from a day on, until the day on which he no longer does. */
public interface PostChange extends DomainEvent {

    UUID postId();

    @Override
    default UUID aggregateId() {
        return postId();
    }

    /** 任职. */
    record Taken(UUID postId, long version, UUID organizationId, LocalDate effectiveOn, UUID memberId, Post post,
            LocalDate from, LocalDate to, Basis basis) implements PostChange {}

    /** 离任. */
    record Left(UUID postId, long version, UUID organizationId, LocalDate effectiveOn, UUID memberId, Post post,
            LocalDate from, LocalDate to, Basis basis) implements PostChange {}

    /** 更正任职: whoever relied on its days looks again. */
    record Corrected(UUID postId, long version, UUID organizationId, LocalDate effectiveOn, UUID memberId, Post post,
            LocalDate from, LocalDate to, Basis basis) implements PostChange {}
}
