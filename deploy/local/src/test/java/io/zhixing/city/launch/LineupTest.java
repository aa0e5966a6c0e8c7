package io.zhixing.city.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LineupTest {

    private static final String ONE_COMPILER = "-XX:TieredStopAtLevel=1";

    @Test
    void a_city_that_lives_for_minutes_starts_with_one_compiler_and_one_that_is_loaded_for_many_has_both() {
        // When
        var usual = Lineup.whole();
        var large = Lineup.large();

        // Then
        assertEquals(usual.services(), large.services());
        assertTrue(usual.jvmOptions().contains(ONE_COMPILER), usual.jvmOptions()::toString);
        assertFalse(large.jvmOptions().contains(ONE_COMPILER), large.jvmOptions()::toString);
    }
}
