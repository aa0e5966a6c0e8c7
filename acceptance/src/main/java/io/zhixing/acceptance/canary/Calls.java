package io.zhixing.acceptance.canary;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.city.launch.Service;
import io.zhixing.city.load.Api;
import io.zhixing.city.load.Tokens;

/** Calls of the real interface by the city's personas; every answer is kept to be searched. */
final class Calls {

    /** What a service was asked and what it said. */
    record Answer(String call, int status, String headers, byte[] body, boolean mayHoldNumbers) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException noJson) {
                return JSON.missingNode();
            }
        }

        String id() {
            return json().path("id").asText();
        }

        boolean isProblem() {
            return status >= 400;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    /** Refusals that end by themselves: an event of which the service has yet to hear. */
    private static final Set<String> NOT_YET = Set.of("REFERENCE_UNKNOWN", "ORGANIZATION_NOT_ACTIVE",
            "ROLL_NOT_YET_KNOWN", "STUDY_NOT_YET_KNOWN", "ROLL_EMPTY", "TEMPORARILY_UNAVAILABLE", "YEAR_NOT_SET",
            "TOO_FEW_FULL_MEMBERS");

    private final CanaryCity city;
    private final HttpClient http = Api.client();
    private final Map<String, Tokens> tokens = new HashMap<>();
    private final List<Answer> answers = new ArrayList<>();

    Calls(CanaryCity city) {
        this.city = city;
    }

    List<Answer> answers() {
        return answers;
    }

    /** Tokens that were used. */
    List<String> usedTokens() {
        return tokens.keySet().stream().map(this::token).toList();
    }

    String token(String persona) {
        try {
            return tokens.computeIfAbsent(persona, name -> new Tokens(http, city.city().issuer(), name)).current();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A call that must succeed, sent again while events are on their way. */
    Answer done(String persona, String path, Map<String, ?> body, String... headers) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        var all = new ArrayList<>(List.of(headers));
        if (!path.endsWith("/reveal")) {
            all.addAll(List.of("Idempotency-Key", key()));
        }
        while (true) {
            var answer = post(persona, path, body, all.toArray(String[]::new));
            if (!answer.isProblem()) {
                return answer;
            }
            if (!NOT_YET.contains(answer.json().path("code").asText()) || System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        answer.call() + " → " + new String(answer.body(), StandardCharsets.UTF_8));
            }
            rest(100);
        }
    }

    Answer post(String persona, String path, Map<String, ?> body, String... headers) {
        return send(persona, "POST", path, "application/json", json(body), headers);
    }

    static byte[] json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Answer get(String persona, String path, String... headers) {
        return send(persona, "GET", path, null, new byte[0], headers);
    }

    /** @param headers names and values in turn; {@code persona} is null for a call without a token */
    Answer send(String persona, String method, String path, String mediaType, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + city.port(serviceOf(path)) + path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (persona != null) {
            request.header("Authorization", "Bearer " + token(persona));
        }
        if (mediaType != null) {
            request.header("Content-Type", mediaType);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return keep(new Answer(method + " " + template(path), response.statusCode(),
                    response.headers().map().toString(), response.body(),
                    path.endsWith("/reveal") || path.endsWith("/rejected")));
        } catch (IOException failure) {
            throw new IllegalStateException(method + " " + path, failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Bytes as they are, for what a client library would refuse to send; the answer's first bytes are kept. */
    Answer raw(Service service, String request) {
        try (var socket = new Socket("127.0.0.1", city.port(service))) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            var bytes = new byte[16_384];
            int read = socket.getInputStream().read(bytes);
            return keep(new Answer("raw " + service.prefix(), 400, "",
                    new String(bytes, 0, Math.max(read, 0), StandardCharsets.ISO_8859_1)
                            .getBytes(StandardCharsets.ISO_8859_1),
                    false));
        } catch (IOException closed) {
            return keep(new Answer("raw " + service.prefix(), 400, "", new byte[0], false));   // hung up on: an answer too
        }
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    static void rest(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private Answer keep(Answer answer) {
        answers.add(answer);
        return answer;
    }

    private static Service serviceOf(String path) {
        return List.of(Service.values()).stream().filter(one -> path.startsWith("/" + one.prefix() + "/")).findFirst()
                .orElse(Service.ORGANIZATION);
    }

    /** The call's name in reports, which must not hold what is looked for. */
    private static String template(String path) {
        var bare = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        return bare.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "{id}").replaceAll("[^/a-z0-9{}-].*", "…")
                .replaceAll("[0-9]{9,}", "…");
    }
}
