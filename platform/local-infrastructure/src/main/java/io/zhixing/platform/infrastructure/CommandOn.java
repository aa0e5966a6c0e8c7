package io.zhixing.platform.infrastructure;

import java.nio.file.Path;

/**
 * A command that this process has started on a folder. It is told by its words once and by its number from then on: while
 * a process becomes another program its words are gone for a moment, and it would look as if it had ended.
 */
final class CommandOn {

    private final Path folder;
    private ProcessHandle process;

    CommandOn(Path folder) {
        this.folder = folder;
    }

    boolean isAtWork() {
        if (process == null) {
            process = ProcessHandle.current().children()
                    .filter(child -> child.info().commandLine().orElse("").contains(folder.toString())).findFirst()
                    .orElse(null);
        }
        return process != null && process.isAlive();
    }
}
