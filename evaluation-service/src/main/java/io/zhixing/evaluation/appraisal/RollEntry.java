package io.zhixing.evaluation.appraisal;

import java.util.UUID;

/** A member on a frozen roll, as he was on the day of reckoning. */
record RollEntry(UUID memberId, String memberNumber, MemberType memberType, RollBasis basis) {

    boolean isFull() {
        return memberType == MemberType.FULL;
    }
}
