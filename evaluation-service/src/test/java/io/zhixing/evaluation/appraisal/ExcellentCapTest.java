package io.zhixing.evaluation.appraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExcellentCapTest {

    static Stream<JsonNode> vectors() throws IOException {
        var file = ExcellentCapTest.class.getResource("/check-vectors/excellent-cap.json");
        return StreamSupport.stream(new ObjectMapper().readTree(file).path("cases").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void at_most_a_third_of_the_base_is_excellent_rounded_down(JsonNode vector) {
        // Given
        var cap = new ExcellentCap(Ids.next(), 3, ExcellentCap.Base.FULL_MEMBERS, false);
        // When
        long maximum = cap.maximumOf(vector.path("base").asLong());
        // Then
        assertEquals(vector.path("maxExcellent").asLong(), maximum);
    }
}
