package io.zhixing.platform.testing.contract;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.zhixing.platform.testing.contract.Contract.Located;

/** Judges one answer by the contract. */
final class AnswerCheck {

    static final String PROBLEM = "application/problem+json";

    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final Contract contract;

    AnswerCheck(Contract contract) {
        this.contract = contract;
    }

    List<String> violations(Answer answer) {
        if (!answer.path().startsWith(contract.prefix() + "/")) {
            return List.of();
        }
        var operation = contract.operation(answer.method().equals("HEAD") ? "GET" : answer.method(), answer.path());
        return operation.map(known -> ofOperation(known, answer)).orElseGet(() -> outside(answer));
    }

    /** Nobody documents what is not there: a call beside the contract may only be refused, as a problem. */
    private List<String> outside(Answer answer) {
        boolean refused = answer.status() >= 400 && answer.status() < 500 && answer.mediaType().equals(PROBLEM);
        return refused
                ? List.of()
                : List.of("no such operation in the contract, and the answer " + answer.status() + " "
                        + answer.mediaType() + " is not a problem");
    }

    private List<String> ofOperation(Operation operation, Answer answer) {
        var response = contract.at(operation.response(String.valueOf(answer.status())));
        if (!response.exists()) {
            return List.of("status " + answer.status() + " is not documented for " + operation.id());
        }
        var found = new ArrayList<String>();
        found.addAll(ofHeaders(response, answer));
        found.addAll(ofAddress(answer));
        if (!answer.method().equals("HEAD")) {
            found.addAll(ofContent(response, answer));
        }
        return found;
    }

    private List<String> ofHeaders(Located response, Answer answer) {
        var found = new ArrayList<String>();
        for (Map.Entry<String, JsonNode> entry : response.node().path("headers").properties()) {
            var header = contract.at(response.child("headers").child(entry.getKey()).pointer());
            var value = answer.headers().get(entry.getKey().toLowerCase(Locale.ROOT));
            if (value == null) {
                if (header.node().path("required").asBoolean()) {
                    found.add("header " + entry.getKey() + " is required and missing");
                }
            } else if (header.child("schema").exists()) {
                contract.violations(header.child("schema").pointer(), headerValue(header, value))
                        .forEach(violation -> found.add("header " + entry.getKey() + violation));
            }
        }
        return found;
    }

    /** A client follows it: an address that no operation has is as good as none. */
    private List<String> ofAddress(Answer answer) {
        var address = answer.headers().getOrDefault("location", "");
        return answer.status() != 201 || !contract.at(URI.create(address).getPath()).isEmpty()
                ? List.of()
                : List.of("Location '" + address + "' is the address of no operation in the contract");
    }

    private static JsonNode headerValue(Located header, String value) {
        boolean number = header.node().path("schema").path("type").asText().matches("integer|number");
        return number ? parsed(value).orElse(TextNode.valueOf(value)) : TextNode.valueOf(value);
    }

    private List<String> ofContent(Located response, Answer answer) {
        var content = response.child("content");
        if (!content.exists() || content.node().isEmpty()) {
            return answer.body().isEmpty() ? List.of() : List.of("the contract knows no body here, the answer has one");
        }
        var media = content.child(answer.mediaType());
        if (!media.exists()) {
            return List.of("media type '" + answer.mediaType() + "' is not documented for status " + answer.status());
        }
        if (!isJson(answer.mediaType()) || !media.child("schema").exists()) {
            return List.of();
        }
        return parsed(answer.body())
                .map(body -> contract.violations(media.child("schema").pointer(), body))
                .orElse(List.of("the body is not JSON"));
    }

    static boolean isJson(String mediaType) {
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }

    private static Optional<JsonNode> parsed(String body) {
        try {
            return Optional.of(JSON.readTree(body)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }
}
