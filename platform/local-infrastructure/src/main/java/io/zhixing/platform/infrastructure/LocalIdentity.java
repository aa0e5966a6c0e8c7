package io.zhixing.platform.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A real OpenID Connect provider for a developer's computer, in a JVM of its own. Whoever signs in on its page states
 * his own claims; named clients of the configuration get theirs by client credentials. Not for production.
 */
public final class LocalIdentity implements AutoCloseable {

    public static final String ISSUER = "zhixing";
    /** With the second compiler, unlike its neighbours: without it one RSA signature takes 13 ms instead of 2, and tests ask for thousands. */
    private static final List<String> JVM = List.of("-Xmx128m", "-XX:MetaspaceSize=64m", "-XX:+UseSerialGC");

    private final ChildJvm server;
    private final int port;

    private LocalIdentity(ChildJvm server, int port) {
        this.server = server;
        this.port = port;
    }

    /** @param configuration the server's JSON; {@link #openToTests()} when nobody in particular is to sign in */
    public static LocalIdentity start(int port, String configuration, String classPath, Path folder, Path log) {
        return start(port, configuration, classPath, folder, log, process -> {});
    }

    /**
     * The same for a caller that may be ended meanwhile.
     *
     * @param started told of the server's process before the server answers
     */
    public static LocalIdentity start(int port, String configuration, String classPath, Path folder, Path log,
            Consumer<ChildJvm> started) {
        Ports.requireFree(port);
        try {
            Files.createDirectories(folder);
            var file = Files.writeString(folder.resolve("identity.json"), configuration);
            var server = ChildJvm.start("identity", classPath, JVM,
                    PromptIdentity.class.getName(), List.of(String.valueOf(port), file.toString()), Map.of(), log);
            started.accept(server);
            server.awaitPort(port, ChildJvm.START);
            return new LocalIdentity(server, port);
        } catch (IOException failure) {
            throw new InfrastructureFailure("The identity server does not start (see " + log + ")", failure);
        }
    }

    /** A server whose sign-in page takes any name with any claims. */
    public static String openToTests() {
        return """
                {"interactiveLogin": true, "httpServer": "MockWebServerWrapper"}
                """;
    }

    public String issuer() {
        return "http://127.0.0.1:" + port + "/" + ISSUER;
    }

    public ChildJvm process() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }
}
