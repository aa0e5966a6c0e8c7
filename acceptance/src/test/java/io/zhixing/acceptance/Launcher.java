package io.zhixing.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.city.Up;

/** One start of {@code io.zhixing.city.Up} in a process group of its own, as a terminal gives it. */
final class Launcher {

    /** One for each part and the front door, and those that Kafka and the identity server have beside. */
    private static final int PORTS = 13;

    final Process process;
    private final Path data;
    private final int portBase;
    private final BufferedReader output;

    Launcher(Path data, int portBase, String... options) throws IOException {
        this.data = data;
        this.portBase = portBase;
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

    /** Of its city, as the launcher records them for the one that comes after it. */
    List<ProcessHandle> processes() throws IOException {
        var record = new ObjectMapper().readTree(data.resolve("processes.json").toFile());
        var handles = new ArrayList<ProcessHandle>();
        record.fieldNames().forEachRemaining(pid -> ProcessHandle.of(Long.parseLong(pid)).ifPresent(handles::add));
        return handles;
    }

    List<Integer> openPorts() {
        var open = new ArrayList<Integer>();
        for (int port = portBase; port < portBase + PORTS; port++) {
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
