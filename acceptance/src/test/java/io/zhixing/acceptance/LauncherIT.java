package io.zhixing.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process of its own, with the real services, signalled as a terminal and an operator would. */
@Timeout(600)
class LauncherIT {

    private static final int PORT_BASE = PortBase.from(23_080);
    /** As the launcher promises; nothing else is at work meanwhile. */
    static final long SECONDS_TO_STOP = 15;

    @TempDir
    Path folder;

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
        var left = killed.processes();
        killed.process.destroyForcibly().waitFor();

        // When
        var next = start("--no-city");
        next.readUntil("that an earlier start had left");
        next.readUntil("Ctrl-C stops");
        var running = next.processes();
        next.interruptTerminal();
        boolean ended = next.process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS);

        // Then
        assertTrue(ended);
        assertEquals(130, next.process.exitValue());
        assertTrue(left.size() >= 3, left.size() + " processes were recorded");
        assertEquals(List.of(), left.stream().filter(ProcessHandle::isAlive).toList());
        assertEquals(List.of(), running.stream().filter(ProcessHandle::isAlive).toList());
        assertEquals(List.of(), next.openPorts());
        assertFalse(Files.readString(folder.resolve("data/logs/postgres.log")).contains("SIGINT"));
    }

    private Launcher start(String... options) throws IOException {
        var launcher = new Launcher(folder.resolve("data"), PORT_BASE, options);
        launchers.add(launcher);
        return launcher;
    }
}
