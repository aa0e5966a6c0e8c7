package io.zhixing.city.launch;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.zhixing.city.CityFailure;
import io.zhixing.city.launch.Secrets.Role;
import io.zhixing.platform.infrastructure.InfrastructureFailure;

/** The running city: starts its parts in their order, tells who dies, and ends them in the reverse order. */
public final class City {

    /** Together below the fifteen seconds in which the city must be gone. */
    private static final long SERVICE_SECONDS = 5;
    private static final long BROKER_SECONDS = 4;
    private static final long DATABASE_SECONDS = 4;
    /** Seconds that an end takes at most. */
    static final long MOST_SECONDS_TO_STOP = FrontDoor.CLOSE_SECONDS + SERVICE_SECONDS + BROKER_SECONDS
            + DATABASE_SECONDS;
    private static final String CITY_FILE = "city.json";

    private final DataFolder data;
    private final Ports ports;
    private final Lineup lineup;
    private final Children children;
    private final Leftovers leftovers;
    private final ServiceProcesses services;
    private Secrets secrets;
    private volatile Infrastructure infrastructure;
    private CompletableFuture<Void> broker;
    private volatile FrontDoor frontDoor;

    /** @param root of the project, where the services were built */
    public City(DataFolder data, Ports ports, Path root, Lineup lineup, Consumer<CityFailure> childDied) {
        this.data = data;
        this.ports = ports;
        this.lineup = lineup;
        this.leftovers = new Leftovers(data);
        this.children = new Children(leftovers, childDied);
        this.services = new ServiceProcesses(data, ports, root, lineup, children);
    }

    public URI front() {
        return URI.create(ports.frontAddress());
    }

    public URI issuer() {
        return URI.create("http://127.0.0.1:" + ports.identity() + "/zhixing");
    }

    /** Ends what a killed launcher left running; gives the number of processes. */
    public int endLeftovers() {
        return leftovers.end();
    }

    /** Fails for what can be known before anything starts: taken ports, missing builds. */
    public void requireStartable() {
        ports.requireFree();
        for (var service : lineup.services()) {
            var runner = services.runner(service);
            if (!Files.exists(runner)) {
                throw new CityFailure("缺少构建结果 " + runner + "；请运行 deploy/local/up 或 mvn package",
                        "The build is missing: " + runner + "; run deploy/local/up or mvn package");
            }
        }
    }

    /** Returns when PostgreSQL and the identity provider answer, whom a service asks first; Kafka may take some seconds more. */
    public void startInfrastructure(List<Persona> personas, Map<String, String> members) {
        secrets = Secrets.of(data);
        infrastructure = new Infrastructure(data, ports, children, secrets);
        broker = CompletableFuture.runAsync(infrastructure::startKafka, City::apart);
        together(infrastructure::startPostgres, () -> infrastructure.startIdentity(personas, members));
    }

    /** Returns when Kafka answers, every service says that it is ready and the front door is open. */
    public void startServices(List<Persona> personas) {
        var settings = new ServiceSettings(ports, secrets, issuer().toString());
        lineup.services().forEach(service -> services.start(service, settings));
        together(Stream.concat(Stream.of(broker::join),
                lineup.services().stream().<Runnable>map(service -> () -> services.await(service)))
                .toArray(Runnable[]::new));
        var prefixes = new LinkedHashMap<String, Integer>();
        for (var service : Service.values()) {
            prefixes.put(service.prefix(), ports.service(service));
        }
        frontDoor = FrontDoor.open(ports.front(), prefixes, Pages.entry(personas, addresses()));
        data.write(CITY_FILE, cityFile());
    }

    /** Crashes of single parts, for whoever tests what they do. */
    public Outages outages() {
        return new Outages(services, infrastructure);
    }

    /** The process that serves; after a restart another one. */
    public long pid(Service service) {
        return services.pid(service);
    }

    /** Tokens and sign-in page name the members whom personas are, from now on. */
    public void introduce(List<Persona> personas, Map<String, String> members) {
        infrastructure.introduce(personas, members);
    }

    public List<String> welcome(List<Persona> personas) {
        return addresses().lines(personas);
    }

    /** Where a service works: beside its jar, in what a build left. */
    public Path workingFolder(Service service) {
        return services.workingFolder(service);
    }

    /** Front door, services, broker and identity provider, database; each within its time, then by force. */
    public void stop() {
        var all = children.beginEnd();
        if (frontDoor != null) {
            frontDoor.close();
        }
        var running = services.running();
        Children.stop(running, SERVICE_SECONDS);
        Children.stop(all.stream().filter(one -> !running.contains(one) && !Infrastructure.isDatabase(one)).toList(),
                BROKER_SECONDS);
        stopDatabase(all.stream().filter(Infrastructure::isDatabase).toList());
        leftovers.clear();
        data.remove(CITY_FILE);
    }

    /** At once and by force. */
    public void kill() {
        children.beginEnd().forEach(Child::kill);
    }

    /** In its own way, which does not wait for clients, until its process is gone. */
    private void stopDatabase(List<Child> database) {
        var stopped = CompletableFuture.runAsync(() -> {
            if (infrastructure != null) {
                infrastructure.stopPostgres();
            }
            database.forEach(one -> one.handle().onExit().join());
        });
        try {
            stopped.get(DATABASE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException | InterruptedException late) {
            database.forEach(Child::kill);
        }
    }

    private Addresses addresses() {
        return new Addresses(ports, issuer().toString());
    }

    /** Where everything is, for `quarkus:dev` beside a running city. It holds passwords: only the owner may read it. */
    private Map<String, Object> cityFile() {
        var databases = new LinkedHashMap<String, Object>();
        for (var service : Service.values()) {
            var roles = new LinkedHashMap<String, Object>();
            roles.put("database", service.database());
            roles.put("address", ports.frontAddress() + "/" + service.prefix());
            for (var role : Role.values()) {
                roles.put(role.key(),
                        Map.of("user", role.of(service), "password", secrets.password(service, role)));
            }
            databases.put(service.prefix(), roles);
        }
        var file = new LinkedHashMap<String, Object>();
        file.put("launcher", Map.of("pid", ProcessHandle.current().pid()));
        file.put("front", ports.frontAddress());
        file.put("identity", issuer().toString());
        file.put("kafka", "127.0.0.1:" + ports.kafka());
        file.put("postgres", Map.of("host", "127.0.0.1", "port", ports.postgres()));
        file.put("services", databases);
        file.put("secrets", secrets.keys());
        return file;
    }

    /** Side by side; the first failure is the caller's, at once, whatever the others still do. */
    static void together(Runnable... parts) {
        var all = Stream.of(parts).map(part -> CompletableFuture.runAsync(part, City::apart)).toList();
        var failed = new CompletableFuture<Void>();
        all.forEach(one -> one.exceptionally(failure -> {
            failed.completeExceptionally(failure);
            return null;
        }));
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)), failed).join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof CityFailure known) {
                throw known;
            }
            if (failure.getCause() instanceof InfrastructureFailure known) {
                throw new CityFailure("基础设施无法启动：" + known.getMessage(), "The infrastructure does not start");
            }
            throw failure;
        }
    }

    /** Each part on a thread of its own: they wait, and a small computer's pool has not three who may. */
    private static void apart(Runnable part) {
        var thread = new Thread(part, "start");
        thread.setDaemon(true);
        thread.start();
    }
}
