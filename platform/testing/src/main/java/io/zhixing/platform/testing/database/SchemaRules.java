package io.zhixing.platform.testing.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.inject.spi.CDI;

import io.zhixing.platform.problem.DatabaseProblems;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/**
 * What every schema keeps: each constraint has a name that maps to a problem, each table with an organization's data has
 * forced row-level security. In a {@code @QuarkusTest}:
 * <pre>{@code
 * @TestFactory Stream<DynamicTest> schema() { return SchemaRules.checks(); }
 * }</pre>
 */
public final class SchemaRules {

    private SchemaRules() {}

    public static Stream<DynamicTest> checks() {
        return checks(Map.of());
    }

    /** @param neverBroken constraints that no call can break, each with the reason: its violation is a defect, a 500 */
    public static Stream<DynamicTest> checks(Map<String, String> neverBroken) {
        return checks(neverBroken, Map.of());
    }

    /**
     * @param notForced tables whose row-level security binds the application but not their owner, each with the reason:
     *        functions that run as the owner must see every row they judge
     */
    public static Stream<DynamicTest> checks(Map<String, String> neverBroken, Map<String, String> notForced) {
        return checks(neverBroken, notForced, Map.of());
    }

    /** @param open tables that hold an organization's data and have no row-level security, each with the reason */
    public static Stream<DynamicTest> checks(Map<String, String> neverBroken, Map<String, String> notForced,
            Map<String, String> open) {
        return checks(Database.asOwner(),
                () -> CDI.current().select(DatabaseProblems.class).get().byConstraint().keySet(), neverBroken,
                notForced, open);
    }

    static Stream<DynamicTest> checks(Database owner, Supplier<Set<String>> mapped, Map<String, String> neverBroken) {
        return checks(owner, mapped, neverBroken, Map.of(), Map.of());
    }

    static Stream<DynamicTest> checks(Database owner, Supplier<Set<String>> mapped,
            Map<String, String> neverBroken, Map<String, String> notForced, Map<String, String> open) {
        return Stream.of(
                check("B6 every constraint maps to a problem", () -> unmapped(owner, mapped.get(), neverBroken),
                        "name the problem in the service's ConstraintProblems"),
                check("B6 every mapped name is a constraint", () -> unknown(owner, mapped.get(), neverBroken),
                        "correct or remove the name"),
                check("Every constraint is named by hand", () -> unnamed(owner),
                        "give it a name in its migration: constraint <table>_<what> …"),
                check("S-5 every table with an organization's data has forced row-level security and a policy",
                        () -> unguarded(owner, notForced.keySet(), open.keySet()),
                        "enable and force row level security, and create a policy; see platform's V1"));
    }

    /** Constraints and unique indexes by name, with the table; also the names under which functions refuse. */
    private static Map<String, String> breakable(Database owner) {
        var found = new TreeMap<String, String>();
        // Primary keys are made by the server, or are the target of an "on conflict"; foreign keys of partitions repeat.
        owner.query("""
                select c.conname, c.conrelid::regclass::text from pg_constraint c
                join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
                where n.nspname = 'public' and c.contype in ('c', 'f', 'u', 'x') and c.conparentid = 0
                  and t.relname <> 'flyway_schema_history'
                  and not exists (select from pg_depend d where d.objid = t.oid and d.deptype = 'e')
                union
                select i.relname, t.oid::regclass::text from pg_index x
                join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
                join pg_namespace n on n.oid = t.relnamespace
                where n.nspname = 'public' and x.indisunique and not x.indisprimary and not i.relispartition
                  and t.relname <> 'flyway_schema_history'
                union
                select r.name[1], p.proname || '()' from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                cross join lateral regexp_matches(p.prosrc, 'constraint = ''(\\w+)''', 'g') as r (name)
                where n.nspname = 'public'""", row -> found.put(row.getString(1), row.getString(2)));
        return found;
    }

    private static List<String> unmapped(Database owner, Set<String> mapped, Map<String, String> neverBroken) {
        return breakable(owner).entrySet().stream()
                .filter(entry -> !mapped.contains(entry.getKey()) && !neverBroken.containsKey(entry.getKey())
                        && !PlatformConstraints.NEVER_BROKEN.containsKey(entry.getKey()))
                .map(entry -> entry.getKey() + " of table " + entry.getValue() + " has no problem").toList();
    }

    private static List<String> unknown(Database owner, Set<String> mapped, Map<String, String> neverBroken) {
        var names = new TreeSet<>(breakable(owner).keySet());
        names.addAll(owner.query("select conname from pg_constraint where contype = 'p'", row -> row.getString(1)));
        return Stream.concat(mapped.stream(), neverBroken.keySet().stream()).filter(name -> !names.contains(name))
                .sorted()
                .map(name -> name + " is no constraint of this schema").toList();
    }

    /** Names that PostgreSQL invents: table, column and a suffix. They change when a column is renamed. */
    private static List<String> unnamed(Database owner) {
        var found = new ArrayList<String>();
        owner.query("""
                select c.conname, t.relname from pg_constraint c join pg_class t on t.oid = c.conrelid
                join pg_namespace n on n.oid = t.relnamespace
                where n.nspname = 'public' and c.contype in ('c', 'f', 'u', 'x', 'p') and c.conparentid = 0
                  and t.relname <> 'flyway_schema_history'
                  and (c.conname ~ ('^' || t.relname || '_.*(_fkey|_key|_check|_excl)[0-9]*$')
                       or c.conname = t.relname || '_pkey')""",
                row -> found.add(row.getString(1) + " of table " + row.getString(2) + " has no name of its own"));
        return found;
    }

    /**
     * A table holds an organization's data when it names an organization or a member, or refers to a table that does. One
     * on which nobody but its owner has a right needs no policy: without one it shows nothing.
     */
    private static List<String> unguarded(Database owner, Set<String> notForced, Set<String> open) {
        return owner.query("""
                with recursive holding as (
                  select a.attrelid as id from pg_attribute a
                  where a.attname ~ '(^|_)(organization_path|organization_id|member_id)$' and not a.attisdropped
                  union
                  select c.conrelid from pg_constraint c join holding h on h.id = c.confrelid where c.contype = 'f')
                select t.relname, t.relrowsecurity, t.relforcerowsecurity,
                       exists (select from pg_policy p where p.polrelid = t.oid)
                from holding h join pg_class t on t.oid = h.id join pg_namespace n on n.oid = t.relnamespace
                where n.nspname = 'public' and t.relkind in ('r', 'p') and not t.relispartition
                  and (not t.relrowsecurity or t.relforcerowsecurity = (t.relname = any (string_to_array(?, ',')))
                       or not exists (select from pg_policy p where p.polrelid = t.oid) and exists (
                         select from aclexplode(t.relacl) as a where a.grantee <> t.relowner))
                  and t.relname <> all (string_to_array(?, ','))
                order by 1""",
                row -> "table %s: enabled %s, forced %s, policy %s".formatted(row.getString(1), row.getBoolean(2),
                        row.getBoolean(3), row.getBoolean(4)),
                String.join(",", union(notForced, PlatformConstraints.NOT_FORCED.keySet())),
                String.join(",", union(open, PlatformConstraints.OPEN.keySet())));
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private static DynamicTest check(String name, Supplier<List<String>> faults, String remedy) {
        return DynamicTest.dynamicTest(name, () -> {
            var found = faults.get();
            if (!found.isEmpty()) {
                Assertions.fail(name + ", but:\n  " + String.join("\n  ", found) + "\nRemedy: " + remedy);
            }
        });
    }
}
