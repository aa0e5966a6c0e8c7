package io.zhixing.city.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.city.CityFailure;

/**
 * The public REST interface of the suite as one machine client calls it. A call that may not have arrived is sent again
 * with its Idempotency-Key until the deadline: however often, it has one effect.
 */
public final class Api {

    /** An answer that ended a call: its document and its entity tag. */
    public record Answer(int status, JsonNode body, String etag) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> PASSING = Set.of(502, 503, 504);
    /** Refusals that end by themselves: a twin under way, or an event of which the service has yet to hear. */
    private static final Set<String> NOT_YET = Set.of("IDEMPOTENCY_IN_FLIGHT", "ORGANIZATION_NOT_ACTIVE",
            "REFERENCE_UNKNOWN");
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration EXPORT_TIMEOUT = Duration.ofMinutes(5);
    private static final int FIRST_PAUSE_MILLIS = 50;
    private static final int LONGEST_PAUSE_MILLIS = 2_000;

    private final HttpClient http;
    private final URI front;
    private final Tokens tokens;
    private final Duration patience;

    /**
     * @param patience how long one call is tried again while a service is away or busy
     */
    public Api(HttpClient http, URI front, Tokens tokens, Duration patience) {
        this.http = http;
        this.front = front;
        this.tokens = tokens;
        this.patience = patience;
    }

    public static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** The answer whatever its status, once a service gave one. */
    public Answer get(String path) {
        return untilAnswered("GET " + path, HttpRequest.newBuilder(front.resolve(path)).GET());
    }

    /** Returns when what the path names is known to its service. */
    void awaitKnown(String path) {
        var answer = get(path);
        if (answer.status() != 200) {
            throw refused("GET " + path, answer);
        }
    }

    /** The answer to a POST that had its effect; {@code ifMatch} is null where nothing is changed. */
    public Answer post(String path, Object body, String idempotencyKey, String ifMatch) {
        var request = HttpRequest.newBuilder(front.resolve(path)).header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey).POST(HttpRequest.BodyPublishers.ofByteArray(bytes(body)));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        var answer = untilAnswered("POST " + path, request);
        if (answer.status() / 100 != 2) {
            throw refused("POST " + path + " (" + idempotencyKey + ")", answer);
        }
        return answer;
    }

    /** The answer to a file that was taken as an import. */
    public Answer upload(String path, String mediaType, String file, String idempotencyKey) {
        var answer = untilAnswered("POST " + path, HttpRequest.newBuilder(front.resolve(path))
                .header("Content-Type", mediaType).header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(file)));
        if (answer.status() / 100 != 2) {
            throw refused("POST " + path + " (" + idempotencyKey + ")", answer);
        }
        return answer;
    }

    /** Every row of an export; asked for again from the beginning when it breaks off. */
    public List<JsonNode> lines(String path) {
        long deadline = System.nanoTime() + patience.toNanos();
        for (int tried = 0;; tried++) {
            try {
                return exported(path);
            } catch (IOException away) {
                if (System.nanoTime() > deadline) {
                    throw new CityFailure("导出中断：" + path + "（" + away.getMessage() + "）", "The export broke off");
                }
                pause(tried);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new CityFailure("载入已中断", "The load was interrupted");
            }
        }
    }

    private List<JsonNode> exported(String path) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(front.resolve(path)).header("Accept", "application/x-ndjson")
                .header("Authorization", "Bearer " + tokens.current()).timeout(EXPORT_TIMEOUT).build(),
                HttpResponse.BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        var rows = new ArrayList<JsonNode>();
        try (var lines = answer.body()) {
            for (var line : (Iterable<String>) lines::iterator) {
                rows.add(JSON.readTree(line));
            }
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
        return rows;
    }

    private Answer untilAnswered(String call, HttpRequest.Builder request) {
        long deadline = System.nanoTime() + patience.toNanos();
        String lastTrouble;
        for (int tried = 0;; tried++) {
            try {
                var response = http.send(request.copy().timeout(CALL_TIMEOUT)
                        .setHeader("Authorization", "Bearer " + tokens.current()).build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                var answer = new Answer(response.statusCode(), tree(response.body()),
                        response.headers().firstValue("ETag").orElse(null));
                if (!mayPass(answer)) {
                    return answer;
                }
                lastTrouble = answer.status() + " " + answer.body().path("code").asText();
            } catch (IOException away) {
                lastTrouble = String.valueOf(away.getMessage());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new CityFailure("载入已中断", "The load was interrupted");
            }
            if (System.nanoTime() > deadline) {
                throw new CityFailure(call + "：服务 " + patience.toSeconds() + " 秒内无应答（" + lastTrouble + "）",
                        call + ": no service answered within " + patience.toSeconds() + " s (" + lastTrouble + ")");
            }
            pause(tried);
        }
    }

    /**
     * Busy or away, or an event of another service has not come yet: the same call may do better later. Everything else
     * is an answer.
     */
    private static boolean mayPass(Answer answer) {
        var code = answer.body().path("code").asText();
        return PASSING.contains(answer.status()) || NOT_YET.contains(code) || code.endsWith("_NOT_YET_KNOWN");
    }

    private static void pause(int tried) {
        int longest = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(tried, 10));
        try {
            Thread.sleep(longest / 2 + ThreadLocalRandom.current().nextInt(longest / 2));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static CityFailure refused(String call, Answer answer) {
        var problem = answer.body();
        var text = "%s → %d %s %s %s".formatted(call, answer.status(), problem.path("code").asText(),
                problem.path("detail").asText(), problem.path("errors").isMissingNode() ? "" : problem.path("errors"));
        return new CityFailure("载入被拒绝：" + text, "The load was refused");
    }

    private static JsonNode tree(byte[] body) throws IOException {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            return JSON.missingNode();
        }
    }

    private static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
