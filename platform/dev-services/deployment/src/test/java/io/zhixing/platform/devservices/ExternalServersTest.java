package io.zhixing.platform.devservices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.SmallRyeConfig;
import io.zhixing.platform.infrastructure.LocalIdentity;
import io.zhixing.platform.infrastructure.LocalKafka;
import io.zhixing.platform.infrastructure.LocalPostgres;
import io.zhixing.platform.infrastructure.Ports;
import io.zhixing.platform.infrastructure.ServiceDatabase;
import io.zhixing.platform.infrastructure.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A developer has servers already: real ones, which the service joins by its configuration alone. */
class ExternalServersTest {

    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final String KEY_OF_THE_CITY = "Q0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0M=";

    @TempDir
    static Path folder;

    private static LocalPostgres postgres;
    private static ServiceDatabase database;
    private static LocalKafka kafka;
    private static LocalIdentity identity;

    @BeforeAll
    static void servers() {
        var ports = Ports.free(4);
        CompletableFuture.allOf(CompletableFuture.runAsync(() -> {
            postgres = LocalPostgres.start(folder.resolve("postgres"), ports.get(0), false, "super",
                    folder.resolve("postgres.log"));
            database = postgres.database("sample", "of the owner", "of the application", "of the pipeline");
        }), CompletableFuture.runAsync(() -> kafka = LocalKafka.start(folder.resolve("kafka"), ports.get(1),
                ports.get(2), CLASS_PATH, Topics.of("sample"), folder.resolve("kafka.log"))),
                CompletableFuture.runAsync(() -> identity = LocalIdentity.start(ports.get(3),
                        LocalIdentity.openToTests(), CLASS_PATH, folder, folder.resolve("identity.log"))))
                .join();
    }

    @AfterAll
    static void end() {
        kafka.close();
        identity.close();
        postgres.close();
    }

    @Test
    void nothing_is_supplied_to_a_service_whose_servers_are_all_configured_and_it_joins_them() throws Exception {
        // Given
        var stated = databaseSettings();
        stated.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        stated.put("quarkus.oidc.auth-server-url", identity.issuer());
        var config = Settled.of(stated);
        // When
        var supply = Supply.of(config, () -> Optional.of(city()));
        // Then
        assertFalse(supply.isNeeded());
        assertEquals(Optional.empty(), supply.city(), "a running city beside is left alone");
        assertJoins(config, kafka.bootstrapServers(), identity.issuer());
    }

    @Test
    void only_the_missing_servers_are_started_where_the_database_alone_is_configured() throws Exception {
        // Given
        var stated = databaseSettings();
        // When
        var supply = Supply.of(Settled.of(stated), Optional::empty);
        var started = supply.startable(CLASS_PATH);
        started.start();
        try {
            var config = Settled.of(stated, supply, started);
            // Then
            assertEquals(EnumSet.of(Part.BROKER, Part.IDENTITY), supply.parts());
            var broker = config.getValue("kafka.bootstrap.servers", String.class);
            var issuer = config.getValue("quarkus.oidc.auth-server-url", String.class);
            assertNotEquals(kafka.bootstrapServers(), broker);
            assertNotEquals(identity.issuer(), issuer);
            assertJoins(config, broker, issuer);
            assertFalse(started.getConnectionInfo().startsWith("jdbc:"), "a database was started too");
        } finally {
            started.close();
        }
    }

    @Test
    void each_server_that_is_configured_is_left_out() throws IOException {
        for (var part : Part.values()) {
            // Given
            var stated = switch (part) {
                case DATABASE -> databaseSettings();
                case BROKER -> Map.of("kafka.bootstrap.servers", kafka.bootstrapServers());
                case IDENTITY -> Map.of("quarkus.oidc.auth-server-url", identity.issuer());
            };
            // When
            var supply = Supply.of(Settled.of(stated), Optional::empty);
            // Then
            assertEquals(EnumSet.complementOf(EnumSet.of(part)), supply.parts());
            assertTrue(supply.settings().keySet().stream().noneMatch(stated::containsKey),
                    supply.settings().toString());
        }
    }

    @Test
    void a_running_city_is_joined_with_its_keys_which_stand_above_those_for_development() throws Exception {
        // When
        var supply = Supply.of(Settled.of(Map.of()), () -> Optional.of(city()));
        var joined = supply.startable(CLASS_PATH);
        var config = Settled.of(Map.of(), supply, joined);
        // Then
        assertEquals(EnumSet.allOf(Part.class), supply.parts());
        assertEquals(KEY_OF_THE_CITY, config.getValue("zhixing.secrets.audit", String.class));
        assertJoins(config, kafka.bootstrapServers(), identity.issuer());
        joined.start();
        joined.close();
        assertTrue(Ports.answers(postgres.port()), "the city's database was ended");
    }

    @Test
    void of_a_running_city_only_what_is_not_configured_is_taken_and_no_key_without_its_database() throws Exception {
        // Given
        var stated = databaseSettings();
        stated.put("quarkus.datasource.jdbc.url", database.url() + "?ssl=false");
        // When
        var supply = Supply.of(Settled.of(stated), () -> Optional.of(city()));
        var config = Settled.of(stated, supply, supply.startable(CLASS_PATH));
        // Then
        assertEquals(EnumSet.of(Part.BROKER, Part.IDENTITY), supply.parts());
        assertEquals(database.url() + "?ssl=false",
                config.getValue("quarkus.datasource.pipeline.jdbc.url", String.class));
        assertNotEquals(KEY_OF_THE_CITY, config.getValue("zhixing.secrets.audit", String.class));
        assertJoins(config, kafka.bootstrapServers(), identity.issuer());
    }

    /** What README.md tells a developer to state. */
    private static Map<String, String> databaseSettings() {
        var settings = new HashMap<String, String>();
        settings.put("quarkus.datasource.jdbc.url", database.url());
        settings.put("quarkus.datasource.username", database.application().user());
        settings.put("quarkus.datasource.password", database.application().password());
        settings.put("quarkus.datasource.pipeline.username", database.pipeline().user());
        settings.put("quarkus.datasource.pipeline.password", database.pipeline().password());
        settings.put("quarkus.flyway.username", database.owner().user());
        settings.put("quarkus.flyway.password", database.owner().password());
        return settings;
    }

    private static RunningCity city() {
        try {
            var role = Map.of("application", database.application(), "pipeline", database.pipeline(), "owner",
                    database.owner());
            var services = new HashMap<String, Object>(Map.of("database", "sample"));
            role.forEach((name, who) -> services.put(name, Map.of("user", who.user(), "password", who.password())));
            var file = Map.of("postgres", Map.of("host", "127.0.0.1", "port", postgres.port()), "kafka",
                    kafka.bootstrapServers(), "identity", identity.issuer(), "services", Map.of("sample", services),
                    "secrets", Map.of("audit", KEY_OF_THE_CITY));
            var city = Files.createDirectories(folder.resolve("project/.zhixing"));
            new ObjectMapper().writeValue(city.resolve("city.json").toFile(), file);
            return RunningCity.find(Files.createDirectories(folder.resolve("project/sample"))).orElseThrow();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void assertJoins(SmallRyeConfig config, String broker, String issuer) throws Exception {
        assertSignsIn(config, "quarkus.datasource.jdbc.url", "quarkus.datasource", database.application());
        assertSignsIn(config, "quarkus.datasource.pipeline.jdbc.url", "quarkus.datasource.pipeline",
                database.pipeline());
        assertSignsIn(config, "quarkus.datasource.probe.jdbc.url", "quarkus.datasource.probe", database.application());
        assertSignsIn(config, "quarkus.datasource.jdbc.url", "quarkus.flyway", database.owner());
        assertEquals(broker, config.getValue("kafka.bootstrap.servers", String.class));
        assertEquals(issuer, config.getValue("quarkus.oidc.auth-server-url", String.class));
        assertEquals(issuer + "/token", config.getValue("zhixing.sign-in.token-url", String.class));
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker, "default.api.timeout.ms", 60_000))) {
            var topics = admin.listTopics().names().get(60, TimeUnit.SECONDS);
            assertTrue(topics.containsAll(Topics.of("sample")), topics.toString());
        }
        var provider = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration")).build(),
                BodyHandlers.ofString());
        assertEquals(issuer, new ObjectMapper().readTree(provider.body()).path("issuer").asText());
    }

    private static void assertSignsIn(SmallRyeConfig config, String url, String prefix, ServiceDatabase.Role role)
            throws SQLException {
        try (var connection = DriverManager.getConnection(config.getValue(url, String.class),
                config.getValue(prefix + ".username", String.class),
                config.getValue(prefix + ".password", String.class));
                var rows = connection.createStatement()
                        .executeQuery("select current_user, current_setting('is_superuser'), current_database()")) {
            rows.next();
            assertEquals(List.of(role.user(), "off", "sample"),
                    List.of(rows.getString(1), rows.getString(2), rows.getString(3)));
        }
    }
}
