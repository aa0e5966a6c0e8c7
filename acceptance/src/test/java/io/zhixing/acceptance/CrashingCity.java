package io.zhixing.acceptance;

import static io.zhixing.platform.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import io.zhixing.city.report.ComputedFigure;
import io.zhixing.city.report.FigureReader;
import io.zhixing.city.sample.SampleCity;

/** A small city whose services are killed while it is loaded, and started again. */
final class CrashingCity implements AutoCloseable {

    static final String CITY_CODE = "001";
    private static final int PORT_BASE = 27_080;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final SampleCity sample;
    private final HttpClient http = Api.client();
    private final CompletableFuture<Void> death = new CompletableFuture<>();
    private final DataFolder data;
    private final City city;
    private CompletableFuture<Void> load;

    CrashingCity(Path folder, double scale) {
        sample = SampleCity.of(1, scale);
        data = DataFolder.open(folder);
        city = new City(data, new Ports(PORT_BASE), Path.of("").toAbsolutePath().getParent(), Lineup.whole(),
                death::completeExceptionally);
        city.endLeftovers();
        data.empty();
        data.requireOwnVersions();
        city.requireStartable();
        var personas = Persona.of(sample);
        city.startInfrastructure(personas, Map.of());
        city.startServices(personas);
    }

    SampleCity sample() {
        return sample;
    }

    /** Lets the load begin; it tries its calls again for as long as a restart may take. */
    CrashingCity loading() {
        var loader = new CityLoader(sample, this::api, new Terminal(System.out, false));
        load = CompletableFuture.runAsync(loader::load);
        return this;
    }

    /** Kill -9 for the service, once a table of the load holds so many rows and before the load is through. */
    CrashingCity killing(Service victim, Service where, String table, long rows) {
        eventually(PATIENCE, () -> assertTrue(load.isDone() || count(where, table) >= rows,
                "fewer than " + rows + " rows in " + table));
        if (load.isDone()) {
            load.join();   // why it was refused, if it was
            throw new AssertionError("The load was over before " + victim + " could be killed");
        }
        city.kill(victim);
        city.restart(victim);
        return this;
    }

    /** Until the load has had all its answers; fails with what refused it, or with a death that nobody asked for. */
    void loaded() throws Exception {
        CompletableFuture.anyOf(load, death).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** What the services compute of the city, as the city office sees it. */
    Map<String, ComputedFigure> figures(List<String> services) {
        return new FigureReader(api("city-office"), services).read(CITY_CODE);
    }

    long count(Service service, String table) throws SQLException {
        return Long.parseLong(text(service, "select count(*) from " + table));
    }

    /** The one value of a query, put as the superuser: it sees all rows. */
    String text(Service service, String query) throws SQLException {
        try (var connection = superuser(service);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    String kafka() {
        return "127.0.0.1:" + new Ports(PORT_BASE).kafka();
    }

    @Override
    public void close() {
        city.stop();
        data.close();
    }

    private Api api(String client) {
        return new Api(http, city.front(), new Tokens(http, city.issuer(), client), PATIENCE);
    }

    private Connection superuser(Service service) throws SQLException {
        try {
            var secrets = new ObjectMapper().readTree(data.path("secrets.json").toFile());
            return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + new Ports(PORT_BASE).postgres() + "/"
                    + service.database(), "postgres", secrets.path("password.superuser").asText());
        } catch (IOException failure) {
            throw new SQLException(failure);
        }
    }
}
