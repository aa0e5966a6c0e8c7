package io.zhixing.platform.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of its own for a server: what halts it does not halt us. It logs to a file and ends with us, by a shutdown hook
 * or by whoever calls {@link #stop}.
 */
public final class ChildJvm implements AutoCloseable {

    /**
     * For a server that starts: one that ends instead is told of at once, and one that is only slow, on a computer that
     * builds beside, comes up in the end.
     */
    static final Duration START = Duration.ofMinutes(3);

    private final String name;
    private final Process process;
    private final Path log;
    private final Thread hook;

    private ChildJvm(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.hook = new Thread(() -> end(Duration.ofSeconds(5)), "stop-" + name);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** @param classPath what the child runs on; {@code options} are the JVM's */
    public static ChildJvm start(String name, String classPath, List<String> options, String mainClass,
            List<String> arguments,
            Map<String, String> environment, Path log) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(arguments);
        try {
            Files.createDirectories(log.getParent());
            var builder = new ProcessBuilder(OwnSession.of(command)).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            return new ChildJvm(name, process, log);
        } catch (IOException refused) {
            throw new InfrastructureFailure(name + " cannot be started", refused);
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Path log() {
        return log;
    }

    /** Waits until the port answers; fails with the log's place when the child ends or the limit passes first. */
    public void awaitPort(int port, Duration limit) {
        if (!Ports.await(limit, () -> Ports.answers(port), () -> !process.isAlive())) {
            close();
            throw new InfrastructureFailure(name + " did not come up on port " + port + "; see " + log);
        }
    }

    @Override
    public void close() {
        stop(Duration.ofSeconds(10));
    }

    /** Asks the child to end, and ends it when the limit has passed. */
    public void stop(Duration limit) {
        end(limit);
        forgetHook();
    }

    /** Whoever asks finds it gone, also while another one's asking is under way: its files can be removed then. */
    private void end(Duration limit) {
        process.destroy();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // the hook runs or has run: nothing is left to forget
        }
    }
}
