package io.zhixing.organization.member;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.zhixing.platform.outbox.DomainEvent;

/** What is published of a member: each event carries the whole of him as ids, days and facts, never a name. */
public interface MemberChange extends DomainEvent {

    /**
     * A member after a change. {@code onRollFrom} and {@code onRollTo} are his present or last period on a roll;
     * {@code previousOrganizationId} is null unless he was transferred.
     */
    record State(UUID memberId, long version, UUID organizationId, LocalDate effectiveOn, String memberNumber,
            MemberType memberType, LocalDate fullSince, MemberStatus status, LocalDate onRollFrom, LocalDate onRollTo,
            UUID groupId, boolean votingRights, boolean exempt, UUID previousOrganizationId) {}

    State member();

    @Override
    default UUID aggregateId() {
        return member().memberId();
    }

    @Override
    default long version() {
        return member().version();
    }

    @Override
    default UUID organizationId() {
        return member().organizationId();
    }

    @Override
    default LocalDate effectiveOn() {
        return member().effectiveOn();
    }

    /** 编入名册. */
    record Enrolled(@JsonUnwrapped State member) implements MemberChange {}

    /** 转正. */
    record BecameFull(@JsonUnwrapped State member) implements MemberChange {}

    /** 停止党籍: his period on the roll has ended. */
    record Suspended(@JsonUnwrapped State member) implements MemberChange {}

    /** 恢复党籍: another period has begun. */
    record Restored(@JsonUnwrapped State member) implements MemberChange {}

    /** 转移组织关系: on the roll of another branch from that day on. */
    record Transferred(@JsonUnwrapped State member) implements MemberChange {}

    /** 离开: he is on no roll any more; the status says why. */
    record Left(@JsonUnwrapped State member) implements MemberChange {}

    /** 更正或变动: other facts of him than the ones above, such as his group, his exemption or an extended probation. */
    record Corrected(@JsonUnwrapped State member) implements MemberChange {}
}
