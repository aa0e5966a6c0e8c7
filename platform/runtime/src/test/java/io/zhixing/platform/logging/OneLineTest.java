package io.zhixing.platform.logging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.logging.Level;

import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

class OneLineTest {

    private static final String FORGED = "bread\r\n2026-11-24T10:00:00 INFO [bakery] all is well";

    private final OneLine filter = new OneLine();

    @Test
    void a_line_break_in_a_message_or_its_arguments_makes_no_line_of_its_own() {
        // Given
        var record = new ExtLogRecord(Level.WARNING, "ordered: %s", ExtLogRecord.FormatStyle.PRINTF, "bakery");
        record.setParameters(new Object[]{FORGED + "\u001b[31m\u2028"});
        // When
        boolean let = filter.isLoggable(record);
        // Then
        assertTrue(let);
        assertEquals("ordered: bread\\u000d\\u000a2026-11-24T10:00:00 INFO [bakery] all is well\\u001b[31m\\u2028",
                record.getFormattedMessage());
    }

    @Test
    void failures_and_their_causes_are_told_on_one_line_each_with_their_stacks() {
        // Given
        var cause = new IllegalArgumentException(FORGED);
        var failure = new IllegalStateException("oven", cause);
        failure.addSuppressed(new IllegalStateException(FORGED));
        var record = new ExtLogRecord(Level.SEVERE, "baking failed", "bakery");
        record.setThrown(failure);
        // When
        filter.isLoggable(record);
        // Then
        var told = record.getThrown();
        assertEquals(failure.toString(), told.toString());
        assertArrayEquals(failure.getStackTrace(), told.getStackTrace());
        var printed = new StringWriter();
        told.printStackTrace(new PrintWriter(printed));
        assertEquals(List.of(), printed.toString().lines().filter(line -> line.startsWith("2026")).toList());
        assertTrue(
                printed.toString().contains("Caused by: java.lang.IllegalArgumentException: bread\\u000d\\u000a2026"),
                printed.toString());
    }

    @Test
    void failures_that_cause_each_other_are_told_once() {
        // Given
        var one = new IllegalStateException(FORGED);
        var other = new IllegalStateException("other", one);
        one.initCause(other);
        var record = new ExtLogRecord(Level.SEVERE, "baking failed", "bakery");
        record.setThrown(one);
        // When
        filter.isLoggable(record);
        // Then
        assertTrue(record.getThrown().toString().contains("\\u000a"));
        assertEquals("java.lang.IllegalStateException: other", record.getThrown().getCause().toString());
    }

    @Test
    void what_is_on_one_line_stays_as_it_is() {
        // Given
        var failure = new IllegalStateException("no\tflour");
        var record = new ExtLogRecord(Level.INFO, "ordered: %s", ExtLogRecord.FormatStyle.PRINTF, "bakery");
        record.setParameters(new Object[]{"rye"});
        record.setThrown(failure);
        // When
        filter.isLoggable(record);
        // Then
        assertEquals("ordered: %s", record.getMessage());
        assertSame(failure, record.getThrown());
    }
}
