package io.zhixing.platform.testing.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/** One method on one path of a contract. */
public record Operation(String path, String method, JsonNode node) {

    PathTemplate template() {
        return PathTemplate.of(path);
    }

    public String id() {
        return node.path("operationId").asText();
    }

    JsonPointer pointer() {
        return JsonPointer.empty().appendProperty("paths").appendProperty(path).appendProperty(method.toLowerCase());
    }

    JsonPointer response(String status) {
        return pointer().appendProperty("responses").appendProperty(status);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
