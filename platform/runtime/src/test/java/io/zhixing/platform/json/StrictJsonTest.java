package io.zhixing.platform.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.OffsetDateTime;
import java.util.UUID;

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

    @ParameterizedTest
    @ValueSource(strings = {"AZEtaHg+eg+AAA9Us7Ck4A==", "AZEtaHg-eg-AAA9Us7Ck4A", "AZEtaHg-eg-AAA9Us7Ck4A==",
            "01912d68783e7a0f80000f54b3b0a4e0", "1-2-3-4-5", "{01912d68-783e-7a0f-8000-0f54b3b0a4e0}",
            "01912d68-783e-7a0f-8000-0f54b3b0a4e0 ", ""})
    void an_id_has_one_form(String text) {
        assertThrows(MismatchedInputException.class, () -> json.readValue('"' + text + '"', UUID.class));
    }

    @Test
    void an_id_in_its_form_is_read() throws JsonProcessingException {
        // Given
        var id = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4e0");
        // When
        var read = json.readValue(
                "[\"01912d68-783e-7a0f-8000-0f54b3b0a4e0\",\"01912D68-783E-7A0F-8000-0F54B3B0A4E0\",null]",
                UUID[].class);
        // Then
        assertArrayEquals(new UUID[]{id, id, null}, read);
    }

    @Test
    void a_time_of_any_offset_is_the_same_instant() throws JsonProcessingException {
        // When
        var read = json.readValue("\"2016-07-01T09:00:00+08:00\"", OffsetDateTime.class);
        // Then
        assertEquals(OffsetDateTime.parse("2016-07-01T01:00:00Z"), read);
    }
}
