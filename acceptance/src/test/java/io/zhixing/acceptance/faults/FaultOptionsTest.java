package io.zhixing.acceptance.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

class FaultOptionsTest {

    private static final Path ROOT = Path.of("/project");

    @Test
    void without_options_everything_runs_and_the_result_is_kept() {
        // When
        var options = FaultOptions.parse(List.of(), ROOT);

        // Then
        assertTrue(options.faults() && options.mutants());
        assertEquals(ROOT.resolve("docs/reliability.md"), options.out());
    }

    @Test
    void a_chosen_few_with_rounds_and_seed_overwrite_no_result() {
        // When
        var options = FaultOptions.parse(List.of("--only", "5,acks-none", "--rounds", "5", "--seed", "7"), ROOT);

        // Then
        assertEquals(List.of("5", "acks-none"), options.only());
        assertEquals(5, options.rounds());
        assertEquals(7, options.seed());
        assertNull(options.out());
    }

    @Test
    void no_rounds_are_refused() {
        // When, Then
        assertThrows(IllegalArgumentException.class, () -> FaultOptions.parse(List.of("--rounds", "0"), ROOT));
    }
}
