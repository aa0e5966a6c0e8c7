package io.zhixing.city.sample;

import java.time.LocalDate;

/**
 * The transfer of a member (组织关系转移) and how far it comes. {@code receiver} is null when it lies outside the city.
 *
 * @param sender the branch from which a member came before the register, of {@link End#OF_THE_PAST} alone; else null
 */
public record Transfer(int index, Member member, Organization sender, Organization receiver, End end, LocalDate on) {

    /** Where it stands at the end. Letters of waiting ones are of these days: older ones have run out. */
    public enum End {
        OF_THE_PAST,
        DRAFT,
        SUBMITTED,
        SENDING_APPROVED,
        UPPER_APPROVED,
        RECEIVED,
        RETURNED,
        REJECTED,
        WITHDRAWN,
        EXPIRED
    }

    /** Whether it waits for somebody now, so that its letter must be valid today. */
    public boolean isWaiting() {
        return end == End.SENDING_APPROVED || end == End.UPPER_APPROVED;
    }

    /** How many superiors the member leaves on his way within the city: each of them approves. */
    public int superiorsLeft() {
        int left = 0;
        for (var one = member.branch().parent(); one != null && !receiver.isWithin(one); one = one.parent()) {
            left++;
        }
        return left;
    }
}
