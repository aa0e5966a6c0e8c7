package io.zhixing.platform.testing.contract;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import io.restassured.RestAssured;

/**
 * A call of a {@code @QuarkusTest} by the JDK's own client, judged by the contract as every call of REST-assured is. For
 * those who make thousands: building a request and reading an answer with REST-assured takes longer than the service does.
 */
public final class PlainCall {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** As for calls of REST-assured: only what hangs is given up. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private PlainCall() {}

    /**
     * @param path with its query, encoded; or a whole address
     * @param body null for none
     * @throws AssertionError when the contract does not allow the answer
     */
    public static Answer send(String method, String path, Map<String, String> headers, byte[] body) {
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port).resolve(path))
                .timeout(PATIENCE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        var answer = answered(request.build());
        ContractOnEveryCall.FILTER.judge(answer);
        return answer;
    }

    private static Answer answered(HttpRequest request) {
        try {
            var response = CLIENT.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            var headers = response.headers().map().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, header -> String.join(", ", header.getValue())));
            return new Answer(request.method(), request.uri().getRawPath(), response.statusCode(), headers,
                    response.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        } catch (IOException away) {
            throw new AssertionError(request.method() + " " + request.uri() + " was not answered", away);
        }
    }
}
