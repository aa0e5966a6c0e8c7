package io.zhixing.platform.testing.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** M4: the refusals that an operation cannot help having are listed, each as a problem with its codes. */
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
        var found = new ArrayList<String>();
        var answer = contract.at(operation.response(status));
        var media = answer.child("content").child(AnswerCheck.PROBLEM);
        if (answer.child("content").node().size() != 1
                || !media.node().path("schema").path("$ref").asText().equals(PROBLEM_SCHEMA)) {
            found.add(operation + ": " + status + " is not exactly " + AnswerCheck.PROBLEM + " of schema Problem");
        }
        if (answer.node().path("x-problem-codes").isEmpty()) {
            found.add(operation + ": " + status + " lists no codes in x-problem-codes");
        }
        return found;
    }
}
