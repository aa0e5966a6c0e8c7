package io.zhixing.organization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

import io.zhixing.platform.testing.database.OldDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What migrations make of rows that were there before them: a database of the version before, with rows as that version wrote
 * them, brought to the newest one.
 */
class OldRowsTest {

    private static OldDatabase old;

    @BeforeAll
    static void migrateOldRows() throws SQLException, IOException {
        old = OldDatabase.migrated("230", "/rows-of-v230.sql");
    }

    @AfterAll
    static void stop() throws IOException {
        old.close();
    }

    @Test
    void the_end_of_a_state_was_known_when_the_state_after_it_was_and_another_name_ends_no_state() throws SQLException {
        // When
        var ends = old.rows("""
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
        var postponements = old.rows(
                """
                select concat_ws(' ', term_id, version, approved_on, until_day) from term_postponement order by version""");
        // Then
        assertEquals(List.of("00000000-0000-7000-8000-000000000021 2 2015-12-01 2016-12-31",
                "00000000-0000-7000-8000-000000000021 3 2016-06-20 2016-12-31"), postponements);
    }

    @Test
    void what_a_merger_had_handed_over_says_what_it_goes_on_and_what_began_anew_says_nothing() throws SQLException {
        // Then
        assertEquals(List.of("第一党小组 第一党小组", "第二党小组"), old.rows("""
                select concat_ws(' ', g.name, b.name) from party_group g left join party_group b on b.id = g.continues_id
                where g.organization_id = '00000000-0000-7000-8000-000000000004' order by g.name collate "C" """));
        assertEquals(List.of("2016-03-20 2015-09-01", "2016-08-01"), old.rows("""
                select concat_ws(' ', f.away_from, b.away_from) from floating_member f
                left join floating_member b on b.id = f.continues_id where f.away_to is null or f.away_from > '2016-01-01'
                order by f.away_from"""));
        assertEquals(List.of("2016-03-20 2015-03-01"), old.rows("""
                select concat_ws(' ', r.registered_on, b.registered_on) from residence_registration r
                join residence_registration b on b.id = r.continues_id"""));
    }

    @Test
    void names_given_before_are_found_by_their_pairs_as_the_version_before_asks_for_them_too() throws SQLException {
        // When
        var pairs = old.rows("""
                select n.resource_type || ' ' || n.gram from (
                  select 'member' as resource_type, unnest(name_grams(name)) as gram, organization_path, id from party_member
                  union all select 'organization', unnest(name_grams(name)), organization_path, id from party_organization) n
                join name_gram g on g.resource_type = n.resource_type and g.gram = n.gram and g.organization_path = n.organization_path
                  and g.resource_id = n.id""");
        var all = old.rows(
                """
                select sum(cardinality(name_grams(name))) from (select name from party_member union all select name from party_organization) n""");
        // Then
        assertEquals(all, List.of("" + pairs.size()));
        assertEquals(all, old.rows("select count(*) from name_gram"));
    }
}
