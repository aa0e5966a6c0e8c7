package io.zhixing.city.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

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

/**
 * PostgreSQL, Kafka and the identity provider of the city, each a process of its own. Each is adopted as soon as it is a
 * process, long before it answers: whatever ends the start finds it.
 */
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
    /** Until the present start, if there is one, has come to its end, whatever that was. */
    private volatile CompletableFuture<Void> postgresStarts = CompletableFuture.completedFuture(null);
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
        var starts = new CompletableFuture<Void>();
        postgresStarts = starts;
        try {
            startPostgres(log);
        } finally {
            starts.complete(null);
        }
    }

    private void startPostgres(Path log) {
        try {
            postgres = LocalPostgres.start(folder(data), ports.postgres(), true, secrets.superuserPassword(), log,
                    process -> postmaster = children.adopt(new Child(DATABASE, process, log)));
        } catch (InfrastructureFailure failure) {
            throw notStarted(failure, log);
        }
        for (var service : Service.values()) {
            postgres.database(service.prefix(), secrets.password(service, Role.OWNER),
                    secrets.password(service, Role.APPLICATION), secrets.password(service, Role.PIPELINE));
        }
    }

    /** PostgreSQL refuses to run as root; as root it is started in a user namespace, which some systems forbid. */
    private static CityFailure notStarted(InfrastructureFailure failure, Path log) {
        boolean root = "root".equals(System.getProperty("user.name"));
        return new CityFailure(CityFailure.FAILED,
                "PostgreSQL 无法启动（" + failure.getMessage() + "）" + (root ? "；root 用户需要 user namespace，可改用普通用户运行" : ""),
                "PostgreSQL does not start"
                        + (root ? "; as root it needs user namespaces, so run as an ordinary user instead" : ""),
                LogTail.of(log));
    }

    private static CityFailure notStarted(String name, InfrastructureFailure failure, Path log) {
        return new CityFailure(CityFailure.FAILED, name + " 无法启动（" + failure.getMessage() + "）",
                name + " does not start", LogTail.of(log));
    }

    /** The database that runs on the folder, whichever launcher started it. */
    static Optional<Child> database(DataFolder data) {
        return LocalPostgres.process(folder(data)).map(process -> new Child(DATABASE, process, null));
    }

    private static Path folder(DataFolder data) {
        return data.path("postgres");
    }

    /**
     * Ends the database without waiting for clients that are still connected; one that is being started is ended as soon
     * as it is a process.
     */
    void stopPostgres() {
        if (postgres != null) {
            postgres.close();
        } else if (postmaster != null) {
            postmaster.handle().destroy();
        }
        postgresStarts.join();
    }

    void startKafka() {
        var log = data.path("logs", "kafka.log");
        try {
            kafka = LocalKafka.start(data.path("kafka"), ports.kafka(), ports.kafkaController(), CLASS_PATH,
                    Topics.all(), log, process -> broker = adopt("kafka", process));
        } catch (InfrastructureFailure failure) {
            throw notStarted("Kafka", failure, log);
        }
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
        postgres = null;
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
        var log = data.path("logs", "identity.log");
        try {
            identity = LocalIdentity.start(ports.identity(), configuration(personas, members), CLASS_PATH,
                    data.path("identity"), log, process -> provider = adopt("identity", process));
        } catch (InfrastructureFailure failure) {
            throw notStarted("身份服务 identity", failure, log);
        }
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
}
