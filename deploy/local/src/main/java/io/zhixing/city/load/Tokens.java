package io.zhixing.city.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The access token of one machine client, fetched anew before it expires. */
public final class Tokens {

    private static final Duration MARGIN = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI tokenEndpoint;
    private final String clientId;
    private String token;
    private Instant expiresAt = Instant.EPOCH;

    /** @param issuer the provider's address, such as {@code http://127.0.0.1:8085/zhixing} */
    public Tokens(HttpClient http, URI issuer, String clientId) {
        this.http = http;
        this.tokenEndpoint = URI.create(issuer + "/token");
        this.clientId = clientId;
    }

    public synchronized String current() throws IOException, InterruptedException {
        if (Instant.now().isAfter(expiresAt.minus(MARGIN))) {
            fetch();
        }
        return token;
    }

    private void fetch() throws IOException, InterruptedException {
        var form = "grant_type=client_credentials&client_id=" + clientId + "&client_secret=" + clientId;
        var answer = http.send(
                HttpRequest.newBuilder(tokenEndpoint).header("Content-Type", "application/x-www-form-urlencoded")
                        .timeout(Duration.ofSeconds(20)).POST(HttpRequest.BodyPublishers.ofString(form)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(tokenEndpoint + " answered " + answer.statusCode());
        }
        var body = JSON.readTree(answer.body());
        token = body.path("access_token").asText();
        expiresAt = Instant.now().plusSeconds(body.path("expires_in").asLong());
    }
}
