package io.zhixing.platform.testing.contract;

import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * What a service answered to a call.
 *
 * @param path raw, without the query
 * @param headers by lower-case name
 */
public record Answer(String method, String path, int status, Map<String, String> headers, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    public String mediaType() {
        return header("content-type").split(";")[0].trim().toLowerCase(Locale.ROOT);
    }

    /** @return empty when the answer has none of this name */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    public boolean isOk() {
        return status >= 200 && status < 300;
    }

    /** Of the resource that was answered. */
    public String id() {
        return json().path("id").asText();
    }

    public String etag() {
        return header("ETag");
    }

    /** @throws AssertionError when the body is not JSON */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("%s %s was answered %d without JSON: %s".formatted(method, path, status, body),
                    notJson);
        }
    }
}
