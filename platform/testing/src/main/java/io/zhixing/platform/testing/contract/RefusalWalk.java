package io.zhixing.platform.testing.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixing.platform.testing.contract.Contract.Located;

/** M4: the refusals that an operation cannot help having are listed, each as a problem with its codes and an example of one. */
final class RefusalWalk {

    private static final String PROBLEM_SCHEMA = "#/components/schemas/Problem";

    private RefusalWalk() {}

    static List<String> faults(Contract contract) {
        var found = new ArrayList<String>();
        for (var operation : contract.operations()) {
            var listed = new TreeSet<String>();
            operation.node().path("responses").fieldNames().forEachRemaining(listed::add);
            expected(operation).stream().filter(status -> !listed.contains(status))
                    .forEach(status -> found.add(operation + " does not list " + status));
            if (listed.contains("default")) {
                found.add(operation + ": 'default' is no answer");
            }
            if (listed.stream().noneMatch(status -> status.startsWith("2"))) {
                found.add(operation + " lists no success");
            }
            listed.stream().filter(status -> status.startsWith("4") || status.startsWith("5"))
                    .forEach(status -> found.addAll(problemFaults(contract, operation, status)));
        }
        return found;
    }

    private static Set<String> expected(Operation operation) {
        var expected = new TreeSet<>(Set.of("400", "406", "500", "503"));
        if (!operation.node().path("security").isEmpty()) {
            expected.addAll(Set.of("401", "403"));
        }
        if (operation.path().contains("{")) {
            expected.add("404");
        }
        if (operation.node().has("requestBody")) {
            expected.addAll(Set.of("413", "415"));
        }
        return expected;
    }

    private static List<String> problemFaults(Contract contract, Operation operation, String status) {
        var answer = contract.at(operation.response(status));
        var media = answer.child("content").child(AnswerCheck.PROBLEM);
        if (answer.child("content").node().size() != 1
                || !media.node().path("schema").path("$ref").asText().equals(PROBLEM_SCHEMA)) {
            return List.of(operation + ": " + status + " is not exactly " + AnswerCheck.PROBLEM + " of schema Problem");
        }
        var found = new ArrayList<String>();
        if (answer.node().path("x-problem-codes").isEmpty()) {
            found.add(operation + ": " + status + " lists no codes in x-problem-codes");
        }
        found.addAll(exampleFaults(contract, answer, Integer.parseInt(status)).stream()
                .map(fault -> operation + ": " + status + " " + fault).toList());
        return found;
    }

    private static List<String> exampleFaults(Contract contract, Located answer, int status) {
        var media = answer.child("content").child(AnswerCheck.PROBLEM);
        var found = new ArrayList<String>();
        var shown = new HashSet<JsonNode>();
        for (var language : List.of("zh", "en")) {
            var example = contract.at(media.child("examples").child(language).pointer()).node().path("value");
            if (!shown.add(example)) {
                found.add("has no example of its own in " + language);
            }
            var codes = StreamSupport.stream(answer.node().path("x-problem-codes").spliterator(), false);
            if (example.path("status").asInt() != status || codes.noneMatch(example.path("code")::equals)) {
                found.add("shows in " + language + " another status, or a code that it does not list");
            }
            contract.violations(media.child("schema").pointer(), example)
                    .forEach(violation -> found.add("example in " + language + ": " + violation));
        }
        return found;
    }
}
