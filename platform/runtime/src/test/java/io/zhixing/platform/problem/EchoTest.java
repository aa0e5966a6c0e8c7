package io.zhixing.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EchoTest {

    @ParameterizedTest
    @ValueSource(strings = {"zz", "idNumber", "ZX00000001", "M0000001", "S12", "001002003", "441200", "441284400001",
            "01912d68-783e-7a0f-8000-0f54b3b0a4df", "00000000-0000-0000-0000-000000000001", "openapi.yaml"})
    void fields_codes_and_ids_are_repeated(String word) {
        assertEquals(word, Echo.of(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"金丝雀", "999999190001010015", "99999919000101001X", "999999000101001", "13800000000",
            "ID999999190001010015", "%E9%87%91", "a b", "", "6222020200012345678", "x@example.org"})
    void names_and_numbers_of_persons_are_not(String word) {
        assertEquals("…", Echo.of(word));
    }

    @Test
    void each_part_of_a_path_or_key_is_judged_by_itself() {
        assertEquals("/organization/v1/members/…", Echo.ofParts("/organization/v1/members/999999190001010015"));
        assertEquals("…/001002/2016/M1", Echo.ofParts("金丝雀/001002/2016/M1"));
        assertEquals("/", Echo.ofParts("/"));
        assertNull(Echo.ofParts(null));
    }

    @Test
    void a_problem_repeats_what_the_caller_named_only_so_far() {
        // When
        var unknown = PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/memberNumber"), "999999190001010015");
        var known = PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/memberNumber"), "M0000001");
        var expected = PlatformProblems.PARAMETER_INVALID.at(Place.parameter("limit"), "limit", "一个整数");
        // Then
        assertEquals(List.of("… does not exist or lies outside your scope.",
                "M0000001 does not exist or lies outside your scope.",
                "The value of parameter limit is invalid; expected 一个整数."),
                Arrays.asList(unknown, known, expected).stream().map(fault -> fault.detail(Language.EN)).toList());
    }
}
