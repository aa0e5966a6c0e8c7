package io.zhixing.platform.testing.access;

import static io.restassured.RestAssured.given;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhixing.platform.testing.contract.Operation;

/** What one operation is sent, by whomever: path parameters, query, body. Each sending has an idempotency key of its own. */
public final class Call {

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
    Response send(Operation operation, String token) {
        return send(operation, token, "*/*");
    }

    Response send(Operation operation, String token, String accept) {
        var request = given().accept(accept).pathParams(path).queryParams(query);
        if (token != null) {
            request.auth().oauth2(token);
        }
        if (takesKey(operation)) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (tag != null) {
            request.header("If-Match", tag);
        }
        if (body instanceof byte[] file) {
            request.contentType("text/csv").body(file);
        } else if (body != null) {
            request.contentType(ContentType.JSON).body(body);
        }
        return request.request(operation.method(), operation.path());
    }

    /** Every call that writes, but for those whose answers are not kept. */
    private static boolean takesKey(Operation operation) {
        return !operation.method().equals("GET") && (!operation.method().equals("POST")
                || StreamSupport.stream(operation.node().path("parameters").spliterator(), false)
                        .anyMatch(parameter -> parameter.path("name").asText().equals("Idempotency-Key")));
    }
}
