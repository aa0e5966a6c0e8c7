package io.zhixing.organization;

import static io.restassured.RestAssured.given;
import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.refused;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
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
    void a_frequent_pair_is_read_inside_the_range_of_the_scope_in_the_order_of_its_index() throws SQLException {
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
                    explain select g.resource_id from name_gram g where g.resource_type = 'member' and g.gram = '示例'
                      and g.organization_path >= '%s' and g.organization_path < '%s0'
                    order by g.organization_path, g.resource_id limit 51""".formatted(path,
                    path.substring(0, path.length() - 1)))) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
        }
        // Then
        assertTrue(plan.toString().contains("name_gram_pk"), plan.toString());
        assertFalse(plan.toString().contains("Sort"), plan.toString());
    }

    private static String named(Register.Organization branch, String name) {
        var answer = Register.post(MEMBERS, MemberText.full(branch.id()).with("name", name));
        answer.then().statusCode(201);
        return answer.path("id");
    }

    private static Response search(String reader, String what, String name) {
        var call = given().auth().oauth2(reader);
        return what.equals("members")
                ? call.contentType(ContentType.JSON).body(new Body().with("name", name).toString())
                        .post("/organization/v1/search/members")
                : call.queryParam("name", name).get("/organization/v1/search/organizations");
    }
}
