package io.zhixing.platform.imports;

import java.sql.SQLException;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.DatabaseProblems;
import io.zhixing.platform.problem.ProblemException;

/** What the running transaction of an import is told, and what its database's refusals mean. */
@Singleton
class ImportStatements {

    static final int CHUNK_SECONDS = 120;

    private final AgroalDataSource database;
    private final DatabaseProblems problems;
    private final Outbox outbox;

    ImportStatements(AgroalDataSource database, DatabaseProblems problems, Outbox outbox) {
        this.database = database;
        this.problems = problems;
        this.outbox = outbox;
    }

    /** A statement for many rows takes longer than one of a call may. */
    void allowTime() {
        execute("set local statement_timeout = '" + CHUNK_SECONDS + "s'");
    }

    /** A dry run sees what the commit of a real one would refuse. */
    void constraintsNow() {
        execute("set constraints all immediate");
    }

    /** With the rows that they are about: what the database refuses of an event, it refuses of its row. */
    void writeEvents() {
        outbox.write();
    }

    /** Rows that are taken back leave no events. */
    void forgetEvents() {
        outbox.forget();
    }

    void savepoint() {
        execute("savepoint chunk");
    }

    void releaseSavepoint() {
        execute("release savepoint chunk");
    }

    void rollBackToSavepoint() {
        execute("rollback to savepoint chunk");
    }

    /** The refusal of a row; anything else is no row's fault, and ends the attempt. */
    ProblemException refusal(RuntimeException failure) {
        if (failure instanceof ProblemException refused) {
            return refused;
        }
        if (DatabaseProblems.isMomentary(failure)) {
            throw failure;
        }
        return problems.of(failure).orElseThrow(() -> failure);
    }

    private void execute(String sql) {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
