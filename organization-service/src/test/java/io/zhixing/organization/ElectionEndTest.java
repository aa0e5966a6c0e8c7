package io.zhixing.organization;

import static io.zhixing.organization.Register.ELECTIONS;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** An election that is under way when its organization ends. */
@QuarkusTest
class ElectionEndTest {

    private Register.Organization county;
    private Register.Organization town;

    @BeforeEach
    void settle() {
        county = Register.committee();
        town = Turn.active(Register.below(county, "PRIMARY_COMMITTEE"));
    }

    @Test
    void an_election_under_way_stands_against_the_dissolution_until_it_is_voided() {
        // Given
        var election = applied(town);
        var before = Stored.below(county);
        // When
        var early = Turn.of(town, "dissolve", "2017-02-01", Turn.because("撤销"));
        var after = Stored.below(county);
        Register.taken(officer(), election, stepOf("void", "2017-01-20").with("comment", "组织撤销"));
        var dissolved = Turn.of(town, "dissolve", "2017-02-01", Turn.because("撤销"));
        // Then
        refused(early, 409, "ELECTION_ALREADY_OPEN");
        assertEquals(before, after);
        dissolved.then().statusCode(200);
    }

    @Test
    void a_merger_voids_the_election_of_the_merged_organization_and_leaves_that_of_its_successor() {
        // Given
        var successor = Turn.active(Register.below(county, "PRIMARY_COMMITTEE"));
        var election = applied(town);
        var other = applied(successor);
        // When
        var merged = Turn.of(town, "merge", "2017-02-01", Turn.into(successor));
        // Then
        merged.then().statusCode(200);
        Register.get(officer(), election).then().body("state", is("VOIDED")).body("voidReason", notNullValue())
                .body("version", is(2));
        Register.get(officer(), election + "/history").then().body("items.step", is(List.of("void"))).body("items.on",
                is(List.of("2017-02-01")));
        Register.get(officer(), other).then().body("state", is("APPLIED")).body("voidReason", nullValue());
    }

    @Test
    void a_merger_on_a_day_before_the_election_came_so_far_is_refused_and_nothing_is_written() {
        // Given
        var successor = Turn.active(Register.below(county, "PRIMARY_COMMITTEE"));
        applied(town);
        var before = Stored.below(county);
        // When
        var merged = Turn.of(town, "merge", "2017-01-09", Turn.into(successor));
        // Then
        refused(merged, 422, "DAYS_INCONSISTENT");
        assertEquals(before, Stored.below(county));
    }

    @Test
    void an_organization_that_is_gone_elects_nobody_and_its_election_is_voided() throws SQLException {
        // Given
        var election = applied(town);
        Register.taken(officer(), election, stepOf("return", "2017-01-11").with("comment", "暂缓"));
        Turn.of(town, "dissolve", "2017-02-01", Turn.because("撤销")).then().statusCode(200);
        reopen(election);   // as those stand that were left behind before this was refused
        var before = Stored.below(county);
        // When
        var confirmed = Register.move(officer(), election, Register.tag(election), "confirm", "2017-03-01");
        var after = Stored.below(county);
        var voided = Register.step(officer(), election, Register.tag(election),
                stepOf("void", "2017-03-01").with("comment", "组织已撤销"));
        // Then
        refused(confirmed, 409, "ORGANIZATION_NOT_IN_PLACE");
        assertEquals(before, after);
        voided.then().statusCode(200);
    }

    @RepeatedTest(3)
    void of_an_application_and_the_dissolution_at_once_one_stands() {
        // Given
        var tag = Turn.etag(town);
        // When
        var answers = Race.of(2, i -> i == 0
                ? Register.post(ELECTIONS, Register.election(town, "2017-01-10", 1).raw("years", "5"))
                : Turn.from(tag, officer(), town, "dissolve", "2017-02-01", Turn.because("撤销")));
        // Then
        boolean applied = answers.get(0).statusCode() == 201;
        refused(answers.get(applied ? 1 : 0), 409, applied ? "ELECTION_ALREADY_OPEN" : "ORGANIZATION_NOT_IN_PLACE");
        answers.get(applied ? 0 : 1).then().statusCode(applied ? 201 : 200);
    }

    private static String applied(Register.Organization organization) {
        return ELECTIONS + "/" + Register.setUp().post(ELECTIONS,
                Register.election(organization, "2017-01-10", 1).raw("years", "5")).id();
    }

    private void reopen(String election) throws SQLException {
        try (var connection = Database.asApplication().within(Register.path(town)).connect();
                var update = connection.prepareStatement(
                        "update term_election set state = 'ELECTED', version = version + 1 where id = ?::uuid")) {
            update.setString(1, election.substring(election.lastIndexOf('/') + 1));
            assertEquals(1, update.executeUpdate());
        }
    }
}
