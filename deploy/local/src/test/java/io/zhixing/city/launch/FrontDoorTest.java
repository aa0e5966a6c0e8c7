package io.zhixing.city.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontDoorTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(strings = {"/session/v1", "/session/v1/study-sessions", "/session/q/openapi",
            "/session/q/swagger-ui/", "/session/q/swagger-ui/oauth2-redirect.html"})
    void lets_the_public_paths_through(String path) {
        assertEquals(Optional.of("session"), FrontDoor.prefix(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/session", "/session/", "/session/q/health", "/session/q/metrics", "/session/q/dev-ui",
            "/session/v1x", "/session/v1/../q/metrics", "/session/v1/%2e%2e/q/metrics", "/session/v1//x",
            "/session/v1/..%2fq", "/q/health", "/v1"})
    void keeps_all_other_paths_behind_it(String path) {
        assertEquals(Optional.empty(), FrontDoor.prefix(path));
    }

    @Test
    void passes_bytes_on_as_they_come() throws Exception {
        // Given
        var firstByteSeen = new CountDownLatch(1);
        var service = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        service.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                out.write("first".getBytes(StandardCharsets.UTF_8));
                out.flush();
                await(firstByteSeen);
                out.write("second".getBytes(StandardCharsets.UTF_8));
            }
        });
        service.start();
        int port = freePort();
        try (var door = FrontDoor.open(port, Map.of("session", service.getAddress().getPort()), "page")) {

            // When
            var answer = http.send(request(port, "/session/v1/export"), HttpResponse.BodyHandlers.ofInputStream());

            // Then
            assertEquals("first", new String(answer.body().readNBytes(5), StandardCharsets.UTF_8));
            firstByteSeen.countDown();
            assertEquals("second", new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
        } finally {
            service.stop(0);
        }
    }

    @Test
    void answers_for_a_service_that_is_away_so_that_the_caller_tries_again() throws Exception {
        // Given
        int port = freePort();
        try (var silent = heldByNobodyWhoListens();
                var door = FrontDoor.open(port, Map.of("session", silent.getLocalPort()), "page")) {

            // When
            var answer = http.send(request(port, "/session/v1/lectures"), HttpResponse.BodyHandlers.ofString());

            // Then
            assertEquals(503, answer.statusCode());
            assertEquals("1", answer.headers().firstValue("Retry-After").orElse(""));
            assertTrue(answer.body().contains("\"code\":\"TEMPORARILY_UNAVAILABLE\""), answer.body());
        }
    }

    @Test
    void shows_the_entry_page_and_knows_no_other_service() throws Exception {
        // Given
        int port = freePort();
        try (var door = FrontDoor.open(port, Map.of(), "the page")) {

            // When
            var page = http.send(request(port, "/"), HttpResponse.BodyHandlers.ofString());
            var other = http.send(request(port, "/other/v1"), HttpResponse.BodyHandlers.ofString());

            // Then
            assertEquals("the page", page.body());
            assertEquals(404, other.statusCode());
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IOException("nobody read the first bytes");
            }
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private static HttpRequest request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    }

    /** A port that is refused for sure, and given to nobody else meanwhile. */
    private static Socket heldByNobodyWhoListens() throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
        return socket;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
