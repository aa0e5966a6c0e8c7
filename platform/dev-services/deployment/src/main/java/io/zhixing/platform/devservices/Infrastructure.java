package io.zhixing.platform.devservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import io.quarkus.deployment.builditem.Startable;
import io.zhixing.platform.infrastructure.LocalIdentity;
import io.zhixing.platform.infrastructure.LocalKafka;
import io.zhixing.platform.infrastructure.LocalPostgres;
import io.zhixing.platform.infrastructure.Ports;
import io.zhixing.platform.infrastructure.ServiceDatabase;
import io.zhixing.platform.infrastructure.Topics;

/** The missing parts, started side by side in a temporary folder that goes with them. */
final class Infrastructure implements Startable {

    /** For a server on the loopback address that lives as long as a test run. */
    private static final String PASSWORD = "local";

    private final String service;
    private final EnumSet<Part> parts;
    private final String classPath;
    private Path folder;
    private LocalPostgres postgres;
    private ServiceDatabase database;
    private LocalKafka kafka;
    private LocalIdentity identity;

    Infrastructure(String service, EnumSet<Part> parts, String classPath) {
        this.service = service;
        this.parts = parts;
        this.classPath = classPath;
    }

    /** Settings of the service, by key, as the started parts give them. */
    static Map<String, Function<Infrastructure, String>> settings(EnumSet<Part> parts) {
        var settings = new HashMap<String, Function<Infrastructure, String>>();
        if (parts.contains(Part.DATABASE)) {
            settings.put("quarkus.datasource.jdbc.url", started -> started.database.url());
            settings.put("quarkus.datasource.username", started -> started.database.application().user());
            settings.put("quarkus.datasource.password", started -> started.database.application().password());
            settings.put("quarkus.datasource.pipeline.jdbc.url", started -> started.database.url());
            settings.put("quarkus.datasource.pipeline.username", started -> started.database.pipeline().user());
            settings.put("quarkus.datasource.pipeline.password", started -> started.database.pipeline().password());
            settings.put("quarkus.flyway.username", started -> started.database.owner().user());
            settings.put("quarkus.flyway.password", started -> started.database.owner().password());
        }
        if (parts.contains(Part.BROKER)) {
            settings.put("kafka.bootstrap.servers", started -> started.kafka.bootstrapServers());
        }
        if (parts.contains(Part.IDENTITY)) {
            settings.put("quarkus.oidc.auth-server-url", started -> started.identity.issuer());
        }
        return settings;
    }

    @Override
    public void start() {
        try {
            folder = Files.createTempDirectory("zhixing-" + service + "-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var ports = Ports.free(4);
        CompletableFuture.allOf(
                CompletableFuture.runAsync(() -> startDatabase(ports.get(0))),
                CompletableFuture.runAsync(() -> startBroker(ports.get(1), ports.get(2))),
                CompletableFuture.runAsync(() -> startIdentity(ports.get(3)))).join();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-infrastructure"));
    }

    private void startDatabase(int port) {
        if (parts.contains(Part.DATABASE)) {
            postgres = LocalPostgres.start(folder.resolve("postgres"), port, false, PASSWORD,
                    folder.resolve("postgres.log"));
            database = postgres.database(service, PASSWORD, PASSWORD, PASSWORD);
        }
    }

    private void startBroker(int port, int controllerPort) {
        if (parts.contains(Part.BROKER)) {
            kafka = LocalKafka.start(folder.resolve("kafka"), port, controllerPort, classPath, Topics.of(service),
                    folder.resolve("kafka.log"));
        }
    }

    private void startIdentity(int port) {
        if (parts.contains(Part.IDENTITY)) {
            identity = LocalIdentity.start(port, LocalIdentity.openToTests(), classPath, folder,
                    folder.resolve("identity.log"));
        }
    }

    @Override
    public String getConnectionInfo() {
        return database == null ? String.valueOf(folder) : database.url();
    }

    @Override
    public String getContainerId() {
        return null;
    }

    @Override
    public synchronized void close() {
        if (folder == null) {
            return;
        }
        if (kafka != null) {
            kafka.close();
        }
        if (identity != null) {
            identity.close();
        }
        if (postgres != null) {
            postgres.close();
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException left) {
            // a temporary folder: the system clears it
        }
        folder = null;
    }
}
