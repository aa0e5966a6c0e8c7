package io.zhixing.organization;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.api.Test;

/** What is done in one branch reads its own roll, however many are on the rolls of others. */
@QuarkusTest
class RollCostTest {

    private static final int OTHERS = 20_000;
    /** Of 8 kB: a third of those that the others' periods take in the smallest of their indexes. */
    private static final long SLACK = OTHERS / 300;

    @Test
    void a_step_of_a_branch_and_the_end_of_its_month_do_not_read_the_rolls_of_others() throws SQLException {
        // Given
        var committee = Register.committee();
        var first = peopled(committee);
        var second = peopled(committee);
        long alone = blocksReadBy(first);
        crowd(committee, Register.below(committee, "BRANCH"));
        // When
        long among = blocksReadBy(second);
        // Then
        assertTrue(alone > 0 && among <= alone + SLACK, alone + " blocks became " + among);
    }

    private static Register.Organization peopled(Register.Organization committee) {
        var branch = Register.below(committee, "BRANCH");
        for (int i = 0; i < 3; i++) {
            Register.member(branch);
        }
        return branch;
    }

    private static long blocksReadBy(Register.Organization branch) {
        long before = blocksRead();
        Register.activate(branch, branch.etag(), "2016-03-01").then().statusCode(200);
        Register.post(Dues.CLOSINGS, Dues.closing(branch, "2016-05")).then().statusCode(200);
        return blocksRead() - before;
    }

    /** One member with thousands of short periods stands for thousands of members; long ago, where no other test looks. */
    private static void crowd(Register.Organization committee, Register.Organization branch) throws SQLException {
        var member = Register.member(branch);
        try (var connection = Database.asApplication().within(Register.path(committee)).connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into roll_period (id, member_id, organization_id, organization_path, on_roll_from, on_roll_to)
                    select gen_random_uuid(), id, organization_id, organization_path, date '1800-01-01' + i, date '1800-01-02' + i
                    from party_member, generate_series(1, %d) as i where id = '%s'""".formatted(OTHERS, member));
        }
    }

    /** By the statements that look at the roll of a branch, functions that they call included. */
    private static long blocksRead() {
        return Database.asApplication().query("""
                select coalesce(sum(shared_blks_hit + shared_blks_read), 0) from pg_stat_statements
                where userid = (select oid from pg_roles where rolname = current_user)
                  and dbid = (select oid from pg_database where datname = current_database()) and toplevel
                  and (query like '%full_members_on%' or query like '%insert into dues_arrears%')
                  and query not like '%pg_stat_statements%'""", row -> row.getLong(1)).get(0);
    }
}
