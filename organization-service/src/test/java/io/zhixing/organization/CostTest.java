package io.zhixing.organization;

import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.ORGANIZATIONS;
import static io.zhixing.organization.Register.POSTS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.zhixing.organization.workitem.WorkItems;
import io.zhixing.organization.workitem.WorkKind;
import io.zhixing.platform.access.PathRange;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.database.Statements;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What calls cost the database. */
@QuarkusTest
class CostTest {

    private static final int MANY = 5_000;

    /** A committee of thousands of branches, one of them with thousands of members and posts: made once, plans need no more. */
    private record Crowd(Register.Organization committee, Register.Organization branch) {}

    private static Crowd crowd;

    @Inject
    WorkItems workItems;

    @ParameterizedTest
    @ValueSource(strings = {ORGANIZATIONS, MEMBERS, POSTS})
    void a_page_is_one_statement_beside_the_scope_and_never_counts(String list) {
        // Given
        var branch = Register.branch();
        Register.post(POSTS, Register.secretary(Register.member(branch), branch, "2014-03-01")).then().statusCode(201);
        var reader = Tokens.of("READER", branch.code());
        Register.get(reader, list).then().statusCode(200);
        // When
        var statements = of(() -> Register.get(reader, list).then().statusCode(200));
        // Then
        assertEquals(2, statements.count(), statements.toString());
        assertFalse(statements.toString().toLowerCase(Locale.ROOT).contains("count("), statements.toString());
    }

    @Test
    void the_organization_whose_subtree_is_asked_for_costs_no_statement_of_its_own() {
        // Given
        var branch = Register.branch();
        var reader = Tokens.of("READER", branch.code());
        var page = MEMBERS + "?organization=" + branch.id();
        Register.get(reader, page).then().statusCode(200);
        // When
        var statements = of(() -> Register.get(reader, page).then().statusCode(200));
        // Then
        assertEquals(2, statements.count(), statements.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {ORGANIZATIONS, MEMBERS, POSTS})
    void a_page_is_read_in_the_order_of_an_index_over_the_path(String list) throws SQLException {
        // Given
        var committee = crowd().committee();
        var reader = Tokens.of("READER", committee.code());
        var page = of(() -> Register.get(reader, list).then().statusCode(200)).list().stream()
                .map(Statements.Counted::statement).filter(sql -> sql.contains("order_key_0")).findFirst()
                .orElseThrow();
        // When
        var plan = plan(committee.id(), page);
        // Then
        assertTrue(plan.contains("Index Cond: ((organization_path >= "), plan);
        assertFalse(plan.contains("->  Sort"), plan);
    }

    @Test
    void an_organization_a_post_and_their_steps_cost_a_constant_number_of_statements() {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var member = Register.member(branch);
        var body = Register.organization(Register.codeBelow(committee), "BRANCH", committee.id());
        // When
        var organization = of(() -> Register.post(ORGANIZATIONS, body).then().statusCode(201));
        var activation = of(() -> Register.activate(committee, committee.etag(), "2012-01-04").then().statusCode(200));
        var post = of(() -> Register.post(POSTS, Register.secretary(member, branch, "2014-03-01")).then()
                .statusCode(201));
        // Then: scope and event are the platform's two; without a key no answer is stored
        assertEquals(2 + 3, organization.count(), organization.toString());
        assertEquals(2 + 5, activation.count(), activation.toString());
        assertEquals(2 + 3, post.count(), post.toString());
    }

    @Test
    void the_other_side_of_a_transfer_is_found_by_an_index_however_many_organizations_there_are() throws SQLException {
        // Given
        var branch = crowd().branch();
        // When
        long blocks = blocksReadBy("select * from transfer_side('%s')".formatted(branch.code()));
        // Then
        assertTrue(blocks > 0 && blocks < MANY / 100, blocks + " blocks of 8 kB");
    }

    @ParameterizedTest
    @EnumSource(WorkKind.class)
    void the_work_of_one_branch_among_thousands_is_found_by_indexes_on_the_path_and_on_what_is_open(WorkKind kind)
            throws SQLException {
        // Given
        crowd();
        var branch = Register.branch();
        var path = Register.path(branch);
        var page = workItems.listing(List.of(kind.name())).selecting(
                "w.organization_path >= '%s' and w.organization_path < '%s' order by w.organization_path, w.kind, w.id limit 51"
                        .formatted(path, PathRange.subtree(path).to()))
                .replace("?::date", "date '2016-12-31'");
        // When
        var plan = explained(branch.id(), page);
        // Then
        assertFalse(plan.contains("Seq Scan on party_"), plan);
    }

    private static String explained(String organization, String sql) throws SQLException {
        try (var connection = Database.asApplication().connect(); var statement = connection.createStatement()) {
            enter(connection, organization);
            var plan = new StringBuilder();
            try (var rows = statement.executeQuery("explain " + sql)) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }

    /** On a connection that has asked once before, as a pooled one has. */
    private static long blocksReadBy(String sql) throws SQLException {
        try (var connection = Database.asApplication().connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
            try (var rows = statement.executeQuery("explain (analyze, buffers, format json) " + sql)) {
                rows.next();
                var plan = JsonPath.from(rows.getString(1)).<String, Number>getMap("[0].Plan");
                return plan.get("Shared Hit Blocks").longValue() + plan.get("Shared Read Blocks").longValue();
            }
        }
    }

    private static Statements of(Runnable call) {
        return Statements.of(Database.asApplication(), call::run);
    }

    private static Crowd crowd() throws SQLException {
        if (crowd == null) {
            var committee = Register.committee();
            var branch = Register.below(committee, "BRANCH");
            var post = Register.post(POSTS, Register.secretary(Register.member(branch), branch, "2014-03-01"));
            multiply(committee.id(), branch.id(), post.path("id"));
            crowd = new Crowd(committee, branch);
        }
        return crowd;
    }

    /** Gives the branch thousands of members, the committee of branches, the branch of posts, as copies of one. */
    private static void multiply(String committee, String branch, String post) throws SQLException {
        try (var connection = Database.asApplication().connect()) {
            enter(connection, committee);
            many(connection, """
                    insert into party_organization (id, code, name, type, area_code, parent_id, organization_path, established_on, state, version)
                    select gen_random_uuid(), lpad((random() * 1e15)::bigint::text, 15, '9') || lpad(i::text, 6, '0'), name, type, area_code,
                           parent_id, rtrim(organization_path, '/') || lpad(i::text, 5, '0') || '/', established_on, state, version
                    from party_organization, generate_series(1, %d) as i where id = '%s'""".formatted(MANY, branch));
            many(connection, """
                    insert into party_member (id, member_number, name, id_number, id_number_index, id_number_masked, sex_code, ethnicity_code,
                      birth_date, member_type, joined_on, full_since, organization_id, organization_path, status, on_roll_from, version)
                    select gen_random_uuid(), 'COPY-' || gen_random_uuid(), name, id_number, uuid_send(gen_random_uuid()), id_number_masked,
                      sex_code, ethnicity_code, birth_date, member_type, joined_on, full_since, organization_id, organization_path, status,
                      on_roll_from, version
                    from party_member, generate_series(1, %d) where organization_id = '%s'""".formatted(MANY, branch));
            many(connection, """
                    insert into post (id, member_id, organization_id, organization_path, post, held_from, held_to, basis, version)
                    select gen_random_uuid(), member_id, organization_id, organization_path, 'COMMITTEE_MEMBER', date '2014-03-01' + i,
                      date '2014-03-02' + i, basis, version
                    from post, generate_series(1, %d) as i where id = '%s'""".formatted(MANY, post));
        }
        try (var pipeline = Database.asPipeline().connect()) {
            many(pipeline,
                    """
                    insert into member_standing_ref (id, member_id, year, grade, confirmed_on, version)
                    select gen_random_uuid(), gen_random_uuid(), 2016, 'QUALIFIED', '2017-01-20', 1 from generate_series(1, %d)"""
                            .formatted(MANY));
        }
        try (var owner = Database.asOwner().connect()) {
            execute(owner, "analyze party_organization, party_member, post, member_standing_ref");
        }
    }

    /** Whatever copied nothing would let every plan look good. */
    static void many(Connection connection, String insert) throws SQLException {
        try (var statement = connection.createStatement()) {
            assertTrue(statement.executeUpdate(insert) >= MANY, insert);
        }
    }

    /** The plan that holds for any values, as a statement meets it that is kept prepared. */
    static String plan(String committee, String page) throws SQLException {
        long parameters = Pattern.compile("\\$\\d+").matcher(page).results().map(MatchResult::group).distinct().count();
        try (var connection = Database.asApplication().connect()) {
            enter(connection, committee);
            execute(connection, "set plan_cache_mode = force_generic_plan");
            execute(connection, "prepare page as " + page);
            var plan = new StringBuilder();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "explain execute page(" + "null,".repeat((int) parameters - 1) + "null)")) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }

    static void enter(Connection connection, String organization) throws SQLException {
        execute(connection,
                "select set_config('app.organization_path', path, false) from organizations_named(array['%s'])"
                        .formatted(UUID.fromString(organization)));
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
