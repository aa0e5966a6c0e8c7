package io.zhixing.platform.outbox;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What others learn of a change: the state after it, as ids and facts, never a person's name or number. Records
 * implement it; their components are the JSON that is published.
 */
public interface DomainEvent {

    /** Key of the record on the topic: events of one aggregate stay in order. */
    UUID aggregateId();

    /** The aggregate's version after the change, from 1 without a gap. */
    long version();

    /** The organization that the aggregate belongs to; null for what belongs to none, such as a division. */
    UUID organizationId();

    /** The business day of the change, in Asia/Shanghai. */
    LocalDate effectiveOn();
}
