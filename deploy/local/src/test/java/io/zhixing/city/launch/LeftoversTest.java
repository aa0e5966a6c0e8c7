package io.zhixing.city.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftoversTest {

    @TempDir
    Path folder;

    private DataFolder data;
    private Process process;

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
    void ends_the_processes_that_were_recorded_and_forgets_them() throws Exception {
        // Given
        new Leftovers(data).write(List.of(new Child("kafka", process.toHandle(), null)));
        // When
        int ended = new Leftovers(data).end();
        // Then
        assertEquals(1, ended);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, new Leftovers(data).end());
    }

    @Test
    void ends_a_database_that_was_started_and_not_recorded_yet() throws Exception {
        // Given
        writePidFile(process.toHandle().info().startInstant().orElseThrow());
        // When
        int ended = new Leftovers(data).end();
        // Then
        assertEquals(1, ended);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    }

    @Test
    void ends_a_database_once_that_is_in_both_records() throws Exception {
        // Given
        writePidFile(process.toHandle().info().startInstant().orElseThrow());
        new Leftovers(data).write(List.of(new Child("postgres", process.toHandle(), null)));
        // When
        int ended = new Leftovers(data).end();
        // Then
        assertEquals(1, ended);
    }

    @Test
    void leaves_a_process_alone_that_got_the_number_of_a_database_of_another_day() throws IOException {
        // Given
        writePidFile(process.toHandle().info().startInstant().orElseThrow().minusSeconds(86_400));
        // When
        int ended = new Leftovers(data).end();
        // Then
        assertEquals(0, ended);
        assertTrue(process.isAlive());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{\"12", "[]", "{\"12\":{}}", "{\"twelve\":\"2026-01-01T00:00:00Z kafka\"}",
            "{\"12\":\"yesterday kafka\"}", "{\"1\":\"2026-01-01T00:00:00Z\"}"})
    void a_record_that_cannot_be_read_names_nobody_and_keeps_no_start_from_emptying_the_folder(String record)
            throws IOException {
        // Given
        Files.writeString(data.path("processes.json"), record);
        // When
        int ended = new Leftovers(data).end();
        // Then
        assertEquals(0, ended);
        assertFalse(Files.exists(data.path("processes.json")));
    }

    private void writePidFile(Instant startedAt) throws IOException {
        var postgres = Files.createDirectories(data.path("postgres"));
        Files.write(postgres.resolve("postmaster.pid"), List.of(Long.toString(process.pid()), postgres.toString(),
                Long.toString(startedAt.getEpochSecond()), "5432"));
    }
}
