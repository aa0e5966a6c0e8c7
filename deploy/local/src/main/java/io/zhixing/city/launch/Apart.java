package io.zhixing.city.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.zhixing.city.CityFailure;
import io.zhixing.platform.infrastructure.OwnSession;

/**
 * Starts processes in a session of their own, so that Ctrl-C in the terminal reaches the launcher alone and the parts of
 * the city end in their order (docs/adr/0004).
 */
final class Apart {

    private Apart() {}

    /** The launcher's own Java. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Its output replaces the log of an earlier start. */
    static Child start(String name, List<String> command, Path workingFolder, Path log) {
        try {
            Files.createDirectories(workingFolder);
            Files.createDirectories(log.getParent());
            var process = new ProcessBuilder(OwnSession.of(command)).directory(workingFolder.toFile())
                    .redirectErrorStream(true).redirectOutput(log.toFile()).start();
            process.getOutputStream().close();
            return new Child(name, process.toHandle(), log);
        } catch (IOException failure) {
            throw new CityFailure("无法启动 " + name + "（" + failure.getMessage() + "）", name + " cannot be started");
        }
    }
}
