package io.zhixing.acceptance;

import static io.zhixing.platform.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

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
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * SIGTERM to session-service while it answers calls and applies the events of an import. Callers behave as behind a
 * proxy: they look at readiness, and go on for a second after it went down; on a busy computer until each has been
 * served some times more.
 */
@Tag("landing")
@Timeout(600)
class DrainIT {

    private static final int PORT_BASE = PortBase.from(28_140);
    private static final Duration DELAY = Duration.ofSeconds(8);
    /** Far longer than a service needs that only finishes what is in hand: one that hangs is ended by it. */
    private static final Duration TIMEOUT = Duration.ofSeconds(40);
    /** Calls that each caller has answered after readiness went down. */
    private static final int SERVED_AT_LEAST = 4;
    private static final int CALLERS = 4;
    private static final List<String> JVM = Stream.concat(Lineup.whole().jvmOptions().stream(), Stream.of(
            "-Dquarkus.shutdown.delay=" + DELAY.toSeconds() + "S",
            "-Dquarkus.shutdown.timeout=" + TIMEOUT.toSeconds() + "S")).toList();
    private static final Ports PORTS = new Ports(PORT_BASE);
    private static final HttpClient HTTP = Api.client();

    private static final AtomicLong NOT_READY_AT = new AtomicLong();
    private static final AtomicLong SERVED_WHEN_NOT_READY = new AtomicLong();
    private static final ConcurrentLinkedQueue<String> FAILED = new ConcurrentLinkedQueue<>();

    private static DataFolder data;
    private static City city;
    private static Superuser superuser;
    private static long appliedAtTerm;
    private static Duration took;

    @BeforeAll
    static void drain_a_service_under_load() throws Exception {
        var here = Path.of("").toAbsolutePath();
        var sample = SampleCity.of(1, 0.02);
        data = DataFolder.open(here.resolve("target/draining-city"));
        superuser = new Superuser(data, PORTS);
        city = new City(data, PORTS, here.getParent(), new Lineup(List.of(Service.ORGANIZATION, Service.SESSION), JVM),
                death -> {});
        city.endLeftovers();
        data.empty();
        data.requireOwnVersions();
        city.requireStartable();
        Runtime.getRuntime().addShutdownHook(new Thread(city::kill));
        city.startInfrastructure(Persona.of(sample), Map.of());
        city.startServices(Persona.of(sample));
        var loader = new CityLoader(sample,
                client -> new Api(HTTP, city.front(), tokens(client), Duration.ofSeconds(5)),
                new Terminal(System.out, false));
        CompletableFuture.runAsync(loader::load);   // ends unfinished, when the service it needs is gone
        eventually(Duration.ofSeconds(120), () -> assertTrue(applied() > 500));
        var callers = Stream.generate(() -> CompletableFuture.runAsync(DrainIT::call)).limit(CALLERS).toList();
        var session = ProcessHandle.of(city.pid(Service.SESSION)).orElseThrow();
        long termAt = System.nanoTime();
        appliedAtTerm = applied();
        session.destroy();
        var looking = CompletableFuture.runAsync(() -> lookAtReadiness(session));
        session.onExit().get(120, TimeUnit.SECONDS);
        took = Duration.ofNanos(System.nanoTime() - termAt);
        looking.join();
        callers.forEach(CompletableFuture::join);
    }

    @AfterAll
    static void stop() {
        if (city != null) {
            superuser.close();
            city.kill();
            data.close();
        }
    }

    @Test
    void no_call_fails_and_calls_are_served_after_readiness_went_down() {
        assertEquals(List.of(), List.copyOf(FAILED));
        assertTrue(SERVED_WHEN_NOT_READY.get() >= CALLERS * SERVED_AT_LEAST,
                SERVED_WHEN_NOT_READY + " calls served while not ready");
    }

    @Test
    void the_service_ends_by_itself_soon_after_its_delay() {
        assertTrue(took.compareTo(DELAY) >= 0, took.toString());
        assertTrue(took.compareTo(DELAY.plus(TIMEOUT)) < 0, took.toString());
    }

    @Test
    void every_record_it_has_taken_is_applied_and_committed() throws Exception {
        assertTrue(appliedAtTerm > 0, "events were applied before the end");
        assertEquals(applied(), committed());
    }

    @Test
    void its_relay_has_handed_back_every_lease() {
        assertEquals(0, superuser.number(Service.SESSION,
                "select count(*) from relay_lease where owner is not null or expires_at > clock_timestamp()"));
    }

    private static void call() {
        var tokens = tokens("city-office");
        var address = URI
                .create("http://127.0.0.1:" + PORTS.service(Service.SESSION) + "/session/v1/study-sessions?limit=5");
        int served = 0;
        while (NOT_READY_AT.get() == 0 || System.nanoTime() - NOT_READY_AT.get() < TimeUnit.SECONDS.toNanos(1)
                || served < SERVED_AT_LEAST && FAILED.isEmpty()) {
            try {
                boolean notReady = NOT_READY_AT.get() != 0;
                int status = HTTP
                        .send(HttpRequest.newBuilder(address).header("Authorization", "Bearer " + tokens.current())
                                .timeout(Duration.ofSeconds(15)).build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status != 200) {
                    FAILED.add(String.valueOf(status));
                } else if (notReady) {
                    served++;
                    SERVED_WHEN_NOT_READY.incrementAndGet();
                }
            } catch (IOException failure) {
                FAILED.add(failure.toString());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void lookAtReadiness(ProcessHandle process) {
        var ready = HttpRequest.newBuilder(URI.create(PORTS.managementAddress(Service.SESSION) + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5)).build();
        while (process.isAlive() && NOT_READY_AT.get() == 0) {
            try {
                if (HTTP.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 503) {
                    NOT_READY_AT.set(System.nanoTime());
                }
            } catch (IOException gone) {
                FAILED.add("the service ended without having said that it is not ready: " + gone);
                NOT_READY_AT.set(1);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static Tokens tokens(String client) {
        return new Tokens(HTTP, city.issuer(), client);
    }

    private static long applied() {
        return superuser.number(Service.SESSION, "select count(*) from inbox where consumer = 'organization'");
    }

    private static long committed() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + PORTS.kafka()))) {
            var offsets = new ArrayList<OffsetAndMetadata>(admin.listConsumerGroupOffsets("session-service")
                    .partitionsToOffsetAndMetadata().get().values());
            return offsets.stream().mapToLong(OffsetAndMetadata::offset).sum();
        }
    }
}
