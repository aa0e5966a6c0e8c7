package io.zhixing.acceptance.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.zhixing.city.launch.Service;

/**
 * Fills the register up to the size of a city, by SQL: only a benchmark may do so. The tree has the levels of the design's
 * reference set, 12 / 144 / 1,548 / 5,000 / 2,180 below the root; each row is a copy of one that the service wrote, with
 * its own id, number and place. No event tells of them, and no other service knows them.
 */
final class SyntheticRegister {

    private static final String TREE = """
            create temporary table place (level int, n int, parent_n int, seq int, id uuid default gen_random_uuid(), code text, path text collate "C", type text);
            insert into place (level, n, parent_n, seq, type)
              select 1, n, 0, 900 + n, 'LOCAL_COMMITTEE' from generate_series(0, 11) n
              union all select 2, n, n % 12, n / 12, 'PRIMARY_COMMITTEE' from generate_series(0, 143) n
              union all select 3, n, n % 144, n / 144, 'PRIMARY_COMMITTEE' from generate_series(0, 1547) n
              union all select 4, n, n % 1548, n / 1548, case when n < 436 then 'GENERAL_BRANCH' else 'BRANCH' end from generate_series(0, 4999) n
              union all select 5, n, n % 436, n / 436, 'BRANCH' from generate_series(0, 2179) n;
            update place p set code = r.code || lpad((p.seq + 1)::text, 3, '0'), path = r.organization_path || 's' || lpad(p.seq::text, 3, '0') || '/'
              from party_organization r where p.level = 1 and r.parent_id is null;
            """;
    private static final String BELOW = """
            update place p set code = u.code || lpad((p.seq + 1)::text, 3, '0'), path = u.path || 's' || lpad(p.seq::text, 3, '0') || '/'
              from place u where p.level = %d and u.level = p.level - 1 and u.n = p.parent_n;
            """;
    private static final String ORGANIZATIONS = """
            insert into party_organization
              select (jsonb_populate_record(t, jsonb_build_object('id', p.id, 'code', p.code, 'name', '合成组织' || p.code, 'type', p.type,
                'kind', case when p.type = 'BRANCH' then t.kind end, 'parent_id', coalesce(u.id, r.id), 'organization_path', p.path, 'children', 0, 'established_on', '1925-01-01'))).*
              from place p left join place u on u.level = p.level - 1 and u.n = p.parent_n, party_organization t, party_organization r
              where r.parent_id is null and t.id = (select id from party_organization where type = 'BRANCH' and state = 'ACTIVE' limit 1)
              order by p.level;
            """;

    private SyntheticRegister() {}

    /** A subtree that is asked for: its id, and the range of its path. */
    record Subtree(String id, String from, String to) {}

    /** Adds organizations until there are so many as in a city. */
    static void fill(BenchCity city) throws SQLException {
        try (var connection = city.superuser(Service.ORGANIZATION)) {
            execute(connection, TREE);
            for (int level = 2; level <= 5; level++) {
                execute(connection, BELOW.formatted(level));
            }
            execute(connection, ORGANIZATIONS);
        }
        settle(city);
    }

    /** What happens by itself some time after many rows have come. */
    static void settle(BenchCity city) throws SQLException {
        try (var connection = city.superuser(Service.ORGANIZATION)) {
            execute(connection, "vacuum (analyze)");
            execute(connection, "checkpoint");
        }
    }

    /** Codes of the synthetic branches. */
    static List<String> branches(BenchCity city) throws SQLException {
        var branches = new ArrayList<String>();
        try (var connection = city.superuser(Service.ORGANIZATION);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select code from party_organization"
                        + " where name like '合成组织%' and type = 'BRANCH' order by organization_path")) {
            while (rows.next()) {
                branches.add(rows.getString(1));
            }
        }
        return branches;
    }

    /**
     * Gives every branch so many times its members, each row a copy of one that the service wrote, past triggers and
     * foreign keys; kept counts grow with them. Neither rolls nor the search by name know the copies.
     */
    static void multiplyMembers(BenchCity city, int times) throws SQLException {
        try (var connection = city.superuser(Service.ORGANIZATION)) {
            execute(connection, "set session_replication_role = replica");
            execute(connection, "create temporary table former as select * from party_member");
            for (int copy = 1; copy < times; copy++) {
                execute(connection, RowCopy.copies(connection, "party_member", "former f order by f.organization_path",
                        Map.of("id", "gen_random_uuid()", "member_number", "f.member_number || '-%d'".formatted(copy),
                                "id_number_index", "sha256(f.id_number_index || '\\x%02x')".formatted(copy))));
            }
            execute(connection, "update register_tally set members = members * %1$d, full_members = full_members * %1$d"
                    .formatted(times));
        }
    }

    /** Ids of so many members, taken from all over the register. */
    static List<UUID> members(BenchCity city, int most) throws SQLException {
        var members = new ArrayList<UUID>();
        try (var connection = city.superuser(Service.ORGANIZATION);
                var statement = connection
                        .prepareStatement("select id from party_member order by md5(id::text) limit ?")) {
            statement.setInt(1, most);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    members.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return members;
    }

    static long count(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The synthetic counties, towns and villages: subtrees of some 15,000, 1,250 and 115 members. */
    static List<Subtree> subtrees(BenchCity city) throws SQLException {
        var subtrees = new ArrayList<Subtree>();
        try (var connection = city.superuser(Service.ORGANIZATION);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select id, organization_path, rtrim(organization_path, '/') || '0' from party_organization
                        where name like '合成组织%' and type in ('LOCAL_COMMITTEE', 'PRIMARY_COMMITTEE')""")) {
            while (rows.next()) {
                subtrees.add(new Subtree(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return subtrees;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
