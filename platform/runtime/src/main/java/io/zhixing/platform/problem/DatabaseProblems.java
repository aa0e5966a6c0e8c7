package io.zhixing.platform.problem;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import org.postgresql.util.PSQLException;

/**
 * Turns what the database refuses into a problem: a broken constraint by its name, a time limit and an absent server
 * into "try again", a refusal of row-level security into "forbidden".
 */
@Singleton
public class DatabaseProblems {

    private static final Pattern MOMENTARY = Pattern.compile("08...|53...|57P0[123]|57014|55P03|40001|40P01|25P0[234]");

    private final Map<String, Problem> byConstraint = new TreeMap<>();

    DatabaseProblems(Instance<ConstraintProblems> tables) {
        tables.forEach(table -> table.byName().forEach((name, problem) -> {
            if (byConstraint.put(name, problem) != null) {
                throw new IllegalStateException("Constraint " + name + " is mapped twice");
            }
        }));
    }

    /** The problem for a failure in whose causes there is one of the database's; empty when there is none or it is a defect. */
    public Optional<ProblemException> of(Throwable failure) {
        return find(failure).flatMap(this::of);
    }

    public Map<String, Problem> byConstraint() {
        return byConstraint;
    }

    private Optional<ProblemException> of(SQLException refused) {
        var state = refused.getSQLState();
        if (state == null) {   // the pool itself gave up waiting for a connection
            return Optional.of(PlatformProblems.TEMPORARILY_UNAVAILABLE.about());
        }
        if (state.startsWith("23")) {
            return constraint(refused).map(byConstraint::get).map(Problem::about);
        }
        if (state.equals("42501")) {
            return Optional.of(PlatformProblems.FORBIDDEN.about());
        }
        return MOMENTARY.matcher(state).matches()
                ? Optional.of(PlatformProblems.TEMPORARILY_UNAVAILABLE.about())
                : Optional.empty();
    }

    /** Whether the same attempt may pass later: the server or a connection is away, a lock or time limit was hit. */
    public static boolean isMomentary(Throwable failure) {
        return find(failure)
                .map(refused -> refused.getSQLState() == null || MOMENTARY.matcher(refused.getSQLState()).matches())
                .orElse(false);
    }

    /** The database's own failure, however wrapped: what goes wrong at the commit is told as suppressed, not as cause. */
    public static Optional<SQLException> find(Throwable failure) {
        if (failure == null || failure instanceof SQLException) {
            return Optional.ofNullable((SQLException) failure);
        }
        return find(failure.getCause()).or(() -> Arrays.stream(failure.getSuppressed()).map(DatabaseProblems::find)
                .flatMap(Optional::stream).findFirst());
    }

    /** Name of the constraint that refused; empty when it was something else. */
    public static Optional<String> constraint(SQLException refused) {
        return refused instanceof PSQLException answered && answered.getServerErrorMessage() != null
                ? Optional.ofNullable(answered.getServerErrorMessage().getConstraint())
                : Optional.empty();
    }
}
