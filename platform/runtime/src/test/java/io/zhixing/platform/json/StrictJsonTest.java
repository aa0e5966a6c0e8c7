package io.zhixing.platform.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.OffsetDateTime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

    StrictJsonTest() {
        new StrictJson().customize(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1467334800", "1467334800.5", "\"1467334800\"", "\"2016-07-01T09:00:00\"", "true"})
    void a_number_is_no_time_nor_is_a_time_without_offset(String value) {
        assertThrows(MismatchedInputException.class, () -> json.readValue(value, OffsetDateTime.class));
    }

    @Test
    void a_time_of_any_offset_is_the_same_instant() throws JsonProcessingException {
        // When
        var read = json.readValue("\"2016-07-01T09:00:00+08:00\"", OffsetDateTime.class);
        // Then
        assertEquals(OffsetDateTime.parse("2016-07-01T01:00:00Z"), read);
    }
}
