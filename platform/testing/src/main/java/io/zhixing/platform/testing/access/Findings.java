package io.zhixing.platform.testing.access;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.restassured.response.Response;

/** What was wrong about one operation, and who has called it. */
final class Findings {

    private final List<String> faults = new ArrayList<>();
    private final Set<Standing> asked = EnumSet.noneOf(Standing.class);

    /** A refusal with this status and problem code. */
    void expect(Standing standing, Response answer, int status, String code) {
        expect(standing, answer, answer.statusCode() == status && code.equals(code(answer)), status + " " + code);
    }

    void expect(Standing standing, Response answer, boolean holds, String expected) {
        asked.add(standing);
        if (!holds) {
            faults.add("%s: %s expected, but %d %s".formatted(standing, expected, answer.statusCode(), start(answer)));
        }
    }

    List<String> faults() {
        return faults;
    }

    int callers() {
        return asked.size();
    }

    static String code(Response answer) {
        return answer.contentType().startsWith("application/problem+json") ? answer.path("code") : null;
    }

    private static String start(Response answer) {
        var text = answer.asString();
        return text.length() > 500 ? text.substring(0, 500) + "…" : text;
    }
}
