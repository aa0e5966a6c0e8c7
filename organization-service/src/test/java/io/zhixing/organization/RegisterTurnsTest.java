package io.zhixing.organization;

import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After any steps in any order, tree, path keys, history and counts say the same. */
@QuarkusTest
@Tag("landing")
class RegisterTurnsTest {

    private static final int STEPS = 40;
    private static final List<String> SECTORS = List.of("RURAL", "EDUCATION", "CITY_ORGAN");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20160228, 77, 28, 37})
    void tree_paths_history_and_counts_agree_after_random_steps(long seed) {
        // Given
        var county = Register.committee();
        var standing = new ArrayList<>(List.of(Turn.active(Register.below(county, "PRIMARY_COMMITTEE")),
                Turn.active(Register.below(county, "PRIMARY_COMMITTEE")), Register.below(county, "PRIMARY_COMMITTEE")));
        var branches = new ArrayList<>(List.of(Register.below(standing.get(0), "BRANCH")));
        var done = new TreeMap<String, Integer>();
        var random = new Random(seed);
        // When
        for (int i = 0; i < STEPS; i++) {
            var step = step(random, standing, branches, day(random, i));
            done.merge(step, 1, Integer::sum);
        }
        // Then
        var path = path(county);
        var scope = Database.asApplication().within(path);
        assertTrue(done.containsKey("reassign 200") && done.containsKey("member 201"), done.toString());
        assertEquals(List.of(),
                scope.query("""
                select c.id from party_organization c join party_organization p on p.id = c.parent_id
                where c.organization_path !~ ('^' || p.organization_path || '[0-9a-z]{4}/$')""",
                        row -> row.getString(1)),
                "children that do not stand below their superior");
        assertEquals(List.of(), scope.query("""
                select o.id from party_organization o left join organization_period p on p.organization_id = o.id and p.valid_to is null
                where p.path_then is distinct from o.organization_path or p.organization_path is distinct from o.organization_path
                  or (p.code, p.name, p.type, p.state) is distinct from (o.code, o.name, o.type, o.state)
                  or p.sector is distinct from o.sector or p.parent_id is distinct from o.parent_id""",
                row -> row.getString(1)), "organizations whose open period says something else");
        assertEquals(List.of(), scope.query("""
                select organization_id from (
                  select organization_id, valid_from, lag(valid_to) over (partition by organization_id order by valid_from) as before,
                         row_number() over (partition by organization_id order by valid_from) as place from organization_period) p
                where place > 1 and before is distinct from valid_from""", row -> row.getString(1)),
                "histories with a gap or an overlap");
        assertEquals(List.of(), scope.query("""
                select c.organization_id from organization_period c join organization_period p on p.organization_id = c.parent_id
                  and (c.valid_to is null or p.valid_from < c.valid_to) and (p.valid_to is null or p.valid_to > c.valid_from)
                where c.state <> 'MERGED' and c.path_then !~ ('^' || p.path_then || '[0-9a-z]{4}/$')""",
                row -> row.getString(1)), "periods that do not stand below their superior's of the same days");
        assertEquals(List.of(), scope.query("""
                select c.organization_id from organization_period c join organization_period p on p.organization_id = c.parent_id
                  and (c.valid_to is null or p.valid_from < c.valid_to) and (p.valid_to is null or p.valid_to > c.valid_from)
                where c.state <> 'MERGED' and p.state = 'MERGED'""",
                row -> row.getString(1)), "periods below a superior that was gone");
        assertEquals(List.of(), scope.query("""
                select m.id from party_member m join party_organization o on o.id = m.organization_id
                where m.organization_path <> o.organization_path
                union all select r.id from roll_period r join party_organization o on o.id = r.organization_id
                where r.organization_path <> o.organization_path""", row -> row.getString(1)), "rows left behind");
        for (var organization : scope.query("select id from party_organization", row -> row.getString(1))) {
            assertEquals(recount(scope, organization), counted(organization), "counts of " + organization);
        }
    }

    @Test
    void a_kept_count_that_is_wrong_is_found_by_the_recount() throws SQLException {
        // Given
        Turn.active(Register.committee());
        eventually(() -> assertEquals(0L, waiting()));
        var before = differences();
        // When
        var tampered = "update register_tally set members = members %s 1 where organization_id = '" + Register.rootId()
                + "'";
        owner(tampered.formatted("+"));
        var found = differences();
        owner(tampered.formatted("-"));
        // Then
        assertEquals(0L, before);
        assertTrue(found > 0);
        assertEquals(0L, differences());
    }

    private static long differences() {
        return Database.asPipeline().query("select register_differences()", row -> row.getLong(1)).get(0);
    }

    private static long waiting() {
        return Database.asApplication().within("/0001/").query("select count(*) from register_delta",
                row -> row.getLong(1)).get(0);
    }

    private static void owner(String sql) throws SQLException {
        try (var connection = Database.asOwner().connect(); var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** One after the other, but now and then something is entered that happened up to two weeks before. */
    private static String day(Random random, int step) {
        int present = 1 + step * 28 / STEPS;
        int day = random.nextInt(3) == 0 ? Math.max(1, present - random.nextInt(14)) : present;
        return "2016-03-%02d".formatted(day);
    }

    private static String step(Random random, List<Register.Organization> standing,
            List<Register.Organization> branches, String on) {
        var one = standing.get(random.nextInt(standing.size()));
        var other = standing.get(random.nextInt(standing.size()));
        var branch = branches.get(random.nextInt(branches.size()));
        return switch (random.nextInt(9)) {
            case 0 -> {
                var made = Register.post(Register.ORGANIZATIONS,
                        Register.organization(Register.codeBelow(one), "PRIMARY_COMMITTEE", one.id()));
                add(made, standing);
                yield "committee " + made.statusCode();
            }
            case 1, 2 -> {
                var made = Register.post(Register.ORGANIZATIONS,
                        Register.organization(Register.codeBelow(one), "BRANCH", one.id()));
                add(made, branches);
                yield "branch " + made.statusCode();
            }
            case 3, 4 -> "member " + Register.post(MEMBERS, MemberText.full(branch.id())).statusCode();
            case 5 -> told("reassign", Turn.of(one, "reassign", on, Turn.under(other)));
            case 6 -> told("reassign", Turn.of(branch, "reassign", on, Turn.under(other)));
            case 7 -> told("change-type", Turn.of(branch, "change-type", on,
                    Turn.because("变更").with("sector", SECTORS.get(random.nextInt(SECTORS.size())))));
            default -> random.nextBoolean()
                    ? told("activate", Turn.of(branch, "activate", on, Turn.because("启用")))
                    : told("merge", Turn.of(one, "merge", on, Turn.into(other)));
        };
    }

    /** Every refusal has its reason; a failure of the service has none. */
    private static String told(String step, Response answer) {
        assertTrue(Set.of(200, 409, 422).contains(answer.statusCode()), step + ": " + answer.asString());
        return step + " " + answer.statusCode();
    }

    private static void add(Response made, List<Register.Organization> to) {
        if (made.statusCode() == 201) {
            to.add(new Register.Organization(made.path("id"), made.path("code"), made.header("ETag")));
        }
    }

    private static Map<String, List<Long>> recount(Database scope, String organization) {
        var counts = new HashMap<String, List<Long>>();
        scope.query(
                """
                select left(o.area_code, 6) || ' ' || coalesce(o.sector, 'null') || ' ' || o.type,
                       count(distinct o.id) filter (where o.state = 'ACTIVE'), count(m.id), count(m.id) filter (where m.member_type = 'FULL')
                from party_organization top join party_organization o
                  on o.organization_path >= top.organization_path and o.organization_path < rtrim(top.organization_path, '/') || '0'
                left join party_member m on m.organization_id = o.id and m.status = 'ACTIVE'
                where top.id = ?::uuid group by 1 having count(distinct o.id) filter (where o.state = 'ACTIVE') > 0 or count(m.id) > 0""",
                row -> counts.put(row.getString(1), List.of(row.getLong(2), row.getLong(3), row.getLong(4))),
                organization);
        return counts;
    }

    private static Map<String, List<Long>> counted(String organization) {
        var counts = new HashMap<String, List<Long>>();
        List<Map<String, Object>> groups = Register.get(Register.officer(),
                "/organization/v1/register/counts?organization=" + organization).path("groups");
        groups.forEach(group -> counts.put(group.get("county") + " " + group.get("sector") + " " + group.get("type"),
                List.of(number(group, "organizations"), number(group, "members"), number(group, "fullMembers"))));
        return counts;
    }

    private static long number(Map<String, Object> group, String name) {
        return ((Number) group.get(name)).longValue();
    }

    private static String path(Register.Organization organization) {
        return Database.asOwner().query("select organization_path from party_organization where id = ?::uuid",
                row -> row.getString(1), organization.id()).get(0);
    }
}
