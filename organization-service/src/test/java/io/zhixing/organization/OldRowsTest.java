package io.zhixing.organization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import io.zhixing.platform.sql.Sql;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What migrations make of rows that were there before them: a database of the version before, with rows as that version wrote
 * them, brought to the newest one. A database of its own, since that of the service is at the newest from the beginning.
 */
class OldRowsTest {

    private static final String DATABASE = "organization";

    private static EmbeddedPostgres server;

    @BeforeAll
    static void migrateOldRows() throws SQLException, IOException {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        asSuperuser("postgres", "create role owner login", "create role application login",
                "create role pipeline login",
                "create database " + DATABASE + " owner owner");
        asSuperuser(DATABASE, "alter schema public owner to owner",
                "grant usage on schema public to application, pipeline");
        migrate(MigrationVersion.fromVersion("230"));
        try (var rows = OldRowsTest.class.getResourceAsStream("/rows-of-v230.sql")) {
            var text = new String(rows.readAllBytes(), StandardCharsets.UTF_8);
            asTheService(statement -> statement.execute(text));
        }
        migrate(MigrationVersion.LATEST);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void the_end_of_a_state_was_known_when_the_state_after_it_was_and_another_name_ends_no_state() throws SQLException {
        // When
        var ends = rows("""
                select concat_ws(' ', p.valid_to, p.end_known_at is not null, p.end_known_at = n.state_known_at)
                from organization_period p left join organization_period n
                  on n.organization_id = p.organization_id and n.valid_from = p.valid_to
                where p.organization_id = '00000000-0000-7000-8000-000000000003' order by p.valid_from""");
        // Then: renamed, then merged
        assertEquals(List.of("2014-01-01 f", "2016-03-20 t t", "f"), ends);
    }

    @Test
    void a_term_was_put_off_on_the_days_of_its_steps_and_one_that_never_was_has_no_row() throws SQLException {
        // When
        var postponements = rows(
                """
                select concat_ws(' ', term_id, version, approved_on, until_day) from term_postponement order by version""");
        // Then
        assertEquals(List.of("00000000-0000-7000-8000-000000000021 2 2015-12-01 2016-12-31",
                "00000000-0000-7000-8000-000000000021 3 2016-06-20 2016-12-31"), postponements);
    }

    @Test
    void what_a_merger_had_handed_over_says_what_it_goes_on_and_what_began_anew_says_nothing() throws SQLException {
        // Then
        assertEquals(List.of("第一党小组 第一党小组", "第二党小组"), rows("""
                select concat_ws(' ', g.name, b.name) from party_group g left join party_group b on b.id = g.continues_id
                where g.organization_id = '00000000-0000-7000-8000-000000000004' order by g.name collate "C" """));
        assertEquals(List.of("2016-03-20 2015-09-01", "2016-08-01"), rows("""
                select concat_ws(' ', f.away_from, b.away_from) from floating_member f
                left join floating_member b on b.id = f.continues_id where f.away_to is null or f.away_from > '2016-01-01'
                order by f.away_from"""));
        assertEquals(List.of("2016-03-20 2015-03-01"), rows("""
                select concat_ws(' ', r.registered_on, b.registered_on) from residence_registration r
                join residence_registration b on b.id = r.continues_id"""));
    }

    @Test
    void names_given_before_are_found_by_their_pairs_as_the_version_before_asks_for_them_too() throws SQLException {
        // When
        var pairs = rows("""
                select n.resource_type || ' ' || n.gram from (
                  select 'member' as resource_type, unnest(name_grams(name)) as gram, organization_path, id from party_member
                  union all select 'organization', unnest(name_grams(name)), organization_path, id from party_organization) n
                join name_gram g on g.resource_type = n.resource_type and g.gram = n.gram and g.organization_path = n.organization_path
                  and g.resource_id = n.id""");
        var all = rows(
                """
                select sum(cardinality(name_grams(name))) from (select name from party_member union all select name from party_organization) n""");
        // Then
        assertEquals(all, List.of("" + pairs.size()));
        assertEquals(all, rows("select count(*) from name_gram"));
    }

    private static void migrate(MigrationVersion target) {
        Flyway.configure().dataSource(server.getJdbcUrl("owner", DATABASE), "owner", "")
                .locations("db/platform", "db/migration").target(target)
                .placeholders(Map.of("application", "application", "pipeline", "pipeline")).load().migrate();
    }

    private static void asSuperuser(String name, String... commands) throws SQLException {
        try (var connection = server.getDatabase("postgres", name).getConnection();
                var statement = connection.createStatement()) {
            for (var command : commands) {
                statement.execute(command);
            }
        }
    }

    private static List<String> rows(String sql) throws SQLException {
        return asTheService(statement -> Sql.list(statement.getConnection(), sql, row -> row.getString(1)));
    }

    /** As it writes and reads: under row-level security, here within the whole city. */
    private static <T> T asTheService(Work<T> work) throws SQLException {
        try (var connection = server.getDatabase("application", DATABASE).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set app.organization_path = '/0001/'");
            return work.done(statement);
        }
    }

    private interface Work<T> {

        T done(Statement statement) throws SQLException;
    }
}
