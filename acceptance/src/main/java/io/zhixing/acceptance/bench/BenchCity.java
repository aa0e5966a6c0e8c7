package io.zhixing.acceptance.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.city.CityFailure;
import io.zhixing.city.Terminal;
import io.zhixing.city.launch.City;
import io.zhixing.city.launch.DataFolder;
import io.zhixing.city.launch.Lineup;
import io.zhixing.city.launch.Persona;
import io.zhixing.city.launch.Ports;
import io.zhixing.city.launch.Service;
import io.zhixing.city.load.Api;
import io.zhixing.city.load.CityLoader;
import io.zhixing.city.load.Tokens;
import io.zhixing.city.sample.SampleCity;

/**
 * The city that is measured: its services with the infrastructure of the local city, fsync on, in a folder and on
 * ports of its own. Its register is loaded through the interface; the rest of the members come from
 * {@link SyntheticRegister}.
 */
final class BenchCity implements AutoCloseable {

    /** Both compilers, unlike the small JVMs of the local city; an import must do with this heap. */
    private static final List<String> JVM = List.of("-Xmx300m", "-XX:+UseSerialGC");
    private static final double SCALE = 0.02;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration HEARING = Duration.ofMinutes(10);
    private static final Terminal TERMINAL = new Terminal(System.out, false);

    private final DataFolder data;
    private final Ports ports;
    private final City city;
    private final HttpClient http = Api.client();
    private final SampleCity sample = SampleCity.of(1, SCALE);
    private final Map<String, Tokens> tokens = new ConcurrentHashMap<>();
    private CityLoader loader;

    private BenchCity(DataFolder data, Ports ports, Path root) {
        this.data = data;
        this.ports = ports;
        this.city = new City(data, ports, root,
                new Lineup(List.of(Service.ORGANIZATION, Service.SESSION, Service.POVERTY_PROJECT), JVM),
                BenchCity::died);
    }

    static BenchCity start(BenchOptions options, Path root) throws SQLException {
        var data = DataFolder.open(options.data());
        var bench = new BenchCity(data, new Ports(options.portBase()), root);
        Runtime.getRuntime().addShutdownHook(new Thread(bench.city::kill, "end-of-bench"));
        bench.city.endLeftovers();
        data.empty();
        data.requireOwnVersions();
        bench.city.requireStartable();
        var personas = Persona.of(bench.sample);
        bench.city.startInfrastructure(personas, Map.of());
        bench.city.startServices(personas);
        bench.loader = new CityLoader(bench.sample,
                caller -> new Api(bench.http, bench.city.front(), bench.tokens(caller), PATIENCE), TERMINAL);
        bench.loader.loadRegister();
        return bench;
    }

    SampleCity sample() {
        return sample;
    }

    CityLoader loader() {
        return loader;
    }

    HttpClient http() {
        return http;
    }

    /** A request with a fresh token, straight to the service: the front door runs in this JVM. */
    HttpRequest.Builder request(Service service, String path) {
        return request(service, path, "loader");
    }

    /** The same as another persona. */
    HttpRequest.Builder request(Service service, String path, String caller) {
        try {
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.service(service) + path))
                    .timeout(Duration.ofSeconds(30)).header("Authorization", "Bearer " + tokens(caller).current());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A call of a client that measures, straight to the service. */
    DirectCall call(Service service, String path, String caller) throws IOException, InterruptedException {
        return new DirectCall(URI.create("http://127.0.0.1:" + ports.service(service) + path),
                tokens(caller).current());
    }

    /** As the database's superuser, past row-level security: the reference is as fast as SQL can be. */
    Connection superuser(Service service) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + service.database(), "postgres",
                secret("password.superuser"));
    }

    /** As the service's own role, with the settings of its pool. */
    Connection application(Service service) throws SQLException {
        var role = service.database() + "_application";
        var settings = new Properties();
        settings.setProperty("user", role);
        settings.setProperty("password", secret("password." + role));
        settings.setProperty("options", "-c plan_cache_mode=force_generic_plan");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + service.database(), settings);
    }

    /** Ends services that have no part in what is measured next, so that its processors are its own. */
    void rest(List<Service> services) {
        services.forEach(city.outages()::kill);
    }

    void wake(List<Service> services) {
        services.forEach(city.outages()::restart);
    }

    /** Returns when session-service knows every member: as long as others work off what an import told, processors are theirs. */
    void awaitHeard() throws SQLException, InterruptedException {
        long end = System.nanoTime() + HEARING.toNanos();
        while (count(Service.SESSION, "member_ref") < count(Service.ORGANIZATION, "party_member")) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Members are not heard of after " + HEARING);
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private long count(Service service, String table) throws SQLException {
        try (var connection = superuser(service);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    CpuTime cpu(Service service) {
        return CpuTime.of(city.pid(service), postmaster());
    }

    /** What the heap of a service holds after a forced collection. */
    double heldMegabytes(Service service) throws IOException, InterruptedException {
        return HeldHeap.megabytes(city.pid(service));
    }

    private Tokens tokens(String caller) {
        return tokens.computeIfAbsent(caller, name -> new Tokens(http, city.issuer(), name));
    }

    List<String> jvm() {
        return JVM;
    }

    @Override
    public void close() {
        city.stop();
        data.close();
    }

    private long postmaster() {
        try (var lines = Files.lines(data.path("postgres", "postmaster.pid"))) {
            return Long.parseLong(lines.findFirst().orElseThrow().trim());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String secret(String name) {
        try {
            JsonNode secrets = new ObjectMapper().readTree(data.path("secrets.json").toFile());
            return secrets.path(name).asText();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Nothing that follows would be a result. */
    private static void died(CityFailure failure) {
        failure.details().forEach(System.err::println);
        System.err.println(failure.line());
        Runtime.getRuntime().exit(CityFailure.FAILED);
    }
}
