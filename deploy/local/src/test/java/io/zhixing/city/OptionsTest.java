package io.zhixing.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    private static final Path PROJECT = Path.of("/project");
    private static final Path HERE = Path.of("/somewhere/else");

    @Test
    void gives_the_small_city_in_the_project_when_nothing_is_asked() {
        // When
        var options = parse();

        // Then
        assertEquals(0.05, options.scale());
        assertEquals(1, options.seed());
        assertEquals(Path.of("/project/.zhixing"), options.data());
        assertEquals(8080, options.portBase());
        assertTrue(options.city());
        assertFalse(options.fresh());
        assertFalse(options.exitAfterReport());
        assertTrue(options.askedScale().isEmpty());
    }

    @Test
    void reads_every_option_and_takes_files_from_where_the_caller_stands() {
        // When
        var options = parse("--scale", "0.2", "--seed", "9", "--data", "d", "--port-base", "9000", "--fresh",
                "--exit-after-report", "--report", "../r.json");

        // Then
        assertEquals(0.2, options.scale());
        assertEquals(9, options.seed());
        assertEquals(Path.of("/somewhere/else/d"), options.data());
        assertEquals(9000, options.portBase());
        assertEquals(Path.of("/somewhere/r.json"), options.report());
        assertTrue(options.fresh());
        assertTrue(options.exitAfterReport());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--scale 0", "--scale 1.01", "--scale NaN", "--scale x", "--scale", "--seed -1",
            "--seed 1.5", "--port-base 80", "--port-base 65530", "--port-base x", "--data", "--unknown", "0.05",
            "--no-city --report r.json"})
    void refuses_what_makes_no_sense(String line) {
        // When
        var failure = assertThrows(CityFailure.class, () -> parse(line.split(" ")));

        // Then
        assertEquals(CityFailure.WRONG_OPTIONS, failure.exitCode());
    }

    private static Options parse(String... arguments) {
        return Options.parse(List.of(arguments), PROJECT, HERE);
    }
}
