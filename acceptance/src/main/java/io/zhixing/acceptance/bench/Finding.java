package io.zhixing.acceptance.bench;

import java.util.Map;

/** A figure that no reference stands beside: a sentence to read, and its values to compare. */
record Finding(String code, String sentence, Map<String, Object> values) {

    static Finding of(MoveCounty.Result moved) {
        return new Finding("moveOfCounty",
                """
                Moving a county (县级组织整体调整隶属) of %,d organizations and %,d members below another one: %.2f s; the slowest of %,d pages
                of its members read meanwhile took %.0f ms."""
                        .formatted(moved.organizations(), moved.members(), moved.seconds(), moved.reads(),
                                moved.slowestReadMillis()),
                Map.of("organizations", moved.organizations(), "members", moved.members(), "seconds", moved.seconds(),
                        "slowestReadMillis", moved.slowestReadMillis()));
    }
}
