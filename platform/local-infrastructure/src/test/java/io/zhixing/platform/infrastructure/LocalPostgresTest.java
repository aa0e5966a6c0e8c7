package io.zhixing.platform.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    private static final String PASSWORD = "of the superuser";
    /** What is left when a first start is cut short: a folder that is complete, and a server that asks nobody. */
    private static final String TRUST = "host all all 127.0.0.1/32 trust\nhost all all ::1/128 trust\n";
    private static final String WRONG_PASSWORD = "28P01";
    /** Below the time for which a slow server is waited for, and long enough for a busy computer. */
    private static final int SECONDS_TO_TELL = 120;

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void name() {
        data = folder.resolve("postgres");
    }

    @Test
    void asks_for_passwords_after_a_first_start_that_was_cut_short_and_keeps_the_data() throws Exception {
        // Given
        try (var first = start()) {
            first.database("sample", "owner", "application", "pipeline");
        }
        Files.writeString(data.resolve("pg_hba.conf"), TRUST);

        // When
        try (var second = start()) {

            // Then
            var refused = assertThrows(SQLException.class, () -> signIn(second, "guessed"));
            assertEquals(WRONG_PASSWORD, refused.getSQLState());
            signIn(second, PASSWORD);
        }
        try (var third = start()) {
            signIn(third, PASSWORD);
            third.database("sample", "owner", "application", "pipeline");
        }
    }

    @Test
    void tells_of_its_process_before_it_answers() {
        // Given
        var told = new AtomicReference<ProcessHandle>();
        // When
        try (var server = LocalPostgres.start(data, Ports.free(1).get(0), false, PASSWORD, log(), told::set)) {
            // Then
            assertEquals(LocalPostgres.process(data), Optional.of(told.get()));
            assertTrue(told.get().isAlive());
        }
        assertEquals(Optional.empty(), LocalPostgres.process(data));
    }

    @Test
    @Timeout(SECONDS_TO_TELL)
    void says_so_at_once_when_the_server_dies_while_it_starts() {
        // Given
        int port = Ports.free(1).get(0);
        // When
        var failure = assertThrows(InfrastructureFailure.class,
                () -> LocalPostgres.start(data, port, false, PASSWORD, log(), ProcessHandle::destroyForcibly));
        // Then
        assertTrue(failure.getMessage().contains("does not start"), failure.getMessage());
        assertFalse(Ports.answers(port));
    }

    @Test
    @Timeout(SECONDS_TO_TELL)
    void says_so_at_once_when_the_folder_is_of_no_use_to_the_server() throws IOException {
        // Given
        start().close();
        Files.delete(data.resolve("global/pg_control"));
        // When
        var failure = assertThrows(InfrastructureFailure.class, this::start);
        // Then
        assertTrue(failure.getMessage().contains("ended while it started"), failure.getMessage());
        assertTrue(Files.readString(log()).contains("pg_control"));
    }

    @Test
    void takes_no_other_process_for_the_server_whose_file_was_left() throws IOException {
        // Given
        Files.createDirectories(data);
        Files.write(data.resolve("postmaster.pid"),
                List.of(Long.toString(ProcessHandle.current().pid()), data.toString(), "1456617600"));
        // When
        var found = LocalPostgres.process(data);
        // Then
        assertEquals(Optional.empty(), found);
    }

    private LocalPostgres start() {
        return LocalPostgres.start(data, Ports.free(1).get(0), false, PASSWORD, log());
    }

    private Path log() {
        return folder.resolve("postgres.log");
    }

    private static void signIn(LocalPostgres server, String password) throws SQLException {
        DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres", "postgres", password)
                .close();
    }
}
