package io.zhixing.session;

import static io.restassured.RestAssured.given;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;

/** What organization-service tells, in any order and as often as it likes. */
@QuarkusTest
class DirectoryTest {

    @Test
    void an_event_that_comes_again_changes_nothing() {
        // Given
        var branch = City.branch();
        var member = Ids.next();
        var enrolled = City.enrolled(member, branch);
        // When
        enrolled.tell();
        enrolled.tell();
        var again = City.enrolled(member, branch);
        again.tell();
        again.awaitTaken();
        // Then
        assertEquals(1, City.count("select count(*) from member_ref where id = any (?)", List.of(member)));
        assertEquals(1, City.count("select count(*) from roll_period_ref where member_id = any (?)", List.of(member)));
    }

    @Test
    void a_post_taken_that_comes_after_the_post_was_left_does_not_open_it_again() {
        // Given
        var branch = City.branch();
        var member = City.member(branch);
        var post = Ids.next();
        City.left(post, member, branch, "2016-05-01").tell();
        eventually(() -> assertEquals(List.of("2 GAP"), Told.parked(post)));
        // When
        var taken = City.secretary(post, member, branch);
        taken.tell();
        taken.awaitTaken();
        // Then
        assertEquals(List.of("2016-05-01"), Database.asPipeline().query("select to_day from post_ref where id = ?",
                row -> row.getString(1), post));
    }

    @Test
    void members_and_posts_told_before_their_organization_are_found_below_it_later() {
        // Given
        var branch = City.untold();
        var member = Ids.next();
        var post = Ids.next();
        City.enrolled(member, branch).tell();
        City.secretary(post, member, branch).tell();
        City.await("select count(*) from post_ref where organization_path = '' and id = any (?)", List.of(post));
        City.await("select count(*) from member_ref where organization_path = '' and id = any (?)", List.of(member));
        // When
        City.known(branch);
        // Then
        eventually(() -> assertEquals(List.of(branch.path(), branch.path(), branch.path()),
                Database.asPipeline().query("""
                        select organization_path from member_ref where id = ? union all
                        select organization_path from roll_period_ref where member_id = ? union all
                        select organization_path from post_ref where id = ?""", row -> row.getString(1), member, member,
                        post)));
        SessionText.at(branch).attended(member, "PRESENT").lecture(member).post().then().statusCode(201)
                .body("attendance.present", is(1)).body("lectures[0].lecturerKind", is("SECRETARY"));
    }

    @Test
    void a_branch_that_has_just_been_activated_records_by_the_same_key_when_the_news_has_come() {
        // Given
        var branch = City.untold();
        City.created(branch);
        City.await("select count(*) from organization_ref where id = any (?)", List.of(branch.id()));
        var session = SessionText.at(branch).present(City.members(branch, 1));
        var token = Tokens.of("BRANCH_CLERK", branch.code());
        var key = Ids.next().toString();
        session.postWith(token, key).then().statusCode(409).body("code", is("ORGANIZATION_NOT_ACTIVE"));
        // When
        City.activated(branch);
        // Then
        eventually(() -> assertEquals(201, session.postWith(token, key).statusCode()));
        assertEquals(1, SessionText.sessionsOf(branch));
    }

    @Test
    void what_a_branch_did_before_it_was_dissolved_is_still_recorded_and_nothing_after() {
        // Given
        var branch = City.branch();
        var member = City.member(branch);
        City.dissolved(branch, 3, "2016-10-01").tell();
        City.await("select count(*) from organization_ref where state = 'DISSOLVED' and id = any (?)",
                List.of(branch.id()));
        // When
        var before = SessionText.at(branch).on("2016-09-30").attended(member, "PRESENT").post();
        var after = SessionText.at(branch).on("2016-10-01").attended(member, "PRESENT").post();
        // Then
        before.then().statusCode(201);
        after.then().statusCode(409).body("code", is("ORGANIZATION_NOT_ACTIVE"));
    }

    @Test
    void of_two_dissolutions_the_last_counts_also_when_they_come_with_the_restoration_between_them_at_once() {
        // Given
        var branch = City.branch();
        var member = City.member(branch);
        City.restored(branch, 4, "2016-08-01").tell();
        City.dissolved(branch, 5, "2016-10-01").tell();
        eventually(() -> assertEquals(List.of("4 GAP", "5 BEHIND_PARKED"), Told.parked(branch.id())));
        // When
        var first = City.dissolved(branch, 3, "2016-05-01");
        first.tell();
        first.awaitTaken();
        // Then
        assertEquals(List.of("DISSOLVED 2016-10-01 5"),
                Database.asPipeline().query(
                        "select concat_ws(' ', state, active_to, version) from organization_ref where id = ?",
                        row -> row.getString(1), branch.id()));
        recordedAt(branch, member, "2016-04-30", 201);
        recordedAt(branch, member, "2016-05-01", 409);
        recordedAt(branch, member, "2016-07-31", 409);
        recordedAt(branch, member, "2016-08-01", 201);
        recordedAt(branch, member, "2016-09-30", 201);
        recordedAt(branch, member, "2016-10-01", 409);
    }

    @Test
    void a_restored_branch_was_not_at_work_while_it_was_dissolved() {
        // Given
        var branch = City.branch();
        var member = City.member(branch);
        City.dissolved(branch, 3, "2016-05-01").tell();
        var restored = City.restored(branch, 4, "2016-08-01");
        restored.tell();
        restored.awaitTaken();
        // When, Then
        recordedAt(branch, member, "2010-08-31", 409);
        recordedAt(branch, member, "2016-04-30", 201);
        recordedAt(branch, member, "2016-05-01", 409);
        recordedAt(branch, member, "2016-07-31", 409);
        recordedAt(branch, member, "2016-08-01", 201);
        // the same when it is told again
        restored.tell();
        var renamed = City.of("organization-renamed.v1", branch, 5).with("activatedOn", City.ACTIVE_SINCE);
        renamed.tell();
        renamed.awaitTaken();
        recordedAt(branch, member, "2016-07-31", 409);
        recordedAt(branch, member, "2016-08-01", 201);
    }

    @Test
    void a_transferred_member_attends_where_he_was_on_the_day_and_a_suspended_one_nowhere() {
        // Given
        var first = City.branch();
        var second = City.branch();
        var member = City.member(first);
        Told.of("member-transferred.v1").about("memberId", member, 2).with("organizationId", second.id())
                .with("previousOrganizationId", first.id()).with("onRollFrom", "2016-07-01").tell();
        Told.of("member-suspended.v1").about("memberId", member, 3).with("organizationId", second.id())
                .with("onRollFrom", "2016-07-01").with("onRollTo", "2016-10-01").tell();
        City.await("select count(*) from member_ref where version = 3 and id = any (?)", List.of(member));
        // When
        var before = SessionText.at(first).on("2016-06-30").attended(member, "PRESENT").post();
        var after = SessionText.at(second).on("2016-07-01").attended(member, "PRESENT").post();
        var suspended = SessionText.at(second).on("2016-10-01").attended(member, "PRESENT").post();
        // Then
        before.then().statusCode(201).body("attendance.present", is(1));
        after.then().statusCode(201).body("attendance.present", is(1));
        suspended.then().statusCode(422).body("code", is("GUEST_WITHOUT_GROUND"));
    }

    @Test
    void a_member_enrolled_again_elsewhere_is_on_the_roll_of_the_later_period_only() {
        // Given
        var first = City.branch();
        var second = City.branch();
        var member = Ids.next();
        City.enrolled(member, first).tell();
        City.enrolled(member, second).about("memberId", member, 2).with("onRollFrom", "2016-07-01").tell();
        City.await(
                "select count(distinct member_id) from roll_period_ref where from_day = '2016-07-01' and member_id = any (?)",
                List.of(member));
        // When, Then
        recordedAt(first, member, "2016-06-30", 201);
        recordedAt(first, member, "2016-07-01", 422);
        recordedAt(second, member, "2016-06-30", 422);
        recordedAt(second, member, "2016-07-01", 201);
    }

    @Test
    void what_an_organization_did_follows_it_when_it_moves() {
        // Given
        var from = City.branch();
        var to = City.branch();
        var branch = City.branchUnder(from);
        var member = City.member(branch);
        String session = SessionText.at(branch).attended(member, "PRESENT").post().then().statusCode(201).extract()
                .path("id");
        var place = to.path() + branch.code() + "/";
        // When
        Told.of("organization-path-changed.v1").about("organizationId", branch.id(), 1).with("code", branch.code())
                .with("path", place).with("previousPath", branch.path()).tell();
        // Then
        eventually(() -> assertEquals(List.of(200, 404), Stream.of(to, from)
                .map(organization -> given().auth().oauth2(Tokens.of("READER", organization.code()))
                        .get("/session/v1/study-sessions/" + session).statusCode())
                .toList()));
        assertEquals(List.of(place), Database.asPipeline().query(
                "select distinct organization_path from (select organization_path from member_ref where id = ? union all select organization_path from organization_ref where id = ?) o",
                row -> row.getString(1), member, branch.id()));
    }

    private static void recordedAt(City.Branch host, UUID member, String day, int status) {
        SessionText.at(host).on(day).attended(member, "PRESENT").post().then().statusCode(status);
    }
}
