package io.zhixing.acceptance.bench;

import java.util.List;
import java.util.Map;

/** A figure that no reference stands beside: a sentence to read, and its values to compare. */
record Finding(String code, String sentence, Map<String, Object> values) {

    static Finding of(List<MoveCounty.Result> moves) {
        var first = moves.get(0);
        var later = moves.stream().skip(1).mapToDouble(MoveCounty.Result::seconds).sorted().toArray();
        return new Finding("moveOfCounty",
                """
                Moving a county (县级组织整体调整隶属) of %,d organizations and %,d members below another one: the first %.2f s, %d more %.2f to
                %.2f s; the slowest of %,d pages of their members read meanwhile took %.0f ms."""
                        .formatted(first.organizations(), first.members(), first.seconds(), later.length, later[0],
                                later[later.length - 1], moves.stream().mapToLong(MoveCounty.Result::reads).sum(),
                                moves.stream().mapToDouble(MoveCounty.Result::slowestReadMillis).max().orElseThrow()),
                Map.of("moves", moves.stream()
                        .map(move -> Map.of("organizations", move.organizations(), "members", move.members(), "seconds",
                                move.seconds(), "slowestReadMillis", move.slowestReadMillis()))
                        .toList()));
    }
}
