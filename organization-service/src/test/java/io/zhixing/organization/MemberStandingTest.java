package io.zhixing.organization;

import static io.restassured.RestAssured.given;
import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.database.Statements;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;

/** What evaluation-service confirmed of a member, in any order and as often as it is told. */
@QuarkusTest
class MemberStandingTest {

    @Test
    void a_confirmed_standing_stands_on_the_member_and_in_the_list() {
        // Given
        var branch = Register.branch();
        var member = Register.member(branch);
        // When
        Standing.of(member).tell();
        // Then
        var qualified = Map.of("year", 2016, "grade", "QUALIFIED", "confirmedOn", "2017-01-20");
        shows(member, qualified);
        Register.get(Tokens.of("READER", branch.code()), MEMBERS).then().body("items.standing", is(List.of(qualified)));
    }

    @Test
    void a_member_without_a_grade_shows_why() {
        // Given
        var member = Register.member(Register.branch());
        // When
        Standing.of(member).ungraded("LOST_CONTACT").tell();
        // Then
        shows(member, Map.of("year", 2016, "ungradedReason", "LOST_CONTACT", "confirmedOn", "2017-01-20"));
    }

    @Test
    void a_repeated_event_and_one_older_than_the_correction_change_nothing() {
        // Given
        var member = Register.member(Register.branch());
        var first = Standing.of(member);
        var correction = first.corrected().grade("EXCELLENT");
        correction.arrive();
        // When
        correction.tell();
        first.arrive();   // behind the repeat, since they have one key
        // Then
        shows(member, excellent(2016));
        assertEquals(1, rowsOf(member));
    }

    @Test
    void the_latest_year_is_shown_whichever_comes_first() {
        // Given
        var member = Register.member(Register.branch());
        Standing.of(member).year(2017).grade("EXCELLENT").arrive();
        // When
        Standing.of(member).year(2016).arrive();
        // Then
        shows(member, excellent(2017));
        assertEquals(2, rowsOf(member));
    }

    @Test
    void a_grade_goes_before_appraised_elsewhere_of_the_same_year() {
        // Given
        var member = Register.member(Register.branch());
        Standing.of(member).grade("EXCELLENT").arrive();
        // When
        Standing.of(member).ungraded("APPRAISED_ELSEWHERE").arrive();
        // Then
        shows(member, excellent(2016));
    }

    @Test
    void a_standing_of_a_member_who_is_not_known_is_kept_and_nobody_sees_it() {
        // Given
        var stranger = Ids.next().toString();
        // When
        Standing.of(stranger).arrive();
        // Then
        assertEquals(1, rowsOf(stranger));
        assertEquals(List.of(0L), Database.asApplication().query(
                "select count(*) from member_standing_ref where member_id = ?", row -> row.getLong(1),
                UUID.fromString(stranger)));
    }

    @Test
    void a_standing_that_came_before_its_member_is_shown_with_him() throws SQLException {
        // Given
        var branch = Register.branch();
        var neighbour = Register.member(branch);
        var stranger = Ids.next().toString();
        Standing.of(stranger).grade("EXCELLENT").arrive();
        // When
        try (var connection = Database.asApplication().connect(); var statement = connection.createStatement()) {
            CostTest.enter(connection, branch.id());
            statement.execute("""
                    insert into party_member (id, member_number, name, id_number, id_number_index, id_number_masked, sex_code, ethnicity_code,
                      birth_date, member_type, joined_on, full_since, organization_id, organization_path, status, on_roll_from, version)
                    select '%s', 'LATE-' || member_number, name, id_number, uuid_send(gen_random_uuid()), id_number_masked, sex_code,
                      ethnicity_code, birth_date, member_type, joined_on, full_since, organization_id, organization_path, status,
                      on_roll_from, version
                    from party_member where id = '%s'""".formatted(stranger, neighbour));
        }
        // Then
        read(stranger).then().statusCode(200).body("standing", is(excellent(2016)));
    }

    @Test
    void nothing_is_shown_of_standings_that_were_dropped_to_be_read_again() throws SQLException {
        // Given
        var member = Register.member(Register.branch());
        Standing.of(member).arrive();
        // When
        try (var connection = Database.asOwner().connect(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("truncate member_standing_ref");
            // Then
            try (var rows = statement
                    .executeQuery("select standing from party_member where id = '%s'".formatted(member))) {
                assertTrue(rows.next());
                assertNull(rows.getArray(1));
            }
            connection.rollback();
        }
    }

    @Test
    void a_reader_who_has_the_member_learns_of_a_new_standing() {
        // Given
        var member = Register.member(Register.branch());
        var tag = read(member).header("ETag");
        // When
        Standing.of(member).grade("EXCELLENT").tell();
        // Then
        shows(member, excellent(2016));
        var again = given().auth().oauth2(Register.officer()).header("If-None-Match", tag).get(MEMBERS + "/" + member);
        again.then().statusCode(200).header("ETag", not(tag));
        given().auth().oauth2(Register.officer()).header("If-None-Match", again.header("ETag"))
                .get(MEMBERS + "/" + member).then().statusCode(304);
    }

    @Test
    void a_member_costs_two_statements_with_the_standing() {
        // Given
        var member = Register.member(Register.branch());
        read(member).then().statusCode(200).body("standing", nullValue());
        // When
        var statements = Statements.of(Database.asApplication(), () -> read(member).then().statusCode(200));
        // Then: scope, member with standing
        assertEquals(2, statements.count(), statements.toString());
    }

    private static Map<String, Object> excellent(int year) {
        return Map.of("year", year, "grade", "EXCELLENT", "confirmedOn", year + 1 + "-01-20");
    }

    private static void shows(String member, Map<String, ?> standing) {
        eventually(() -> read(member).then().statusCode(200).body("standing", is(standing)));
    }

    private static Response read(String member) {
        return Register.get(Register.officer(), MEMBERS + "/" + member);
    }

    private static long rowsOf(String member) {
        return Database.asPipeline().query("select count(*) from member_standing_ref where member_id = ?",
                row -> row.getLong(1), UUID.fromString(member)).get(0);
    }
}
