package io.zhixing.platform.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import io.zhixing.platform.contract.Label;
import io.zhixing.platform.problem.Fault;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of one row. */
public record RowOutcome(Outcome outcome, UUID resourceId, Long version, List<Fault> faults) {

    @Schema(name = "ImportOutcome", description = "行结果 What became of a row")
    public enum Outcome {
        @Label(zh = "已新建", en = "Created")
        CREATED,
        @Label(zh = "已更新", en = "Updated")
        UPDATED,
        @Label(zh = "无变化", en = "Unchanged")
        UNCHANGED,
        @Label(zh = "被拒绝", en = "Rejected")
        REJECTED,
        @Label(zh = "未处理", en = "Not attempted")
        NOT_ATTEMPTED
    }

    static final RowOutcome NOT_ATTEMPTED = new RowOutcome(Outcome.NOT_ATTEMPTED, null, null, List.of());

    public static RowOutcome created(UUID id, long version) {
        return new RowOutcome(Outcome.CREATED, id, version, List.of());
    }

    public static RowOutcome updated(UUID id, long version) {
        return new RowOutcome(Outcome.UPDATED, id, version, List.of());
    }

    public static RowOutcome unchanged(UUID id, long version) {
        return new RowOutcome(Outcome.UNCHANGED, id, version, List.of());
    }

    public static RowOutcome rejected(List<Fault> faults) {
        return new RowOutcome(Outcome.REJECTED, null, null, List.copyOf(faults));
    }

    /** The refusal of a single call as the result of a row: same code, same places. */
    public static RowOutcome rejected(ProblemException refusal) {
        return rejected(refusal.faults().isEmpty()
                ? List.of(new Fault(Place.pointer(""), refusal.problem(), refusal.arguments()))
                : refusal.faults());
    }

    /** What became of each row, in order: a row that is refused as a single call would be is rejected, the others go on. */
    public static <T> List<RowOutcome> ofEach(List<T> rows, Function<T, RowOutcome> row) {
        var outcomes = new ArrayList<RowOutcome>();
        for (var one : rows) {
            try {
                outcomes.add(row.apply(one));
            } catch (ProblemException refused) {
                outcomes.add(rejected(refused));
            }
        }
        return outcomes;
    }

    boolean isRejected() {
        return outcome == Outcome.REJECTED;
    }
}
