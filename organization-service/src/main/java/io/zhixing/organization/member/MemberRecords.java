package io.zhixing.organization.member;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

/**
 * What a part of the register keeps open about members because they stand on a roll, such as that they are away: it ends
 * with that. Every bean of this type takes part.
 */
public interface MemberRecords {

    /** How members leave the roll on which they stand. */
    enum Leaving {
        /** To another branch of the register. */
        TO_ANOTHER_BRANCH,
        /** 停止党籍: they may be restored. */
        SUSPENDED,
        /** Dead, gone out of the register, or members no more. */
        FOR_GOOD;

        /** @param reached the member's status from that day on */
        static Leaving by(MemberStatus reached) {
            return switch (reached) {
                case ACTIVE -> TO_ANOTHER_BRANCH;
                case SUSPENDED -> SUSPENDED;
                default -> FOR_GOOD;
            };
        }
    }

    /**
     * Locks, before members change, what others change in one transaction with them: who locked them in the other order would
     * wait for ever.
     */
    default void hold(Collection<UUID> members) {}

    /**
     * Ends from that day on, with the events of it, what these members have open. Needs the transaction in which they leave,
     * after it was flushed: what was registered until then is seen. {@code DAYS_INCONSISTENT} when it began on that day or
     * later: then the one or the other day is wrong.
     */
    void end(Collection<UUID> members, Leaving how, LocalDate on);
}
