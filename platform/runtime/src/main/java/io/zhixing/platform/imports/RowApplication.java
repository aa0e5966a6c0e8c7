package io.zhixing.platform.imports;

import java.util.ArrayList;
import java.util.List;

import io.zhixing.platform.imports.RowParser.Parsed;
import io.zhixing.platform.problem.ProblemException;

/** Applies rows by what their kind makes of them, in the running transaction, and says what became of each. */
final class RowApplication<R extends Record> {

    private final ImportKind<R> kind;
    private final ImportStatements statements;
    private volatile ImportRun<R> run;   // also asked for keys by the thread that reads ahead

    RowApplication(ImportKind<R> kind, ImportStatements statements) {
        this.kind = kind;
        this.statements = statements;
    }

    /** Loads what rows refer to, at the start and after a failure; needs a transaction. */
    void begin() {
        run = kind.begin();
    }

    List<String> uniqueKeys(R row) {
        return run.uniqueKeys(row);
    }

    List<ImportResult> apply(List<Parsed<R>> chunk) {
        statements.allowTime();
        var good = chunk.stream().filter(one -> one.refusal() == null).toList();
        var outcomes = good.isEmpty()
                ? List.<RowOutcome>of()
                : applied(good.stream().map(Parsed::row).toList());
        if (outcomes.size() != good.size()) {
            throw new IllegalStateException(kind.name() + " gave " + outcomes.size() + " outcomes for " + good.size());
        }
        var became = new ArrayList<ImportResult>();
        var next = outcomes.iterator();
        for (var one : chunk) {
            became.add(result(one, one.refusal() == null ? next.next() : RowOutcome.rejected(one.refusal())));
        }
        return became;
    }

    /** With their events, so that what refuses those refuses the rows; rows that are taken back leave none. */
    private List<RowOutcome> applied(List<ImportRow<R>> rows) {
        try {
            var outcomes = run.apply(rows);
            statements.writeEvents();
            return outcomes;
        } catch (RuntimeException failure) {
            statements.forgetEvents();
            throw failure;
        }
    }

    /** Behind the last rows of the running transaction. */
    void complete() {
        run.complete();
    }

    List<ImportResult> refused(Parsed<R> row, ProblemException refusal) {
        return List.of(result(row, RowOutcome.rejected(refusal)));
    }

    List<ImportResult> notAttempted(List<Parsed<R>> rows) {
        return rows.stream().map(row -> result(row, RowOutcome.NOT_ATTEMPTED)).toList();
    }

    private ImportResult result(Parsed<R> parsed, RowOutcome outcome) {
        return ImportResult.of(parsed.raw(), parsed.row() == null ? null : run.key(parsed.row().value()), outcome);
    }
}
