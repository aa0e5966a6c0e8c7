package io.zhixing.platform.testing.token;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.zhixing.platform.testing.Settings;

/**
 * Signs in at the mock identity server as its sign-in page does: user name and claims in a form, an authorization code,
 * a token for the code. Tokens of equal claims are asked for once; they hold longer than a test run.
 */
final class IdentityServer {

    private static final Map<String, IdentityServer> KNOWN = new ConcurrentHashMap<>();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String REDIRECT = "http://127.0.0.1/signed-in";
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final String issuer;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private IdentityServer(String issuer) {
        this.issuer = issuer;
    }

    static IdentityServer ofTheService() {
        return at(Settings.required("quarkus.oidc.auth-server-url"));
    }

    static IdentityServer at(String issuer) {
        return KNOWN.computeIfAbsent(issuer, IdentityServer::new);
    }

    String issuer() {
        return issuer;
    }

    String token(Map<String, Object> claims) {
        return tokens.computeIfAbsent(json(claims), text -> exchange(codeFor(claims, text), claims));
    }

    private String codeFor(Map<String, Object> claims, String text) {
        var query = form(Map.of("client_id", claims.get("client_id"), "response_type", "code", "redirect_uri", REDIRECT,
                "scope", "openid", "state", "test"));
        var answer = post("/authorize?" + query, Map.of("username", claims.get("sub"), "claims", text));
        var code = CODE.matcher(answer.headers().firstValue("Location").orElse(""));
        if (!code.find()) {
            throw new AssertionError("no sign-in at " + issuer + ": " + answer.statusCode() + " " + answer.body());
        }
        return code.group(1);
    }

    private String exchange(String code, Map<String, Object> claims) {
        var answer = post("/token", Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT,
                "client_id", claims.get("client_id")));
        try {
            var token = JSON.readTree(answer.body()).path("access_token").asText();
            if (token.isEmpty()) {
                throw new AssertionError("no token from " + issuer + ": " + answer.statusCode() + " " + answer.body());
            }
            return token;
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("no token from " + issuer + ": " + answer.body(), notJson);
        }
    }

    private HttpResponse<String> post(String path, Map<String, Object> fields) {
        var request = HttpRequest.newBuilder(URI.create(issuer + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields))).build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new AssertionError("the identity server " + issuer + " does not answer", unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static String form(Map<String, Object> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(field.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String json(Map<String, Object> claims) {
        try {
            return JSON.writeValueAsString(claims);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }
}
