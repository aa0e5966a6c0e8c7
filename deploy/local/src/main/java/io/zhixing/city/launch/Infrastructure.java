package io.zhixing.city.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.city.CityFailure;
import io.zhixing.city.launch.Secrets.Role;
import io.zhixing.platform.infrastructure.ChildJvm;
import io.zhixing.platform.infrastructure.InfrastructureFailure;
import io.zhixing.platform.infrastructure.LocalIdentity;
import io.zhixing.platform.infrastructure.LocalKafka;
import io.zhixing.platform.infrastructure.LocalPostgres;
import io.zhixing.platform.infrastructure.Topics;

/** PostgreSQL, Kafka and the identity provider of the city, each a process of its own. */
final class Infrastructure {

    private static final String DATABASE = "postgres";
    private static final String CLASS_PATH = System.getProperty("java.class.path");
    /** Tokens of the local city last for a working day: no flow here renews them. */
    private static final long TOKEN_SECONDS = Duration.ofHours(12).toSeconds();

    private final DataFolder data;
    private final Ports ports;
    private final Children children;
    private final Secrets secrets;
    private volatile LocalPostgres postgres;
    private volatile Child postmaster;
    private volatile LocalKafka kafka;
    private volatile Child broker;
    private volatile LocalIdentity identity;
    private volatile Child provider;

    Infrastructure(DataFolder data, Ports ports, Children children, Secrets secrets) {
        this.data = data;
        this.ports = ports;
        this.children = children;
        this.secrets = secrets;
    }

    static boolean isDatabase(Child child) {
        return child.name().equals(DATABASE);
    }

    /** Its server process puts itself into a session of its own. */
    void startPostgres() {
        var log = data.path("logs", "postgres.log");
        try {
            postgres = LocalPostgres.start(data.path("postgres"), ports.postgres(), true, secrets.superuserPassword(),
                    log);
        } catch (InfrastructureFailure failure) {
            throw notStarted(failure);
        }
        postmaster = children.adopt(new Child(DATABASE, postmaster(), log));
        for (var service : Service.values()) {
            postgres.database(service.prefix(), secrets.password(service, Role.OWNER),
                    secrets.password(service, Role.APPLICATION), secrets.password(service, Role.PIPELINE));
        }
    }

    /** PostgreSQL refuses to run as root; as root it is started in a user namespace, which some systems forbid. */
    private static CityFailure notStarted(InfrastructureFailure failure) {
        boolean root = "root".equals(System.getProperty("user.name"));
        return new CityFailure(
                "PostgreSQL 无法启动（" + failure.getMessage() + "）" + (root ? "；root 用户需要 user namespace，可改用普通用户运行" : ""),
                "PostgreSQL does not start"
                        + (root ? "; as root it needs user namespaces, so run as an ordinary user instead" : ""));
    }

    /** Ends the database without waiting for clients that are still connected. */
    void stopPostgres() {
        if (postgres != null) {
            postgres.close();
        }
    }

    void startKafka() {
        kafka = LocalKafka.start(data.path("kafka"), ports.kafka(), ports.kafkaController(), CLASS_PATH,
                Topics.all(), data.path("logs", "kafka.log"));
        broker = adopt("kafka", kafka.process());
    }

    void freezeKafka() {
        broker.freeze();
    }

    void killKafka() {
        children.release(broker);
        broker.crash();
        kafka.close();
    }

    /** What stood in its place is closed afterwards, so that the folder's lock is free for the next start. */
    void killPostgres() {
        children.release(postmaster);
        postmaster.crash();
        postgres.close();
    }

    /**
     * The provider again, now that the members are known whom personas are. It reads its page anew at each sign-in, but the
     * claims of its clients only when it starts. It signs with the same key as before: tokens stay good.
     */
    void introduce(List<Persona> personas, Map<String, String> members) {
        children.release(provider);
        identity.close();
        startIdentity(personas, members);
    }

    private void writeSignIn(List<Persona> personas, Map<String, String> members) {
        try {
            DataFolder.writePrivately(signInPage(), Pages.signIn(personas, members).getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new CityFailure("无法写入登录页（" + failure + "）", "The sign-in page cannot be written");
        }
    }

    void startIdentity(List<Persona> personas, Map<String, String> members) {
        writeSignIn(personas, members);
        identity = LocalIdentity.start(ports.identity(), configuration(personas, members), CLASS_PATH,
                data.path("identity"), data.path("logs", "identity.log"));
        provider = adopt("identity", identity.process());
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

    private Child adopt(String name, ChildJvm child) {
        return children.adopt(new Child(name, child.handle(), child.log()));
    }

    private ProcessHandle postmaster() {
        var file = data.path("postgres", "postmaster.pid");
        try (var lines = Files.lines(file)) {
            return ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow().trim())).orElseThrow();
        } catch (IOException | NoSuchElementException ended) {
            throw new CityFailure("PostgreSQL 未能启动", "PostgreSQL did not start");
        }
    }
}
