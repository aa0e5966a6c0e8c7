package io.zhixing.city.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.zhixing.city.CityFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the load does when a call does not go through at once; the other end is a bare socket that answers as told. */
class ApiTest {

    /** That of a call that gets through, on a busy computer too. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String IN_FLIGHT = "{\"code\":\"IDEMPOTENCY_IN_FLIGHT\"}";

    private final ArrayDeque<Told> answers = new ArrayDeque<>();
    private final List<String> keys = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;

    private record Told(int status, String body) {}

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token",
                exchange -> answer(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":3600}"));
        server.createContext("/session/v1/study-sessions", exchange -> {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            var told = answers.size() > 1 ? answers.poll() : answers.peek();
            answer(exchange, told.status(), told.body());
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void sends_a_call_again_under_the_same_key_while_a_service_is_away_or_its_twin_is_under_way() {
        // Given
        answers.addAll(List.of(new Told(503, ""), new Told(409, IN_FLIGHT), new Told(502, ""),
                new Told(201, "{\"id\":\"1\"}")));

        // When
        var answer = post(PATIENCE);

        // Then
        assertEquals("1", answer.body().path("id").asText());
        assertEquals(4, keys.size());
        assertEquals(1, new HashSet<>(keys).size());
    }

    @Test
    void ends_with_one_line_that_names_call_status_and_code_when_it_is_refused() {
        // Given
        answers.add(new Told(422, "{\"code\":\"GUEST_WITHOUT_GROUND\",\"detail\":\"第3项\"}"));

        // When
        var failure = assertThrows(CityFailure.class, () -> post(PATIENCE));

        // Then
        assertTrue(failure.line().contains("POST /session/v1/study-sessions (key-1) → 422 GUEST_WITHOUT_GROUND"),
                failure.line());
        assertFalse(failure.line().contains("\n"));
        assertEquals(1, keys.size());
    }

    @Test
    void gives_up_when_its_patience_is_over() {
        // Given
        answers.addAll(List.of(new Told(201, "{\"id\":\"1\"}"), new Told(503, "")));
        post(PATIENCE);   // what takes time at the first call alone is behind us
        keys.clear();

        // When
        var failure = assertThrows(CityFailure.class, () -> post(Duration.ofSeconds(4)));

        // Then
        assertTrue(failure.line().contains("no service answered"), failure.line());
        assertTrue(keys.size() > 1);
    }

    private Api.Answer post(Duration patience) {
        var origin = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var http = Api.client();
        return new Api(http, origin, new Tokens(http, origin, "loader"), patience)
                .post("/session/v1/study-sessions", Map.of("type", "COLLECTIVE_STUDY"), "key-1", null);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
