package io.zhixing.session;

import static io.restassured.RestAssured.given;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;

/** The directory is dropped and read again from the topic. */
@QuarkusTest
class RebuildTest {

    private static final String CONSUMERS = "/session/v1/event-consumers";

    /** Rows without the order in which they came; the whole tables, with all that other tests have left there. */
    private static final List<String> TABLES = List.of(
            "select r::text from organization_ref r order by id", "select r::text from member_ref r order by id",
            "select r::text from work_period_ref r order by organization_id, version",
            "select r::text from roll_period_ref r order by member_id, from_day",
            "select r::text from post_ref r order by id", "select r::text from party_group_ref r order by id",
            "select concat_ws(' ', aggregate_type, aggregate_id, version) from version_mark order by 1");

    @Test
    void a_directory_that_was_rebuilt_equals_the_one_that_was_fed_live() throws SQLException {
        // Given
        var random = new Random(7);
        var branches = Stream.generate(City::branch).limit(4).toList();
        var moved = IntStream.range(0, 20).mapToObj(i -> Ids.next()).toList();
        var posts = moved.stream().map(one -> moved(one, branches, random)).toList();
        City.await("select count(*) from member_ref where version = 2 and id = any (?)", moved);
        City.await("select count(*) from post_ref where to_day is not null and id = any (?)", posts);
        var member = inBranchThatMoves();
        City.await("select count(*) from member_ref where organization_path like '%moved/' and id = any (?)",
                List.of(member));
        restored(branches.get(0));
        var live = everything();
        damage(posts);
        assertNotEquals(live, everything());
        // When
        rebuild("organization").then().statusCode(200).body("rebuildState", is("RUNNING"));
        // Then
        awaitRebuilt();
        assertEquals(live, everything());
    }

    @Test
    void lectures_and_what_a_session_names_stand_after_a_rebuild_as_they_did_live() {
        // Given
        var branch = City.branch();
        var members = City.members(branch, 2);
        var post = City.knownSecretary(members.get(0), branch);
        var group = City.group(branch);
        var sessions = members.stream().map(one -> SessionText.at(branch).attended(one, "PRESENT").lecture(one)
                .with("convenerMemberId", one).with("partyGroupId", group).recorded()).toList();
        City.corrected(post, 2, members.get(1), branch).tell();
        var expected = List.of("MEMBER OF_HOST OF_HOST", "SECRETARY OF_HOST OF_HOST");
        eventually(() -> assertEquals(expected, asTheyStand(sessions)));
        // When
        rebuild("organization").then().statusCode(200);
        // Then
        awaitRebuilt();
        assertEquals(expected, asTheyStand(sessions));
        Recount.equalsTheCountersOf(branch);
    }

    private static List<String> asTheyStand(List<UUID> sessions) {
        return sessions.stream()
                .flatMap(one -> Database.asPipeline()
                        .query("""
                select concat_ws(' ', l.lecturer_kind, s.convener_relation, s.party_group_relation)
                from study_session s join lecture l on l.session_id = s.id where s.id = ?""", row -> row.getString(1),
                                one)
                        .stream())
                .toList();
    }

    @Test
    void what_comes_during_and_after_a_rebuild_is_not_lost() {
        // Given
        var branch = City.branch();
        // When
        rebuild("organization").then().statusCode(200);
        var member = Ids.next();
        City.enrolled(member, branch).tell();
        var later = City.branch();
        // Then
        awaitRebuilt();
        City.awaitMembers(List.of(member));
        City.await("select count(*) from organization_ref where id = any (?)", List.of(branch.id(), later.id()));
    }

    @Test
    void only_the_system_administrator_rebuilds_and_only_what_is_there() {
        // When, Then
        rebuild("nobody").then().statusCode(400).body("errors[0].pointer", is("/consumer"));
        given().auth().oauth2(Tokens.of("CAMPAIGN_OFFICER", "001")).contentType(ContentType.JSON)
                .body("{\"consumer\":\"organization\"}").post(CONSUMERS + "/rebuilds").then().statusCode(403);
    }

    /** Moves a member between branches. @return the post that he held and left */
    private static UUID moved(UUID member, List<City.Branch> branches, Random random) {
        var first = branches.get(random.nextInt(branches.size()));
        City.enrolled(member, first).tell();
        City.enrolled(member, branches.get(random.nextInt(branches.size()))).about("memberId", member, 2)
                .with("onRollFrom", "2015-07-01").tell();
        var post = Ids.next();
        City.secretary(post, member, first).tell();
        City.left(post, member, first, "2016-0%d-01".formatted(1 + random.nextInt(9))).tell();
        return post;
    }

    /** A member of a branch that is placed under another organization afterwards. */
    private static UUID inBranchThatMoves() {
        var branch = City.branchUnder(City.branch());
        var member = City.member(branch);
        Told.of("organization-path-changed.v1").about("organizationId", branch.id(), 1).with("code", branch.code())
                .with("path", City.branch().path() + "moved/").with("previousPath", branch.path()).tell();
        return member;
    }

    private static void restored(City.Branch branch) {
        City.dissolved(branch, 3, "2016-05-01").tell();
        var restored = City.restored(branch, 4, "2016-08-01");
        restored.tell();
        restored.awaitTaken();
    }

    private static void damage(List<UUID> posts) throws SQLException {
        try (var connection = Database.asPipeline().connect();
                var statement = connection.prepareStatement(
                        "update post_ref set to_day = null, version = version + 7 where id = any (?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", posts.toArray()));
            statement.executeUpdate();
        }
    }

    private static List<String> everything() {
        return TABLES.stream().flatMap(sql -> Database.asPipeline().query(sql, row -> row.getString(1)).stream())
                .toList();
    }

    /** Also what the next test needs: it would meet a directory that is still empty, and a refusal of its own rebuild. */
    private static void awaitRebuilt() {
        eventually(() -> given().auth().oauth2(operator()).get(CONSUMERS).then().statusCode(200)
                .body("items.rebuildState", is(List.of("DONE"))));
    }

    private static Response rebuild(String consumer) {
        return given().auth().oauth2(operator()).contentType(ContentType.JSON)
                .body("{\"consumer\":\"%s\"}".formatted(consumer)).post(CONSUMERS + "/rebuilds");
    }

    private static String operator() {
        return Tokens.of("SYSTEM_ADMINISTRATOR", "001");
    }
}
