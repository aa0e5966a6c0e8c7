package io.zhixing.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.city.CityFailure;
import io.zhixing.city.launch.FirstCall;
import io.zhixing.city.launch.Persona;
import io.zhixing.city.sample.SampleCity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher as a process of its own, with the real services, signalled as a terminal and an operator would. What a
 * newcomer does with what it says at the end of its first start; then a service dies; then the city that has stopped is
 * started twice more.
 */
@Tag("landing")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LauncherIT {

    private static final int PORT_BASE = PortBase.from(23_120);
    private static final String FRONT = "http://127.0.0.1:" + PORT_BASE;
    private static final String TOKENS = "http://127.0.0.1:" + (PORT_BASE + 5) + "/zhixing/token";
    /** The smallest city that has every persona. */
    private static final double SMALL = 0.001;
    /** As the launcher promises; nothing else is at work meanwhile. */
    private static final long SECONDS_TO_STOP = 15;
    private static final String VICTIM = "poverty-project-service";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static final List<Launcher> LAUNCHERS = new ArrayList<>();
    private static Launcher launcher;
    private static String said;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    @Timeout(900)
    static void start() throws Exception {
        launcher = launched("--scale", Double.toString(SMALL), "--seed", "1");
        said = String.join("\n", launcher.readUntil("Ctrl-C stops"));
    }

    @AfterAll
    static void end() throws Exception {
        for (var one : LAUNCHERS) {
            one.process.destroy();
            one.process.waitFor(20, TimeUnit.SECONDS);
        }
    }

    private static Launcher launched(String... options) throws IOException {
        var one = new Launcher(folder, PORT_BASE, options);
        LAUNCHERS.add(one);
        return one;
    }

    @Test
    @Order(1)
    @Timeout(60)
    void every_persona_makes_its_first_call_after_the_first_start_and_the_member_sees_himself() throws Exception {
        // Given
        var personas = Persona.of(SampleCity.of(1, SMALL));
        for (var persona : personas) {
            var call = persona.firstCall();
            // When
            var answer = answer(persona.client(), call);
            // Then
            assertEquals(call.status(), answer.statusCode(), persona.client() + ": " + answer.body());
            assertTrue(said.contains(persona.client()) && said.contains(FRONT + call.path()), persona.client());
        }
        var himself = personas.stream().filter(one -> one.client().equals("member")).findFirst().orElseThrow();
        var rows = JSON.readTree(answer(himself.client(), himself.firstCall()).body()).path("items");
        assertEquals(1, rows.size(), rows.toString());
        assertEquals(himself.memberNumber(), rows.get(0).path("memberNumber").asText());
    }

    @Test
    @Order(2)
    void everything_ends_with_one_clear_line_when_a_service_dies() throws Exception {
        // Given
        var running = launcher.processes();
        // When
        running.stream().filter(one -> one.info().commandLine().orElse("").contains(VICTIM)).findFirst().orElseThrow()
                .destroyForcibly();
        boolean ended = launcher.process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS);
        // Then
        assertTrue(ended);
        assertEquals(CityFailure.FAILED, launcher.process.exitValue());
        assertEquals(1, launcher.rest().stream()
                .filter(line -> line.contains(VICTIM + " ended unexpectedly")).count());
        assertEquals(List.of(), running.stream().filter(ProcessHandle::isAlive).toList());
        assertEquals(List.of(), launcher.openPorts());
    }

    @Test
    @Order(3)
    @Timeout(600)
    void leaves_nothing_behind_when_the_terminal_is_interrupted_and_clears_up_after_a_killed_launcher()
            throws Exception {
        // Given
        var killed = launched("--no-city");
        killed.readUntil("Starting the four services");
        var left = killed.processes();
        killed.process.destroyForcibly().waitFor();

        // When
        var next = launched("--no-city");
        next.readUntil("that an earlier start had left");
        next.readUntil("Ctrl-C stops");
        var running = next.processes();
        next.interruptTerminal();
        boolean ended = next.process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS);

        // Then
        assertTrue(ended);
        assertEquals(130, next.process.exitValue());
        assertTrue(left.size() >= 3, left.size() + " processes were recorded");
        assertEquals(List.of(), left.stream().filter(ProcessHandle::isAlive).toList());
        assertEquals(List.of(), running.stream().filter(ProcessHandle::isAlive).toList());
        assertEquals(List.of(), next.openPorts());
        assertFalse(Files.readString(folder.resolve("logs/postgres.log")).contains("SIGINT"));
    }

    private HttpResponse<String> answer(String client, FirstCall call) throws Exception {
        var form = "grant_type=client_credentials&client_id=" + client + "&client_secret=" + client;
        var token = JSON.readTree(http.send(HttpRequest.newBuilder(URI.create(TOKENS))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form))
                .build(),
                BodyHandlers.ofString()).body()).path("access_token").asText();
        var request = HttpRequest.newBuilder(URI.create(FRONT + call.path()))
                .header("Authorization", "Bearer " + token);
        return http.send(call.body() == null
                ? request.build()
                : request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(call.body())).build(),
                BodyHandlers.ofString());
    }
}
