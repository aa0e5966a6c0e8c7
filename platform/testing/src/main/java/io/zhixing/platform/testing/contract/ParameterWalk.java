package io.zhixing.platform.testing.contract;

import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;

/** D4: a value that a parameter cannot have is refused under its name, so that nobody takes an empty list for an answer. */
final class ParameterWalk {

    /** No constant, day, id, number, order or cursor, and the name of no organization. */
    private static final String NONSENSE = "NO SUCH VALUE";

    private final Map<String, String> places;
    private final Map<String, String> texts;
    private final String organization;

    ParameterWalk(Map<String, String> places, Map<String, String> texts, String organization) {
        this.places = places;
        this.texts = texts;
        this.organization = organization;
    }

    List<String> faults(Contract contract) {
        var found = new ArrayList<String>();
        var asked = new TreeSet<String>();
        contract.operations().stream().filter(operation -> operation.method().equals("GET"))
                .forEach(operation -> parameters(operation).forEach(parameter -> {
                    var name = parameter.path("name").asText();
                    var key = operation.id() + " " + name;
                    asked.add(key);
                    if (!texts.containsKey(key) && isReachable(operation)) {
                        ask(operation, name, found);
                    }
                }));
        texts.keySet().stream().filter(key -> !asked.contains(key))
                .forEach(key -> found.add(key + " is named as a text and is no parameter"));
        places.keySet().stream().filter(path -> contract.at(path).isEmpty())
                .forEach(path -> found.add(path + " has a place and is no path"));
        contract.operations().stream().filter(operation -> operation.method().equals("GET"))
                .filter(operation -> !isReachable(operation) && hasOwnParameters(operation))
                .forEach(operation -> found.add(operation + " has parameters and no place to ask for it"));
        return found;
    }

    private boolean isReachable(Operation operation) {
        return !operation.path().contains("{") || places.containsKey(operation.path());
    }

    /** Others than every list has. */
    private static boolean hasOwnParameters(Operation operation) {
        return parameters(operation).stream().map(parameter -> parameter.path("name").asText())
                .anyMatch(name -> !List.of("limit", "cursor", "sort", "count", "bom", "header").contains(name));
    }

    private void ask(Operation operation, String name, List<String> found) {
        var answer = answer(operation, name, usual());
        if (!isRefused(answer, name)) {   // what is usual may itself be wrong here, such as a code where only ids are taken
            answer = answer(operation, name, Map.of());
        }
        if (!isRefused(answer, name)) {
            found.add(operation + " takes '" + NONSENSE + "' for " + name + ": " + answer.statusCode());
        }
    }

    private Response answer(Operation operation, String name, Map<String, String> beside) {
        var call = given().queryParam(name, NONSENSE);
        beside.forEach((other, value) -> {
            if (!other.equals(name) && takes(operation, other)) {
                call.queryParam(other, value);
            }
        });
        if (!operation.node().path("security").isEmpty()) {
            call.auth().oauth2(Tokens.of(operation.node().path("x-required-roles").path(0).asText(), organization));
        }
        return call.get(places.getOrDefault(operation.path(), operation.path()));
    }

    /** Without which some questions are not asked at all. */
    private Map<String, String> usual() {
        return Map.of("organization", organization, "from", "2016-01-01", "to", "2016-12-31", "inForceOn", "2016-06-30",
                "year", "2016", "name", "示例");
    }

    /** By its name in the list of faults; a cursor has problems of its own. */
    private static boolean isRefused(Response answer, String name) {
        if (!List.of(400, 422).contains(answer.statusCode())) {
            return false;
        }
        List<String> named = answer.path("errors.parameter");
        return named != null && named.contains(name) || answer.<String>path("code").startsWith("CURSOR_");
    }

    private static boolean takes(Operation operation, String name) {
        return parameters(operation).stream().anyMatch(parameter -> parameter.path("name").asText().equals(name));
    }

    private static List<JsonNode> parameters(Operation operation) {
        return StreamSupport.stream(operation.node().path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals("query")).toList();
    }
}
