package io.zhixing.organization.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixing.organization.CheckVectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CreditCodeTest {

    @ParameterizedTest
    @MethodSource("vectors")
    void the_form_is_required_and_a_wrong_check_character_only_marked(JsonNode vector) {
        // Given
        boolean formed = !"ERROR".equals(vector.path("severity").asText());
        // When
        var code = CreditCode.of(vector.path("input").asText());
        // Then
        assertEquals(formed, code.isPresent());
        code.ifPresent(taken -> assertEquals(vector.path("valid").asBoolean(), taken.checks()));
    }

    @ParameterizedTest
    @MethodSource("right")
    void a_code_is_kept_in_capital_letters(JsonNode vector) {
        // When
        var code = CreditCode.of(" " + vector.path("input").asText() + " ");
        // Then
        assertEquals(vector.path("normalized").asText(), code.orElseThrow().code());
    }

    static Stream<JsonNode> vectors() {
        return CheckVectors.of("unifiedSocialCreditCode");
    }

    static Stream<JsonNode> right() {
        return vectors().filter(vector -> vector.path("valid").asBoolean());
    }
}
