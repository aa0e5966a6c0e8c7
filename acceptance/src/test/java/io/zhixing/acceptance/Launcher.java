package io.zhixing.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.zhixing.city.Up;

/** One start of {@code io.zhixing.city.Up} in a process group of its own, as a terminal gives it. */
final class Launcher {

    final Process process;
    private final BufferedReader output;

    Launcher(Path data, int portBase, String... options) throws IOException {
        var root = Path.of("").toAbsolutePath().getParent();
        var built = root.resolve("deploy/local/target");
        // The build may run in the background, where shells have SIGINT ignored; a terminal does not.
        var command = new ArrayList<>(List.of("env", "--default-signal=INT", "setsid",
                Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx384m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Dstdout.encoding=UTF-8", "-Dsun.stdout.encoding=UTF-8",
                "-Dsun.stderr.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-Dzhixing.root=" + root, "-cp", built.resolve("classes") + ":" + built.resolve("lib") + "/*",
                Up.class.getName(),
                "--data", data.toString(), "--port-base", Integer.toString(portBase)));
        command.addAll(List.of(options));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** What Ctrl-C does: the whole group in the foreground gets SIGINT. */
    void interruptTerminal() throws IOException, InterruptedException {
        new ProcessBuilder("/bin/sh", "-c", "kill -INT -" + process.pid()).start().waitFor();
    }

    /** What was said until then, this line with it. */
    List<String> readUntil(String text) throws IOException {
        var seen = new ArrayList<String>();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            seen.add(line);
            if (line.contains(text)) {
                return seen;
            }
        }
        throw new AssertionError("ended without saying \"" + text + "\":\n" + String.join("\n", seen));
    }

    List<String> rest() {
        return output.lines().toList();
    }
}
