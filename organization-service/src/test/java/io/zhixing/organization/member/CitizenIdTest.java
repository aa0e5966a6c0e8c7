package io.zhixing.organization.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixing.organization.CheckVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CitizenIdTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    @ParameterizedTest
    @MethodSource("vectors")
    void a_number_is_taken_if_and_only_if_form_birth_date_and_check_character_are_right(JsonNode vector) {
        // When
        var number = CitizenId.of(vector.path("input").asText(), TODAY);
        // Then
        assertEquals(vector.path("valid").asBoolean(), number.isPresent());
        number.ifPresent(taken -> {
            assertEquals(vector.path("normalized").asText(), taken.number());
            assertEquals(vector.path("birthDate").asText(), taken.birthDate().toString());
            assertEquals(vector.path("sexCode").asText(), taken.sexCode());
        });
    }

    @Test
    void the_mask_hides_birth_date_and_most_of_the_area() {
        // When
        var masked = CitizenId.of("99999919000101004X", TODAY).orElseThrow().masked();
        // Then
        assertEquals("999***********004X", masked);
    }

    @Test
    void a_number_of_somebody_born_tomorrow_is_refused() {
        // Given
        var number = "999999190001010015";
        // When
        var dayBefore = CitizenId.of(number, LocalDate.of(1899, 12, 31));
        // Then
        assertTrue(dayBefore.isEmpty());
        assertTrue(CitizenId.of(number, LocalDate.of(1900, 1, 1)).isPresent());
    }

    static Stream<JsonNode> vectors() {
        return CheckVectors.of("citizenId");
    }
}
