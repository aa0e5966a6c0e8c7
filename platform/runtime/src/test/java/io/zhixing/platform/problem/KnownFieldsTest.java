package io.zhixing.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class KnownFieldsTest {

    @Test
    void keep_the_order_of_the_contract() {
        assertEquals("flour, salt, butter", KnownFields.of(List.of("flour", "salt", "butter")).toString());
    }

    @Test
    void are_twenty_at_most() {
        // When
        var told = KnownFields.of(IntStream.rangeClosed(1, 25).mapToObj(i -> "field" + i).toList()).toString();
        // Then
        assertTrue(told.endsWith("field20, …"), told);
    }

    @Test
    void are_a_dash_where_an_object_has_none() {
        assertEquals("-", KnownFields.of(List.of()).toString());
    }
}
