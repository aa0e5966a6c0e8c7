package io.zhixing.platform.infrastructure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandOnTest {

    @TempDir
    Path folder;

    @Test
    void is_at_work_until_it_ends_though_it_has_become_a_program_that_does_not_name_the_folder() throws Exception {
        // Given
        var command = new CommandOn(folder);
        var process = new ProcessBuilder("sh", "-c", "read go; exec cat", folder.toString()).start();
        try {
            assertTrue(command.isAtWork());
            try (var words = process.outputWriter()) {
                // When
                words.write("go\n and answer\n");
                words.flush();
                assertTrue(process.inputReader().readLine().contains("answer"));
                // Then
                assertFalse(namesTheFolder(process));
                assertTrue(command.isAtWork());
            }
            process.waitFor();
            assertFalse(command.isAtWork());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void is_not_at_work_where_nobody_has_started_it() throws IOException {
        assertFalse(new CommandOn(folder.resolve("another")).isAtWork());
    }

    private boolean namesTheFolder(Process process) {
        return process.info().commandLine().orElse("").contains(folder.toString());
    }
}
