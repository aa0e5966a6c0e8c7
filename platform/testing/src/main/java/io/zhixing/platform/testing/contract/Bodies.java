package io.zhixing.platform.testing.contract;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.zhixing.platform.testing.contract.Contract.Located;

/** The media types of an operation's request and answers, and its parameters, references followed. */
final class Bodies {

    private Bodies() {}

    /** Request and 2xx bodies that are JSON. */
    static List<Located> json(Contract contract, Operation operation) {
        var bodies = new ArrayList<>(answers(contract, operation));
        bodies.addAll(media(contract.at(operation.pointer().appendProperty("requestBody"))));
        return bodies.stream().filter(Bodies::isJson).toList();
    }

    /** All media types of the 2xx answers. */
    static List<Located> answers(Contract contract, Operation operation) {
        var bodies = new ArrayList<Located>();
        operation.node().path("responses").fieldNames().forEachRemaining(status -> {
            if (status.startsWith("2")) {
                bodies.addAll(media(contract.at(operation.response(status))));
            }
        });
        return bodies;
    }

    static List<JsonNode> parameters(Contract contract, Operation operation) {
        var parameters = new ArrayList<JsonNode>();
        var path = JsonPointer.empty().appendProperty("paths").appendProperty(operation.path());
        for (var list : List.of(operation.pointer().appendProperty("parameters"), path.appendProperty("parameters"))) {
            for (int i = 0; i < contract.document().at(list).size(); i++) {
                parameters.add(contract.at(list.appendIndex(i)).node());
            }
        }
        return parameters;
    }

    static List<Located> media(Located holder) {
        var content = holder.child("content");
        var bodies = new ArrayList<Located>();
        content.node().fieldNames().forEachRemaining(type -> bodies.add(content.child(type)));
        return bodies;
    }

    private static boolean isJson(Located body) {
        return AnswerCheck.isJson(body.pointer().last().getMatchingProperty());
    }
}
