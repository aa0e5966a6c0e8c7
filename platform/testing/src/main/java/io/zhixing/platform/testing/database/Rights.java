package io.zhixing.platform.testing.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.zhixing.platform.testing.Settings;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/**
 * Who may do what in a service's database: the catalogue of the migrated database against the list that the service
 * commits as {@code src/test/resources/rights.txt}, one right a line, so that a new grant is read in the review.
 */
public final class Rights {

    private static final Path COMMITTED = Path.of("src/test/resources/rights.txt");
    private static final Path FOUND = Path.of("target/rights.txt");

    /** One line a relation, column list, function, schema or database and role; what a role may do with its own is left out. */
    private static final String GRANTS = """
            select case when grantee = 0 then 'everybody' else grantee::regrole::text end, what,
                   string_agg(privilege_type, ' ' order by privilege_type)
            from (
              select a.grantee, a.privilege_type, case c.relkind when 'v' then 'view ' when 'S' then 'sequence ' else 'table ' end || c.relname as what
              from pg_class c cross join lateral aclexplode(c.relacl) a
              where c.relnamespace = 'public'::regnamespace and c.relkind <> 'i' and not c.relispartition and a.grantee <> c.relowner
                and c.relname <> 'flyway_schema_history' and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
              union all
              select a.grantee, a.privilege_type, 'table ' || c.relname || ' (' || string_agg(t.attname, ', ' order by t.attnum) || ')'
              from pg_class c join pg_attribute t on t.attrelid = c.oid cross join lateral aclexplode(t.attacl) a
              where c.relnamespace = 'public'::regnamespace and a.grantee <> c.relowner
              group by a.grantee, a.privilege_type, c.relname
              union all
              select a.grantee, a.privilege_type, 'function ' || p.oid::regprocedure || case when p.prosecdef then ' as its owner' else '' end
              from pg_proc p cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
              where p.pronamespace = 'public'::regnamespace and a.grantee <> p.proowner
                and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
              union all
              select a.grantee, a.privilege_type, 'schema public'
              from pg_namespace n cross join lateral aclexplode(n.nspacl) a where n.nspname = 'public' and a.grantee <> n.nspowner
              union all
              select a.grantee, a.privilege_type, 'database'
              from pg_database b cross join lateral aclexplode(coalesce(b.datacl, acldefault('d', b.datdba))) a
              where b.datname = current_database() and a.grantee <> b.datdba) rights
            group by 1, 2""";

    /** Statistics are let pass: tests count statements by them. */
    private static final String POWERS = """
            select rolname, 'is a superuser' from pg_roles where rolsuper
            union all select rolname, 'bypasses row-level security' from pg_roles where rolbypassrls
            union all select rolname, 'creates roles' from pg_roles where rolcreaterole
            union all select rolname, 'creates databases' from pg_roles where rolcreatedb
            union all select rolname, 'replicates' from pg_roles where rolreplication
            union all select r.rolname, 'is a member of ' || m.roleid::regrole from pg_auth_members m join pg_roles r on r.oid = m.member
              where m.roleid <> 'pg_read_all_stats'::regrole""";

    private static final String POSSESSIONS = """
            select r.rolname, 'owns ' || c.relname from pg_class c join pg_roles r on r.oid = c.relowner where c.relnamespace = 'public'::regnamespace
            union all select r.rolname, 'owns ' || p.oid::regprocedure from pg_proc p join pg_roles r on r.oid = p.proowner
              where p.pronamespace = 'public'::regnamespace
            union all select r.rolname, 'owns the schema' from pg_namespace n join pg_roles r on r.oid = n.nspowner where n.nspname = 'public'
            union all select r.rolname, 'owns the database' from pg_database d join pg_roles r on r.oid = d.datdba where d.datname = current_database()
            union all select r.rolname, 'creates in schema public' from pg_roles r where has_schema_privilege(r.oid, 'public', 'CREATE')
            union all select r.rolname, 'creates schemas' from pg_roles r where has_database_privilege(r.oid, current_database(), 'CREATE')""";

    private Rights() {}

    public static Stream<DynamicTest> checks() {
        return Stream.of(
                DynamicTest.dynamicTest("S-5 every right is on the committed list", Rights::compare),
                DynamicTest.dynamicTest("S-5 no role of the service stands above row-level security",
                        () -> none(POWERS, List.of("owner", "application", "pipeline"))),
                DynamicTest.dynamicTest("S-5 application and pipeline own nothing and create nothing",
                        () -> none(POSSESSIONS, List.of("application", "pipeline"))));
    }

    private static void compare() throws IOException {
        var found = new TreeSet<>(listed());
        Files.write(FOUND, found);
        var committed = Files.exists(COMMITTED) ? Files.readAllLines(COMMITTED) : List.<String>of();
        var fresh = found.stream().filter(line -> !committed.contains(line)).map(line -> "+ " + line);
        var gone = committed.stream().filter(line -> !found.contains(line)).map(line -> "- " + line);
        var differing = Stream.concat(fresh, gone).toList();
        if (!differing.isEmpty()) {
            Assertions.fail("rights differ from " + COMMITTED + ":\n  " + String.join("\n  ", differing)
                    + "\nRemedy: mend the migration, or cp " + FOUND + " " + COMMITTED);
        }
    }

    private static List<String> listed() {
        var names = names();
        return Database.asOwner().query(GRANTS, row -> "%s: %s %s".formatted(
                names.getOrDefault(row.getString(1), row.getString(1)), row.getString(2), row.getString(3)));
    }

    private static void none(String sql, List<String> roles) {
        var names = names();
        var found = Database.asOwner()
                .query(sql, row -> names.getOrDefault(row.getString(1), "") + ": " + row.getString(2)).stream()
                .filter(line -> roles.contains(line.substring(0, line.indexOf(':')))).toList();
        Assertions.assertEquals(List.of(), found);
    }

    /** Roles are called differently in each installation; the list speaks of what they are for. */
    private static Map<String, String> names() {
        return Map.of(Settings.required("quarkus.datasource.username"), "application",
                Settings.required("quarkus.datasource.pipeline.username"), "pipeline",
                Settings.required("quarkus.flyway.username"), "owner");
    }
}
