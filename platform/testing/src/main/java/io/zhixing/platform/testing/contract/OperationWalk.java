package io.zhixing.platform.testing.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** M2: each operation has an id, a summary in both languages, a description, one tag, its scope and its roles. */
final class OperationWalk {

    private static final Pattern CAMEL = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern SUMMARY = Pattern.compile("\\p{IsHan}.* / [A-Z].*");

    private OperationWalk() {}

    static List<String> faults(Contract contract) {
        var found = new ArrayList<String>();
        var ids = new HashSet<String>();
        var tags = StreamSupport.stream(contract.document().path("tags").spliterator(), false)
                .map(tag -> tag.path("name").asText()).collect(Collectors.toSet());
        for (var operation : contract.operations()) {
            if (!CAMEL.matcher(operation.id()).matches()) {
                found.add(operation + ": operationId '" + operation.id() + "' is not camelCase");
            }
            if (!ids.add(operation.id())) {
                found.add(operation + ": operationId '" + operation.id() + "' is used twice");
            }
            if (!SUMMARY.matcher(operation.node().path("summary").asText()).matches()) {
                found.add(operation + ": the summary is not '中文 / English'");
            }
            if (operation.node().path("description").asText().isBlank()) {
                found.add(operation + " has no description");
            }
            if (operation.node().path("tags").size() != 1) {
                found.add(operation + " has not exactly one tag");
            } else if (!tags.contains(operation.node().path("tags").path(0).asText())) {
                found.add(operation + ": its tag is not declared at the top, where the order of work is given");
            }
            found.addAll(accessFaults(contract, operation));
        }
        return found;
    }

    static List<String> usedElsewhere(Contract contract, List<Contract> others) {
        var taken = others.stream().flatMap(other -> other.operations().stream())
                .collect(Collectors.toMap(Operation::id, Operation::path, (first, next) -> first));
        return contract.operations().stream().filter(operation -> taken.containsKey(operation.id()))
                .map(operation -> operation.id() + " is also " + taken.get(operation.id())).toList();
    }

    private static List<String> accessFaults(Contract contract, Operation operation) {
        var security = operation.node().path("security");
        if (security.isArray() && security.isEmpty()) {
            return List.of();   // says openly that it needs no login
        }
        var found = new ArrayList<String>();
        var service = contract.prefix().split("/")[1];
        var allowed = operation.method().equals("GET")
                ? Set.of(service + ":read")
                : Set.of(service + ":read", service + ":write");
        var scopes = scopes(security);
        if (scopes.size() != 1 || !allowed.containsAll(scopes)) {
            found.add(operation + ": security asks for " + scopes + ", not for one of " + allowed);
        }
        var roles = operation.node().path("x-required-roles");
        if (!roles.isArray() || roles.isEmpty()) {
            found.add(operation + " has no x-required-roles");
        }
        return found;
    }

    private static List<String> scopes(JsonNode security) {
        return StreamSupport.stream(security.spliterator(), false)
                .flatMap(requirement -> StreamSupport.stream(requirement.spliterator(), false))
                .flatMap(scopes -> StreamSupport.stream(scopes.spliterator(), false)).map(JsonNode::asText).toList();
    }
}
