package io.zhixing.platform.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.agroal.api.AgroalDataSource;

/**
 * How the transactions of a call enter the caller's scope. It is read once in each, with the statement that sets it for
 * row-level security, so that a moved organization takes effect at once: when a connection is acquired
 * ({@link ScopeOnAcquire}), or with the first {@link Question} of a call that reads.
 */
@RequestScoped
public class CallScope {

    enum Mode {
        READ,
        WRITE,
        SNAPSHOT
    }

    private final Caller caller;
    private final CallAuthor author;
    private final AgroalDataSource database;
    private final RememberedEntrances remembered;
    private Mode mode = Mode.WRITE;
    private String sought;
    private Entrance entrance;
    private Scope scope;
    private Access.Located found;
    private Throwable failed;
    /** What this call goes by until the database is asked. */
    private List<Entrance.Named> guessed;
    private boolean guessing;
    private boolean mistaken;
    private boolean questionComes;
    private boolean entersWithQuestion;

    CallScope(Caller caller, CallAuthor author, AgroalDataSource database, RememberedEntrances remembered) {
        this.caller = caller;
        this.author = author;
        this.database = database;
        this.remembered = remembered;
    }

    Scope scope() {
        if (scope == null) {
            enter();
        }
        return scope == null ? Scope.NOTHING : scope;
    }

    Optional<Access.Located> find(String reference) {
        if (scope == null) {
            sought = reference;
            enter();
        } else if (mode == Mode.WRITE || !reference.equals(entrance.sought())) {
            return look(reference);
        }
        return Optional.ofNullable(found).filter(place -> scope().covers(place.path()));
    }

    private Optional<Access.Located> look(String reference) {
        try (var question = question("select id, path from organizations_named(array[?])", false)) {
            question.statement().setString(question.first(), reference);
            try (var rows = question.answer()) {
                return rows.next() && scope.covers(rows.getString("path"))
                        ? Optional.of(new Access.Located(rows.getObject("id", UUID.class), rows.getString("path")))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * The transactions of this request from now on only read.
     *
     * @param guessing whether to go by what the same call was told before, until its first question is answered; it
     *        {@link #holds} then, or the call is made once more
     */
    public void readOnly(boolean guessing) {
        read(Mode.READ);
        this.guessing = guessing;
    }

    /** The next transaction of this request reads one snapshot (REPEATABLE READ). */
    public void snapshot() {
        read(Mode.SNAPSHOT);
    }

    private void read(Mode how) {
        mode = how;
        sought = null;
        entrance = null;
        scope = null;
        found = null;
        guessed = null;
        guessing = false;
        mistaken = false;
    }

    /** Whether what the call has gone by is so; asks the database where no question of the call has. */
    public boolean holds() {
        if (guessed != null) {
            acquire();
        }
        return !mistaken;
    }

    /** @param last whether the transaction of a call that reads ends with the answer; what is asked behind it sees nothing */
    public Question question(String sql, boolean last) throws SQLException {
        questionComes = mode == Mode.READ && !caller.isAnonymous();
        entersWithQuestion = false;
        Connection connection;
        try {
            connection = database.getConnection();
        } finally {
            questionComes = false;
        }
        return Question.on(connection, last && mode == Mode.READ ? sql + "; rollback" : sql,
                entersWithQuestion ? this : null);
    }

    /** Whether the connection that is being acquired is for a question that will take the entrance along. */
    boolean entersWithQuestion() {
        entersWithQuestion = questionComes;
        return entersWithQuestion;
    }

    private void enter() {
        guessed = guessing ? remembered.guess(entrance()).orElse(null) : null;
        if (guessed != null) {
            goBy(guessed);
        } else {
            acquire();
        }
    }

    private void acquire() {
        try (var connection = database.getConnection()) {
            connection.getAutoCommit();   // acquiring it has read the scope; this asks the database nothing
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        if (failed != null) {   // "try again", and not "nothing is there"
            throw new IllegalStateException(failed);
        }
    }

    void enter(Connection connection) throws SQLException {
        failed = null;
        try {
            if (!caller.isAnonymous()) {
                enterNow(connection);
            }
        } catch (SQLException | RuntimeException | Error failure) {
            failed = failure;
            throw failure;
        }
    }

    private void enterNow(Connection connection) throws SQLException {
        if (mode == Mode.SNAPSHOT) {
            try (var statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read");
            }
        }
        try (var statement = connection.prepareStatement(Entrance.SQL)) {
            bind(statement);
            try (var rows = statement.executeQuery()) {
                entered(rows);
            }
        }
    }

    int bind(PreparedStatement statement) throws SQLException {
        return entrance().bind(statement, mode != Mode.WRITE, author.words());
    }

    void entered(ResultSet rows) throws SQLException {
        var named = Entrance.read(rows);
        remembered.remember(entrance(), named);
        goBy(named);
        mistaken |= guessed != null && !guessed.equals(named);
        guessed = null;
        sought = null;
    }

    private void goBy(List<Entrance.Named> named) {
        entrance = entrance();
        found = entrance.found(named).orElse(null);
        scope = Entrance.scope(named, author.dataGrants());
    }

    private Entrance entrance() {
        return new Entrance(author.dataGrants().stream().map(Grant::organization).distinct().toList(), sought);
    }
}
