package io.zhixing.acceptance.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.zhixing.acceptance.Superuser;
import io.zhixing.city.CityFailure;
import io.zhixing.city.Terminal;
import io.zhixing.city.launch.City;
import io.zhixing.city.launch.DataFolder;
import io.zhixing.city.launch.Lineup;
import io.zhixing.city.launch.Outages;
import io.zhixing.city.launch.Persona;
import io.zhixing.city.launch.Ports;
import io.zhixing.city.launch.Service;
import io.zhixing.city.load.Api;
import io.zhixing.city.load.CityLoader;
import io.zhixing.city.load.Tokens;
import io.zhixing.city.sample.Organization;
import io.zhixing.city.sample.SampleCity;

/**
 * A small loaded city, fsync on, in a folder and on ports of its own, whose parts fail on purpose: two services that
 * write and publish, two that read what the first one publishes, and one that moves money.
 */
public final class FaultCity implements AutoCloseable {

    public static final List<Service> SERVICES = List.of(Service.ORGANIZATION, Service.SESSION,
            Service.POVERTY_PROJECT);

    private static final double SCALE = 0.01;
    /** Idle threads end after three seconds, not half a minute, so that leaks are seen as soon. */
    private static final String THREADS_END_SOON = "-Dquarkus.thread-pool.keep-alive-time=3S";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final HttpClient http = Api.client();
    private final Map<String, Tokens> tokens = new ConcurrentHashMap<>();
    private final Map<Service, String> defects = new EnumMap<>(Service.class);
    private final SampleCity sample;
    private final Path folder;
    private final Path agentJar;
    private final DataFolder data;
    private final Ports ports;
    private final City city;
    private final Superuser superuser;
    private final Thread endWithUs;
    private final CityLoader loader;
    private final List<ProcessHandle> doomed = new ArrayList<>();
    private final Purse purse;
    private volatile CityFailure death;

    /**
     * @param folder emptied first
     * @param root of the project, built
     */
    public FaultCity(Path folder, Path root, int portBase, long seed) {
        this.folder = folder;
        this.agentJar = root.resolve("acceptance/target/acceptance-1.0.0-SNAPSHOT.jar");
        sample = SampleCity.of(seed, SCALE);
        ports = new Ports(portBase);
        data = DataFolder.open(folder);
        superuser = new Superuser(data, ports);
        city = new City(data, ports, root, lineup(), died -> death = died);
        endWithUs = new Thread(city::kill, "end-of-fault-city");
        Function<String, Api> callers = caller -> new Api(http, city.front(), tokens(caller), PATIENCE);
        loader = new CityLoader(sample, callers, new Terminal(System.out, false));
        Runtime.getRuntime().addShutdownHook(endWithUs);
        try {
            city.endLeftovers();
            data.empty();
            data.requireOwnVersions();
            city.requireStartable();
            var personas = Persona.of(sample);
            city.startInfrastructure(personas, Map.of());
            city.startServices(personas);
            loader.loadRegister();
            var county = sample.organizations().stream()
                    .filter(one -> one.type() == Organization.Type.LOCAL_COMMITTEE && one.depth() == 1).findFirst()
                    .orElseThrow();
            purse = Purse.fill(callers, county, loader.idOf(county));
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private static Lineup lineup() {
        var usual = Lineup.of(SERVICES.toArray(Service[]::new));
        return new Lineup(usual.services(),
                Stream.concat(usual.jvmOptions().stream(), Stream.of(THREADS_END_SOON)).toList());
    }

    public SampleCity sample() {
        return sample;
    }

    public CityLoader loader() {
        return loader;
    }

    public Purse purse() {
        return purse;
    }

    public HttpClient http() {
        return http;
    }

    /** What the harness itself writes down: the ledger of intents, the marks of fail points. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    public Outages outages() {
        return city.outages();
    }

    public long pid(Service service) {
        return city.pid(service);
    }

    public String kafka() {
        return "127.0.0.1:" + ports.kafka();
    }

    /** Straight to the service: the front door runs in this JVM. */
    public HttpRequest.Builder request(Service service, String path, String caller)
            throws IOException, InterruptedException {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.service(service) + path))
                .header("Authorization", "Bearer " + tokens(caller).current());
    }

    /** From its next start on the service has this defect, until the city ends. */
    public void spoil(Service service, String words) {
        defects.put(service, words);
    }

    /** Starts the service anew with a fail point: its JVM has it until it ends. */
    public void arm(Service service, String words) {
        outages().kill(service);
        start(service, words);
    }

    /** The service is about to end by itself; the answer completes when it is gone, at the latest with the city. */
    public CompletableFuture<ProcessHandle> expectEnd(Service service) {
        ProcessHandle.of(pid(service)).ifPresent(doomed::add);
        return outages().expectEnd(service);
    }

    /** Starts a service that has ended, with further options for its JVM; returns when it is ready. */
    public void restart(Service service, String... furtherOptions) {
        start(service, "", furtherOptions);
    }

    private void start(Service service, String point, String... furtherOptions) {
        var options = new ArrayList<>(List.of(furtherOptions));
        var words = Stream.of(defects.getOrDefault(service, ""), point).filter(word -> !word.isEmpty())
                .collect(Collectors.joining(";"));
        if (!words.isEmpty()) {
            options.add("-javaagent:" + agentJar + "=" + words);
        }
        outages().restart(service, options);
    }

    public boolean isReady(Service service) {
        try {
            return manage(service, "/q/health/ready").statusCode() == 200;
        } catch (IOException away) {
            return false;
        }
    }

    /** What the service says of itself to those who watch it. */
    public String metrics(Service service) {
        try {
            return manage(service, "/q/metrics").body();
        } catch (IOException away) {
            throw new IllegalStateException(service + " tells nothing of itself", away);
        }
    }

    /** The one number of a query, as of the one who sees all rows. */
    public long number(Service service, String query) {
        return superuser.number(service, query);
    }

    /** The first two columns of a query. */
    public Map<String, String> pairs(Service service, String query) {
        return superuser.pairs(service, query);
    }

    public void execute(Service service, String sql) {
        superuser.execute(service, sql);
    }

    /** Fails when a part has died that nobody had killed: whatever else is found follows from that. */
    public void requireNobodyDied() {
        if (death != null) {
            death.details().forEach(System.err::println);
            throw death;
        }
    }

    @Override
    public void close() {
        doomed.forEach(ProcessHandle::destroyForcibly);
        superuser.close();
        city.stop();
        data.close();
        Runtime.getRuntime().removeShutdownHook(endWithUs);
    }

    private Tokens tokens(String caller) {
        return tokens.computeIfAbsent(caller, name -> new Tokens(http, city.issuer(), name));
    }

    private HttpResponse<String> manage(Service service, String path) throws IOException {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(ports.managementAddress(service) + path))
                    .timeout(Duration.ofSeconds(3)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
