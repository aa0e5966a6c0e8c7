package io.zhixing.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LogTest {

    @Test
    void a_text_from_outside_makes_no_line_of_its_own_on_the_services_console() {
        // Given
        var console = Stream.of(Logger.getLogger("").getHandlers()).flatMap(LogTest::within)
                .filter(ConsoleHandler.class::isInstance).findFirst().orElseThrow();
        var record = new ExtLogRecord(Level.WARNING, "refused: %s", ExtLogRecord.FormatStyle.PRINTF, "sample");
        record.setParameters(new Object[]{"x\r\n2026-11-24T10:00:00.000+08:00 INFO  [sample] all is well"});
        // When
        boolean let = console.getFilter().isLoggable(record);
        var written = console.getFormatter().format(record);
        // Then
        assertTrue(let);
        assertEquals(1, written.lines().count(), written);
    }

    private static Stream<Handler> within(Handler handler) {
        return Stream.concat(Stream.of(handler),
                handler instanceof ExtHandler outer
                        ? Stream.of(outer.getHandlers()).flatMap(LogTest::within)
                        : Stream.of());
    }
}
