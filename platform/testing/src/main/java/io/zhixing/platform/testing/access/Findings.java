package io.zhixing.platform.testing.access;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.zhixing.platform.testing.contract.Answer;

/** What was wrong about one operation, and who has called it. */
final class Findings {

    private final List<String> faults = new ArrayList<>();
    private final Set<Standing> asked = EnumSet.noneOf(Standing.class);

    /** A refusal with this status and problem code. */
    void expect(Standing standing, Answer answer, int status, String code) {
        expect(standing, answer, answer.status() == status && code.equals(code(answer)), status + " " + code);
    }

    void expect(Standing standing, Answer answer, boolean holds, String expected) {
        asked.add(standing);
        if (!holds) {
            faults.add("%s: %s expected, but %d %s".formatted(standing, expected, answer.status(), start(answer)));
        }
    }

    List<String> faults() {
        return faults;
    }

    int callers() {
        return asked.size();
    }

    static String code(Answer answer) {
        return answer.mediaType().equals("application/problem+json") ? answer.json().path("code").asText() : null;
    }

    private static String start(Answer answer) {
        var text = answer.body();
        return text.length() > 500 ? text.substring(0, 500) + "…" : text;
    }
}
