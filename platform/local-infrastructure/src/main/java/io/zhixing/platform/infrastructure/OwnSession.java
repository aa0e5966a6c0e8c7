package io.zhixing.platform.infrastructure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a process out of reach of Ctrl-C: the terminal sends SIGINT to the whole group in the foreground, and a server
 * must not end before those who still use it.
 */
public final class OwnSession {

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final List<String> IGNORE_INTERRUPT = List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh");

    private OwnSession() {}

    /** The command in a session of its own; both ways replace themselves by it, so that the process id is its own. */
    public static List<String> of(List<String> command) {
        var whole = new ArrayList<>(Files.isExecutable(SETSID) ? List.of(SETSID.toString()) : IGNORE_INTERRUPT);
        whole.addAll(command);
        return whole;
    }
}
