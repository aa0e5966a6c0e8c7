package io.zhixing.organization;

import static io.zhixing.organization.Register.POSTS;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.database.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of groups and posts when a member leaves and when an organization ends, among thousands of them. */
@QuarkusTest
class OpenHoldingsPlanTest {

    private static final int MANY = 5_000;

    private Register.Organization committee;
    private Register.Organization town;

    @BeforeEach
    void settle() {
        committee = Register.committee();
        town = Turn.active(Register.below(committee, "PRIMARY_COMMITTEE"));
    }

    @Test
    void the_groups_that_a_leaving_member_leads_are_found_by_an_index() throws SQLException {
        // Given
        var home = Register.below(committee, "BRANCH");
        var member = Register.member(home);
        many("party_group", """
                insert into party_group (id, organization_id, organization_path, name, leader_member_id, formed_on, stepped_on, version)
                select gen_random_uuid(), organization_id, organization_path, name || i, null, formed_on, stepped_on, version
                from party_group, generate_series(1, %d) as i where id = '%s'""".formatted(MANY,
                Register.group(home, "第一党小组").<String>path("id")));
        var asked = asked("leader_member_id=", () -> Register.move(Register.officer(), Register.memberAddress(member),
                "\"v1\"", "record-death", "2016-05-01").then().statusCode(200));
        // When
        var plan = CostTest.plan(committee.id(), asked);
        // Then
        assertTrue(plan.contains("party_group_led"), plan);
        assertFalse(plan.contains("Seq Scan"), plan);
    }

    @Test
    void the_posts_held_in_an_organization_that_ends_are_found_by_an_index() throws SQLException {
        // Given
        var holder = Register.member(Register.branch());
        many("post",
                """
                insert into post (id, member_id, organization_id, organization_path, post, held_from, held_to, basis, version)
                select gen_random_uuid(), member_id, organization_id, organization_path, 'COMMITTEE_MEMBER', date '2014-03-01' + i,
                  date '2014-03-02' + i, basis, version from post, generate_series(1, %d) as i where id = '%s'"""
                        .formatted(MANY,
                                Register.setUp().post(POSTS, Register.secretary(holder, town, "2014-03-01")).id()));
        var asked = asked("held_to is null", () -> Turn.of(town, "dissolve", "2016-05-01", Turn.because("撤销")).then()
                .statusCode(409));
        // When
        var plan = CostTest.plan(committee.id(), asked);
        // Then
        assertTrue(plan.contains("post_held_in"), plan);
        assertFalse(plan.contains("Seq Scan"), plan);
    }

    private static String asked(String about, Runnable call) {
        return Statements.of(Database.asApplication(), call::run).list().stream().map(Statements.Counted::statement)
                .filter(sql -> sql.contains(about)).findFirst().orElseThrow();
    }

    private void many(String table, String insert) throws SQLException {
        try (var connection = Database.asApplication().connect()) {
            CostTest.enter(connection, committee.id());
            CostTest.many(connection, insert);
        }
        try (var owner = Database.asOwner().connect()) {
            CostTest.execute(owner, "analyze " + table);
        }
    }
}
