package io.zhixing.organization;

import java.util.List;
import java.util.Map;

import io.restassured.response.Response;

/** What the work list says. */
final class Outstanding {

    static final String WORK = "/organization/v1/work-items";

    private Outstanding() {}

    static Response list(String token, String filters) {
        return Register.get(token, WORK + "?" + filters);
    }

    /** Each item below the organization as kind, status and code; by that day. */
    static List<String> below(Register.Organization organization, String on, String... kinds) {
        var answer = list(Register.officer(), "organization=" + organization.code() + "&on=" + on
                + String.join("", List.of(kinds).stream().map(kind -> "&kind=" + kind).toList()));
        answer.then().statusCode(200);
        return lines(answer);
    }

    /** What waits for this caller. */
    static List<String> forMe(String token, String... kinds) {
        var answer = list(token, "forMe=true"
                + String.join("", List.of(kinds).stream().map(kind -> "&kind=" + kind).toList()));
        answer.then().statusCode(200);
        return lines(answer);
    }

    static List<String> lines(Response answer) {
        return answer.<List<Map<String, Object>>>path("items").stream()
                .map(item -> item.get("kind") + " " + item.get("status") + " " + item.get("code")).toList();
    }
}
