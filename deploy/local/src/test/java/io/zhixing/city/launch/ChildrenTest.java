package io.zhixing.city.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.zhixing.city.CityFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildrenTest {

    private static final int LINES = 20_000;

    @TempDir
    Path folder;

    private DataFolder data;
    private Process process;
    private final CompletableFuture<CityFailure> death = new CompletableFuture<>();

    @BeforeEach
    void open() throws IOException {
        data = DataFolder.open(folder.resolve("data"));
        process = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void close() {
        process.destroyForcibly();
        data.close();
    }

    @Test
    void tell_of_a_death_whose_log_cannot_be_read() throws Exception {
        // Given
        children().adopt(new Child("kafka", process.toHandle(), folder.resolve("missing.log")));
        // When
        process.destroyForcibly();
        // Then
        var told = death.get(60, TimeUnit.SECONDS);
        assertTrue(told.line().contains("kafka ended unexpectedly"), told.line());
        assertTrue(told.details().get(0).contains("The log cannot be read"), told.details().toString());
    }

    @Test
    void show_the_last_thirty_lines_of_a_long_log() throws Exception {
        // Given
        var log = Files.writeString(folder.resolve("long.log"),
                IntStream.rangeClosed(1, LINES).mapToObj("第 %d 行"::formatted).collect(Collectors.joining("\n")));
        children().adopt(new Child("kafka", process.toHandle(), log));
        // When
        process.destroyForcibly();
        // Then
        var told = death.get(60, TimeUnit.SECONDS);
        assertEquals(IntStream.rangeClosed(LINES - 29, LINES).mapToObj("第 %d 行"::formatted).toList(),
                told.details());
    }

    @Test
    void show_a_short_log_whole_and_no_half_of_a_line_that_is_longer_than_what_is_read() throws IOException {
        // Given
        var small = Files.writeString(folder.resolve("short.log"), "one\ntwo\n");
        var wide = Files.writeString(folder.resolve("wide.log"), "长".repeat(LINES * 10) + "\nlast");
        // When
        var lines = LogTail.of(small);
        // Then
        assertEquals(List.of("one", "two"), lines);
        assertEquals(List.of("last"), LogTail.of(wide));
    }

    @Test
    void end_what_is_handed_over_after_the_end_has_begun() throws Exception {
        // Given
        var children = children();
        children.beginEnd();
        // When
        assertThrows(CityFailure.class,
                () -> children.adopt(new Child("kafka", process.toHandle(), folder.resolve("kafka.log"))));
        // Then
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    }

    private Children children() {
        return new Children(new Leftovers(data), death::complete);
    }
}
