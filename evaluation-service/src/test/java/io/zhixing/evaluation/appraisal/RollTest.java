package io.zhixing.evaluation.appraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;

import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;

class RollTest {

    private final RollEntry first = entry("M1", MemberType.FULL);
    private final RollEntry second = entry("M2", MemberType.FULL);

    @Test
    void the_same_members_in_another_order_have_the_same_hash() {
        assertEquals(new Roll(List.of(first, second)).hash(), new Roll(List.of(second, first)).hash());
    }

    @Test
    void another_type_of_a_member_is_another_roll() {
        // Given
        var probationary = new RollEntry(second.memberId(), second.memberNumber(), MemberType.PROBATIONARY,
                RollBasis.REGISTER);
        // Then
        assertNotEquals(new Roll(List.of(first, second)).hash(), new Roll(List.of(first, probationary)).hash());
    }

    private static RollEntry entry(String number, MemberType type) {
        return new RollEntry(Ids.next(), number, type, RollBasis.REGISTER);
    }
}
