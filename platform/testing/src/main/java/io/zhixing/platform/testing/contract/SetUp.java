package io.zhixing.platform.testing.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The calls that make what a test needs before it judges anything: by {@link PlainCall}, since they are most of a test's
 * calls. Each must succeed; one that does not fails the test there, with what was answered. What is judged itself is
 * sent by REST-assured.
 */
public final class SetUp {

    private static final JsonMapper JSON = JsonMapper.builder().findAndAddModules().build();

    private final Map<String, String> headers = new LinkedHashMap<>();

    private SetUp() {}

    /** @param token whose the calls are */
    public static SetUp by(String token) {
        return new SetUp().with("Authorization", "Bearer " + token);
    }

    public SetUp with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** @param body a map, or what is JSON as text */
    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    private Answer send(String method, String path, Object body) {
        var sent = new LinkedHashMap<>(headers);
        sent.put("Accept", "*/*");
        if (body != null) {
            sent.put("Content-Type", "application/json");
        }
        var answer = PlainCall.send(method, path, sent, body == null ? null : text(body).getBytes(UTF_8));
        if (!answer.isOk()) {
            throw new AssertionError(
                    "%s %s was answered %d: %s".formatted(method, path, answer.status(), answer.body()));
        }
        return answer;
    }

    private static String text(Object body) {
        try {
            return body instanceof Map ? JSON.writeValueAsString(body) : body.toString();
        } catch (JsonProcessingException unwritable) {
            throw new AssertionError(unwritable);
        }
    }
}
