package io.zhixing.platform.testing.database;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.function.Executable;

/**
 * Counts what a role asks of the database while something happens, by {@code pg_stat_statements}: normalised statements
 * and how often each ran. Statements inside functions are not counted, as they cost no round trip; neither are
 * transaction control, settings, and the import worker's questions for work, which it asks all the time. Nothing is
 * reset, so that counts of other tests stay; but calls of the same role at
 * the same time are counted too, hence count in a test class that runs alone.
 */
public final class Statements {

    private static final Pattern NOT_COUNTED = Pattern.compile(
            "(?is)\\s*(begin|start transaction|commit|rollback|savepoint|release|set|reset|show|discard)\\b.*"
                    + "|.*\\b(pg_stat_statements|import_job)\\b.*");

    private final List<Counted> counted;

    private Statements(List<Counted> counted) {
        this.counted = counted;
    }

    /** One normalised statement and how often it ran. */
    public record Counted(String statement, long calls) {

        @Override
        public String toString() {
            return calls + " x " + statement.replaceAll("\\s+", " ").trim();
        }
    }

    public static Statements of(Database role, Executable happening) {
        var before = calls(role);
        try {
            happening.execute();
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
        var counted = new ArrayList<Counted>();
        calls(role).forEach((statement, calls) -> {
            long more = calls - before.getOrDefault(statement, 0L);
            if (more > 0) {
                counted.add(new Counted(statement, more));
            }
        });
        return new Statements(counted);
    }

    public long count() {
        return counted.stream().mapToLong(Counted::calls).sum();
    }

    public List<Counted> list() {
        return List.copyOf(counted);
    }

    /** One line a statement, for the message of an assertion. */
    @Override
    public String toString() {
        return count() + " statements:\n  "
                + String.join("\n  ", counted.stream().map(Counted::toString).sorted().toList());
    }

    private static Map<String, Long> calls(Database role) {
        var calls = new HashMap<String, Long>();
        role.query("""
                select query, sum(calls) from pg_stat_statements
                where userid = (select oid from pg_roles where rolname = current_user)
                  and dbid = (select oid from pg_database where datname = current_database()) and toplevel
                group by query""", row -> Map.entry(row.getString(1), row.getLong(2))).stream()
                .filter(entry -> !NOT_COUNTED.matcher(entry.getKey()).matches())
                .forEach(entry -> calls.put(entry.getKey(), entry.getValue()));
        return calls;
    }
}
