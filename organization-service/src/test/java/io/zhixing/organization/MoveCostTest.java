package io.zhixing.organization;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the move of a subtree costs the database. A trigger that joins the rows before a statement with those after it reads no
 * table for that, so its work is seen in the time alone: joined each with each, a county of 15,000 members took a minute and a
 * half (V197).
 * With those triggers the large move of this test took 63 times as long as the small one, without them 7 times.
 */
@QuarkusTest
@Tag("landing")
class MoveCostTest {

    private static final int BRANCHES = 20;
    private static final int MEMBERS_EACH = 25;
    private static final int TIMES = 10;
    /** The fastest of some runs: a busy computer makes one slow, hardly all. The first is slower than those after it. */
    private static final int RUNS = 3;
    /** Small and large by turns, since a computer may be busy for a while: it makes some slow and none fast. */
    private static final int TURNS = 3;
    /** In what is read, pages and levels of an index are not quite in proportion. */
    private static final double READING_SLACK = 1.5;
    /** Each with each would be ten times too long; the constant part of a move makes the small one the slower of the two. */
    private static final double TIME_SLACK = 3;

    private record Cost(long rowsRead, Duration time) {

        Cost or(Cost other) {
            return time.compareTo(other.time()) <= 0 ? this : other;
        }
    }

    @Test
    void ten_times_the_branches_and_members_cost_ten_times_as_much_to_move() throws SQLException {
        // Given
        var small = subtree(BRANCHES);
        var large = subtree(BRANCHES * TIMES);
        // When
        var little = cost(small);
        var much = cost(large);
        for (int turn = 1; turn < TURNS; turn++) {
            little = little.or(cost(small));
            much = much.or(cost(large));
        }
        // Then
        assertTrue(much.rowsRead() <= READING_SLACK * TIMES * little.rowsRead(), little + " became " + much);
        assertTrue(much.time().toNanos() <= TIME_SLACK * TIMES * little.time().toNanos(),
                little + " became " + much);
    }

    /** A committee with so many branches, each with its members. */
    private static Register.Organization subtree(int branches) throws SQLException {
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        Register.member(branch);
        try (var connection = Database.asApplication().within(Register.path(committee)).connect()) {
            execute(connection, """
                    insert into party_organization (id, code, name, type, area_code, parent_id, organization_path, established_on, state, version)
                    select gen_random_uuid(), code || lpad(i::text, 6, '0'), name, type, area_code, parent_id,
                      rtrim(organization_path, '/') || lpad(i::text, 5, '0') || '/', established_on, state, version
                    from party_organization, generate_series(1, %d) as i where id = '%s'"""
                    .formatted(branches - 1, branch.id()));
            execute(connection, """
                    insert into party_member (id, member_number, name, id_number, id_number_index, id_number_masked, sex_code, ethnicity_code,
                      birth_date, member_type, joined_on, full_since, organization_id, organization_path, status, on_roll_from, version)
                    select gen_random_uuid(), 'MOVED-' || gen_random_uuid(), m.name, m.id_number, uuid_send(gen_random_uuid()),
                      m.id_number_masked, m.sex_code, m.ethnicity_code, m.birth_date, m.member_type, m.joined_on, m.full_since, o.id,
                      o.organization_path, m.status, m.on_roll_from, m.version
                    from party_member m, party_organization o, generate_series(1, %d)
                    where m.organization_id = '%s' and o.parent_id = '%s'"""
                    .formatted(MEMBERS_EACH, branch.id(), committee.id()));
        }
        return committee;
    }

    /** Moves the committee with all below it, and takes it back. */
    private static Cost cost(Register.Organization committee) throws SQLException {
        var from = Register.path(committee);
        var above = Register.path(Register.committee());
        var cost = new Cost(0, Duration.ofDays(1));
        try (var connection = Database.asApplication().within(from, above).connect()) {
            connection.setAutoCommit(false);
            for (int run = 0; run < RUNS; run++) {
                long read = rowsRead(connection);
                long started = System.nanoTime();
                move(connection, from, above + "9999/");
                var time = Duration.ofNanos(System.nanoTime() - started);
                cost = cost.or(new Cost(rowsRead(connection) - read, time));
                connection.rollback();
            }
        }
        return cost;
    }

    /** As a reassignment does: the organizations, then every row that carries one of their paths. */
    private static void move(Connection connection, String from, String to) throws SQLException {
        execute(connection, """
                update party_organization set organization_path = '%2$s' || substr(organization_path, length('%1$s') + 1),
                  path_version = path_version + 1, placed_on = date '2016-03-01'
                where organization_path >= '%1$s' and organization_path < rtrim('%1$s', '/') || '0'""".formatted(from,
                to));
        execute(connection,
                """
                select move_rows('%s', '%s', '{party_organization,organization_period,register_delta}', '{party_member}', '{member}')"""
                        .formatted(from, to));
    }

    /** By this transaction so far, of all tables, by their indexes or from end to end. */
    private static long rowsRead(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery("""
                select coalesce(sum(seq_tup_read) + sum(idx_tup_fetch), 0) from pg_stat_xact_user_tables""")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
