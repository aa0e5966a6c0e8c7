package io.zhixing.city.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.city.CityFailure;
import io.zhixing.platform.infrastructure.ChildJvm;
import io.zhixing.platform.infrastructure.LocalIdentity;
import io.zhixing.platform.infrastructure.LocalKafka;
import io.zhixing.platform.infrastructure.Topics;

/** PostgreSQL, Kafka and the identity provider of the city, each a process of its own. */
final class Infrastructure {

    private static final String DATABASE = "postgres";
    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(90);
    private static final int PAUSE_MILLIS = 50;
    /** Tokens of the local city last for a working day: no flow here renews them. */
    private static final long TOKEN_SECONDS = Duration.ofHours(12).toSeconds();

    private final DataFolder data;
    private final Ports ports;
    private final Children children;

    Infrastructure(DataFolder data, Ports ports, Children children) {
        this.data = data;
        this.ports = ports;
        this.children = children;
    }

    static boolean isDatabase(Child child) {
        return child.name().equals(DATABASE);
    }

    void startPostgres() {
        data.remove(PostgresServer.READY);
        var command = List.of(Apart.java(), "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                CLASS_PATH, PostgresServer.class.getName(), data.path("").toString(),
                Integer.toString(ports.postgres()));
        var child = children.adopt(Apart.start(DATABASE, command, data.path(""), data.path("logs", "database.log")));
        long deadline = System.nanoTime() + DATABASE_PATIENCE.toNanos();
        while (!isReady(child)) {
            if (!child.isAlive() || System.nanoTime() > deadline) {
                throw child.failure("未能启动", "did not start");
            }
            pause();
        }
    }

    void startKafka() {
        var kafka = LocalKafka.start(data.path("kafka"), ports.kafka(), ports.kafkaController(), CLASS_PATH,
                Topics.ALL, data.path("logs", "kafka.log"));
        adopt("kafka", kafka.process());
    }

    /** The provider reads the page anew at each sign-in. */
    void writeSignIn(List<Persona> personas, Map<String, String> members) {
        try {
            DataFolder.writePrivately(signInPage(), Pages.signIn(personas, members).getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new CityFailure("无法写入登录页（" + failure + "）", "The sign-in page cannot be written");
        }
    }

    void startIdentity(List<Persona> personas, Map<String, String> members) {
        writeSignIn(personas, members);
        var identity = LocalIdentity.start(ports.identity(), configuration(personas, members), CLASS_PATH,
                data.path("identity"), data.path("logs", "identity.log"));
        adopt("identity", identity.process());
    }

    /** Every persona is a client of its own name too, so that a machine gets its token with one call. */
    private String configuration(List<Persona> personas, Map<String, String> members) {
        var mappings = personas.stream().map(one -> Map.of("requestParam", "client_id", "match", one.client(), "claims",
                one.claims(members))).toList();
        var callback = Map.of("issuerId", LocalIdentity.ISSUER, "tokenExpiry", TOKEN_SECONDS, "requestMappings",
                mappings);
        var configuration = Map.of("interactiveLogin", true, "httpServer", "MockWebServerWrapper", "loginPagePath",
                signInPage().toString(), "tokenCallbacks", List.of(callback));
        try {
            return new ObjectMapper().writeValueAsString(configuration);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }

    private Path signInPage() {
        return data.path("identity", "sign-in.html");
    }

    private void adopt(String name, ChildJvm child) {
        children.adopt(new Child(name, child.handle(), child.log()));
    }

    private boolean isReady(Child child) {
        try {
            var ready = data.path(PostgresServer.READY);
            return Files.exists(ready) && Files.readString(ready).equals(Long.toString(child.handle().pid()));
        } catch (IOException failure) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CityFailure("启动已中断", "The start was interrupted");
        }
    }
}
