package io.zhixing.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.city.CityFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process of its own, with the real services, signalled as a terminal and an operator would. */
@Timeout(600)
class LauncherIT {

    private static final int PORT_BASE = PortBase.from(23_080);
    private static final int PORTS = 13;
    private static final long SECONDS_TO_STOP = 60;

    /** Of all tests: PostgreSQL and Kafka make their folders once. */
    @TempDir
    static Path folder;

    private final List<Launcher> launchers = new ArrayList<>();

    @AfterEach
    void end() throws Exception {
        for (var launcher : launchers) {
            launcher.process.destroy();
            launcher.process.waitFor(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void leaves_nothing_behind_when_the_terminal_is_interrupted_and_clears_up_after_a_killed_launcher()
            throws Exception {
        // Given
        var killed = start("--no-city");
        killed.readUntil("Starting the four services");
        var left = processes();
        killed.process.destroyForcibly().waitFor();

        // When
        var next = start("--no-city");
        next.readUntil("that an earlier start had left");
        next.readUntil("Ctrl-C stops");
        var running = processes();
        next.interruptTerminal();
        boolean ended = next.process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS);

        // Then
        assertTrue(ended);
        assertEquals(130, next.process.exitValue());
        assertTrue(left.size() >= 3, left.size() + " processes were recorded");
        assertEquals(List.of(), left.stream().filter(ProcessHandle::isAlive).toList());
        assertEquals(List.of(), running.stream().filter(ProcessHandle::isAlive).toList());
        assertEquals(List.of(), openPorts());
        assertFalse(Files.readString(folder.resolve("data/logs/postgres.log")).contains("SIGINT"));
    }

    @Test
    void ends_everything_with_one_clear_line_when_a_service_dies() throws Exception {
        // Given
        var launcher = start("--no-city");
        launcher.readUntil("All healthy");
        var running = processes();

        // When
        running.get(running.size() - 1).destroyForcibly();
        boolean ended = launcher.process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS);

        // Then
        assertTrue(ended);
        assertEquals(CityFailure.FAILED, launcher.process.exitValue());
        assertEquals(1, launcher.rest().stream()
                .filter(line -> line.contains("poverty-project-service ended unexpectedly")).count());
        assertEquals(List.of(), running.stream().filter(ProcessHandle::isAlive).toList());
        assertEquals(List.of(), openPorts());
    }

    private Launcher start(String... options) throws IOException {
        var launcher = new Launcher(folder.resolve("data"), PORT_BASE, options);
        launchers.add(launcher);
        return launcher;
    }

    private List<ProcessHandle> processes() throws IOException {
        var record = new ObjectMapper().readTree(folder.resolve("data/processes.json").toFile());
        var handles = new ArrayList<ProcessHandle>();
        record.fieldNames().forEachRemaining(pid -> ProcessHandle.of(Long.parseLong(pid)).ifPresent(handles::add));
        return handles;
    }

    private static List<Integer> openPorts() {
        var open = new ArrayList<Integer>();
        for (int port = PORT_BASE; port < PORT_BASE + PORTS; port++) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
                open.add(port);
            } catch (IOException closed) {
                continue;
            }
        }
        return open;
    }
}
