package io.zhixing.platform.testing.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.zhixing.platform.testing.contract.Answer;
import io.zhixing.platform.testing.contract.Operation;
import io.zhixing.platform.testing.contract.PlainCall;

/** What one operation is sent, by whomever: path parameters, query, body. Each sending has an idempotency key of its own. */
public final class Call {

    private static final JsonMapper JSON = JsonMapper.builder().findAndAddModules().build();

    private final Map<String, Object> path = new LinkedHashMap<>();
    private final Map<String, Object> query = new LinkedHashMap<>();
    private Object body;
    private String tag;
    private String role;
    private Set<Standing> others = Set.of();

    private Call() {}

    public static Call plain() {
        return new Call();
    }

    /** Of one resource, named by the path parameter {@code id}. */
    public static Call of(Object id) {
        return new Call().path("id", id);
    }

    public Call path(String name, Object value) {
        path.put(name, value);
        return this;
    }

    public Call query(String name, Object value) {
        query.put(name, value);
        return this;
    }

    /** JSON text, or what is written as JSON. */
    public Call body(Object body) {
        this.body = body;
        return this;
    }

    public Call ifMatch(String tag) {
        this.tag = tag;
        return this;
    }

    /** The role in which the six organizations call; the first of {@code x-required-roles} unless named. */
    public Call as(String role) {
        this.role = role;
        return this;
    }

    /** Visible beyond the subtree: DOWNWARD to the descendant, SHARED with the other side. Reading alone: a change of
     * what they see is forbidden to them. */
    public Call alsoFor(Standing... others) {
        this.others = Set.of(others);
        return this;
    }

    boolean shows(Standing standing) {
        return standing.isInside() || others.contains(standing);
    }

    Call file(String csv) {
        return body(csv.getBytes(StandardCharsets.UTF_8));
    }

    String roleOf(Operation operation) {
        return role == null ? Callers.required(operation).get(0) : role;
    }

    Call copy() {
        var copy = new Call();
        copy.path.putAll(path);
        copy.query.putAll(query);
        copy.body = body;
        copy.tag = tag;
        copy.role = role;
        copy.others = others;
        return copy;
    }

    /** The same call about a resource that nobody has. */
    Call ofNothing() {
        var copy = copy();
        copy.path.replaceAll((name, value) -> UUID.randomUUID());
        return copy;
    }

    /** @param token null for a call without one */
    Answer send(Operation operation, String token) {
        return send(operation, token, "*/*");
    }

    Answer send(Operation operation, String token, String accept) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Accept", accept);
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        if (takesKey(operation)) {
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (tag != null) {
            headers.put("If-Match", tag);
        }
        if (body != null) {
            headers.put("Content-Type", body instanceof byte[] ? "text/csv" : "application/json");
        }
        return PlainCall.send(operation.method(), address(operation), headers, bytes());
    }

    private String address(Operation operation) {
        var address = operation.path();
        for (var parameter : path.entrySet()) {
            address = address.replace("{" + parameter.getKey() + "}", encoded(parameter.getValue()));
        }
        return query.isEmpty()
                ? address
                : address + "?" + query.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encoded(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private byte[] bytes() {
        try {
            return body == null || body instanceof byte[]
                    ? (byte[]) body
                    : body instanceof String text
                            ? text.getBytes(StandardCharsets.UTF_8)
                            : JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    /** Every call that writes, but for those whose answers are not kept. */
    private static boolean takesKey(Operation operation) {
        return !operation.method().equals("GET") && (!operation.method().equals("POST")
                || StreamSupport.stream(operation.node().path("parameters").spliterator(), false)
                        .anyMatch(parameter -> parameter.path("name").asText().equals("Idempotency-Key")));
    }
}
