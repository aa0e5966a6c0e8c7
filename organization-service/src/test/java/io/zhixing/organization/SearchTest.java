package io.zhixing.organization;

import static io.restassured.RestAssured.given;
import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.refused;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.database.Statements;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SearchTest {

    @Test
    void a_member_is_found_by_two_characters_of_his_name_within_the_scope() {
        // Given
        var branch = Register.branch();
        var elsewhere = Register.branch();
        var found = named(branch, "欧阳示例");
        named(branch, "示例欧");
        named(elsewhere, "欧阳示例");
        var reader = Tokens.of("READER", branch.code());
        // When, Then
        for (var fragment : List.of("欧阳", "阳示", "欧阳示例", "阳示例")) {
            search(reader, "members", fragment).then().statusCode(200).body("items.id", is(List.of(found)));
        }
        search(reader, "members", "阳欧").then().body("items", empty());
    }

    @Test
    void a_name_is_sought_by_two_characters_or_more_and_never_in_an_address() {
        // Given
        var reader = Tokens.of("READER", Register.branch().code());
        // When, Then
        refused(search(reader, "members", "欧"), 400, "VALIDATION_FAILED");
        refused(search(reader, "members", " 欧 "), 400, "VALIDATION_FAILED");
        refused(search(reader, "members", ""), 400, "VALIDATION_FAILED");
        refused(search(reader, "organizations", "欧"), 400, "PARAMETER_INVALID");
        given().auth().oauth2(reader).queryParam("name", "欧阳").get("/organization/v1/search/members").then()
                .statusCode(405);
    }

    @Test
    void an_organization_is_found_by_its_present_name_and_where_it_stands_now() {
        // Given
        var from = Register.committee();
        var to = Register.committee();
        var town = Register.below(from, "PRIMARY_COMMITTEE");
        Turn.of(town, "rename", "2016-03-01", Turn.because("更名").with("name", "鼎湖示范镇党委")).then().statusCode(200);
        Turn.of(town, "reassign", "2016-03-02", Turn.under(to)).then().statusCode(200);
        // When, Then
        search(Tokens.of("READER", to.code()), "organizations", "示范").then().body("items.id", is(List.of(town.id())));
        search(Tokens.of("READER", from.code()), "organizations", "示范").then().body("items", empty());
        search(Tokens.of("READER", to.code()), "organizations", "示例 " + town.code()).then().body("items", empty());
    }

    @Test
    void a_member_is_found_by_his_present_name_and_where_he_stands_now_and_his_pairs_do_not_move() {
        // Given
        var from = Register.committee();
        var to = Register.committee();
        var town = Register.below(from, "PRIMARY_COMMITTEE");
        var member = named(Register.below(town, "BRANCH"), "司马示例");
        var pairs = "select string_agg(gram || xmin, ' ' order by gram) from member_name_gram where member_id = ?::uuid";
        Register.patch(Register.officer(), Register.memberAddress(member), "\"v1\"",
                new Body().with("reason", "姓名用字有误").with("name", "司空示例")).then().statusCode(200);
        var before = Database.asOwner().query(pairs, row -> row.getString(1), member);
        // When
        Turn.of(town, "reassign", "2016-03-01", Turn.under(to)).then().statusCode(200);
        // Then
        var reader = Tokens.of("READER", to.code());
        search(reader, "members", "司空").then().body("items.id", is(List.of(member)));
        search(reader, "members", "司马").then().body("items", empty());
        search(Tokens.of("READER", from.code()), "members", "司空").then().body("items", empty());
        assertEquals(before, Database.asOwner().query(pairs, row -> row.getString(1), member));
    }

    @Test
    void a_page_goes_on_in_the_order_of_the_tree_over_several_grants() {
        // Given
        var first = Register.branch();
        var second = Register.branch();
        var found = List.of(named(first, "诸葛示例"), named(first, "诸葛示范"), named(second, "诸葛示例"));
        var reader = Tokens.grant("READER", first.code()).and("READER", second.code()).token();
        // When
        var page = search(reader, "members?limit=2", "诸葛");
        var rest = search(reader, "members?limit=2&cursor=" + page.path("next"), "诸葛");
        // Then
        page.then().body("items.id", is(found.subList(0, 2)));
        rest.then().body("items.id", is(found.subList(2, 3)));
    }

    @Test
    void the_pairs_of_a_name_are_seen_by_whoever_sees_the_member() {
        // Given
        var branch = Register.branch();
        named(branch, "公孙示例");
        var pairs = "select count(*) from member_name_gram where gram = '公孙'";
        // Then
        assertEquals(List.of(1L),
                Database.asApplication().within(Register.path(branch)).query(pairs, SearchTest::number));
        assertEquals(List.of(0L), Database.asApplication().within(Register.path(Register.branch())).query(pairs,
                SearchTest::number));
    }

    @Test
    void a_frequent_pair_of_organizations_is_read_inside_the_range_of_the_scope_in_the_order_of_its_index()
            throws SQLException {
        // Given
        var branch = Register.branch();
        var path = Database.asOwner().query("select path from organizations_named(array[?])", row -> row.getString(1),
                branch.id()).get(0);
        // When
        var plan = new StringBuilder();
        try (var connection = Database.asApplication().within(path).connect();
                var statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");   // tables of a test are too small to be worth an index
            try (var rows = statement.executeQuery("""
                    explain select g.organization_id from organization_name_gram g where g.gram = '示例'
                      and g.organization_path >= '%s' and g.organization_path < '%s0'
                    order by g.organization_path, g.organization_id limit 51""".formatted(path,
                    path.substring(0, path.length() - 1)))) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
        }
        // Then
        assertTrue(plan.toString().contains("organization_name_gram_pk"), plan.toString());
        assertFalse(plan.toString().contains("Sort"), plan.toString());
    }

    @Test
    void a_rare_name_is_found_from_its_pair_and_never_by_reading_the_members_of_the_scope() throws SQLException {
        // Given
        var committee = crowd();
        // When
        var plan = CostTest.plan(committee.id(), asked(committee, "欧阳"));
        // Then
        assertTrue(plan.contains("member_name_gram_pk") && plan.contains("party_member_pk"), plan);
        assertFalse(plan.contains("party_member_by_path") || plan.contains("Seq Scan on party_member"), plan);
    }

    /** A committee with thousands of members whose names differ. */
    private static Register.Organization crowd() throws SQLException {
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        Register.member(branch);
        try (var connection = Database.asApplication().within(Register.path(committee)).connect()) {
            CostTest.many(connection, """
                    insert into party_member (id, member_number, name, id_number, id_number_index, id_number_masked, sex_code, ethnicity_code,
                      birth_date, member_type, joined_on, full_since, organization_id, organization_path, status, on_roll_from, version)
                    select gen_random_uuid(), 'NAMED-' || gen_random_uuid(), left(md5(i::text), 3), id_number, uuid_send(gen_random_uuid()),
                      id_number_masked, sex_code, ethnicity_code, birth_date, member_type, joined_on, full_since, organization_id,
                      organization_path, status, on_roll_from, version
                    from party_member, generate_series(1, 5000) as i where organization_id = '%s'"""
                    .formatted(branch.id()));
        }
        try (var owner = Database.asOwner().connect()) {
            CostTest.execute(owner,
                    "analyze party_member, member_name_gram");
        }
        return committee;
    }

    /** The statement that reads a page. */
    private static String asked(Register.Organization committee, String name) {
        var reader = Tokens.of("READER", committee.code());
        return Statements.of(Database.asApplication(), () -> search(reader, "members", name).then().statusCode(200))
                .list()
                .stream().map(Statements.Counted::statement).filter(sql -> sql.contains("order_key_0")).findFirst()
                .orElseThrow();
    }

    private static long number(ResultSet row) throws SQLException {
        return row.getLong(1);
    }

    private static String named(Register.Organization branch, String name) {
        var answer = Register.post(MEMBERS, MemberText.full(branch.id()).with("name", name));
        answer.then().statusCode(201);
        return answer.path("id");
    }

    private static Response search(String reader, String what, String name) {
        var call = given().auth().oauth2(reader);
        return what.startsWith("members")
                ? call.contentType(ContentType.JSON).body(new Body().with("name", name).toString())
                        .post("/organization/v1/search/" + what)
                : call.queryParam("name", name).get("/organization/v1/search/organizations");
    }
}
