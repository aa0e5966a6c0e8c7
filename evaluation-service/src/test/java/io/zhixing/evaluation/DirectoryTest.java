package io.zhixing.evaluation;

import static io.zhixing.platform.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.event.EventContract;
import io.zhixing.platform.testing.event.TopicPublisher;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DirectoryTest {

    private static final String SESSIONS = "session.events.v1";

    private static final UUID BRANCH = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d2");
    private static final UUID MEMBER = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d4");
    private static final UUID POST = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d5");

    @Test
    void what_organization_service_publishes_is_understood() {
        // Given
        var published = List.of("organization-created.v1", "organization-activated.v1", "member-enrolled.v1",
                "post-taken.v1", "post-left.v1");
        // When
        publishExample(published.get(0), BRANCH, 1);
        publishExample(published.get(1), BRANCH, 2);
        publishExample(published.get(2), MEMBER, 1);
        publishExample(published.get(3), POST, 1);
        publishExample(published.get(4), POST, 2);
        // Then
        eventually(() -> {
            assertEquals(List.of("001002003 BRANCH ACTIVE /0001/0002/0003/ 2010-09-01"),
                    rows("""
                    select concat_ws(' ', code, type, state, organization_path, active_from) from organization_ref where id = ?""",
                            BRANCH));
            assertEquals(List.of("M0000001 FULL 1926-07-01 /0001/0002/0003/"),
                    rows("""
                    select concat_ws(' ', member_number, member_type, full_since, organization_path) from member_ref where id = ?""",
                            MEMBER));
            assertEquals(List.of("2010-07-01"),
                    rows("select concat_ws(' ', from_day, to_day) from roll_period_ref where member_id = ?", MEMBER));
            assertEquals(List.of("SECRETARY 2014-03-01 2016-05-01"),
                    rows("select concat_ws(' ', post, from_day, to_day) from post_ref where id = ?", POST));
        });
    }

    @Test
    void a_transfer_ends_the_period_at_the_branch_before() {
        // Given
        var member = Ids.next();
        publish("member-enrolled.v1", member, 1);
        // When
        publish("member-transferred.v1", member, 2);
        // Then
        eventually(() -> assertEquals(List.of("2010-07-01 2016-05-01", "2016-05-01"),
                rows("select concat_ws(' ', from_day, to_day) from roll_period_ref where member_id = ? order by 1",
                        member)));
    }

    /** The publisher's example, about a member of its own. */
    private static void publish(String event, UUID member, long version) {
        TopicPublisher.to("organization.events.v1").event(event).about(member, version).publish(EventContract
                .ofNeighbour("organization", event).example().replace(MEMBER.toString(), member.toString())
                .replace("M0000001", "M" + member.toString().substring(24))
                .replaceFirst("\"version\":\\d+", "\"version\":" + version));
    }

    @Test
    void what_session_service_publishes_is_understood() {
        // Given
        var session = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4e1");
        // When
        TopicPublisher.to("session.events.v1").event("study-session-recorded.v1").about(session, 1)
                .publish(EventContract.ofNeighbour("session", "study-session-recorded.v1").example());
        // Then
        eventually(() -> assertEquals(List.of("2016-07-01 t " + BRANCH),
                rows("select concat_ws(' ', held_on, collective_study, organization_id) from study_session_ref where id = ?",
                        session)));
    }

    @ParameterizedTest
    @CsvSource({"study-session-corrected.v1, 2, t", "study-session-voided.v1, 3, f"})
    void a_study_session_is_as_its_correction_says_and_none_once_it_is_voided(String event, int version, String study) {
        // Given
        var session = Ids.next();
        var host = City.tell("/" + Ids.next().toString().replace("-", "") + "/", "BRANCH");
        City.tellStudy(session, host, "2016-06-01", "COLLECTIVE_STUDY");
        TopicPublisher.to(SESSIONS).event("study-session-corrected.v1").about(session, 2)
                .publish(neighbour("study-session-corrected.v1", session));
        // When
        TopicPublisher.to(SESSIONS).event(event).about(session, version).publish(neighbour(event, session));
        // Then
        eventually(() -> assertEquals(List.of("2016-07-01 " + study + " " + version),
                rows("select concat_ws(' ', held_on, collective_study, version) from study_session_ref where id = ?",
                        session)));
    }

    private static String neighbour(String event, UUID session) {
        return EventContract.ofNeighbour("session", event).example().replace("01912d68-783e-7a0f-8000-0f54b3b0a4e1",
                session.toString());
    }

    @Test
    void a_study_session_that_came_before_its_host_is_found_under_the_host_later() {
        // Given
        var path = "/" + Ids.next().toString().replace("-", "") + "/";
        var untold = new City.Organization(Ids.next(), path.replace("/", ""), path);
        var session = Ids.next();
        City.tellStudy(session, untold, "2016-06-01", "COLLECTIVE_STUDY");
        City.awaitRows("select count(*) from study_session_ref where organization_path = '' and id = any (?)",
                List.of(session));
        // When
        TopicPublisher.to("organization.events.v1").event("organization-created.v1").about(untold.id(), 1).publish(
                """
                {"organizationId":"%s","version":1,"effectiveOn":"2010-01-01","code":"%s","type":"BRANCH","path":"%s","state":"PREPARING"}"""
                        .formatted(untold.id(), untold.code(), path));
        // Then
        eventually(() -> assertEquals(List.of("t " + path),
                rows("select concat_ws(' ', collective_study, organization_path) from study_session_ref where id = ?",
                        session)));
    }

    @Test
    void what_belongs_to_an_organization_follows_it_when_it_moves_twice_within_a_batch() {
        // Given
        var host = City.branch(City.city());
        var session = City.study(host, "2016-06-01");
        var between = host.path() + "1111/";
        var place = host.path() + "2222/";
        // When
        publishMove(host, 1, host.path(), between);
        publishMove(host, 2, between, place);
        // Then
        eventually(() -> {
            assertEquals(List.of(place),
                    rows("select organization_path from study_session_ref where id = ?", session));
            assertEquals(List.of(place), rows("select organization_path from organization_ref where id = ?",
                    host.id()));
        });
    }

    @Test
    void the_last_of_two_dissolutions_stands_also_when_it_comes_at_once_with_the_restoration_before_it() {
        // Given
        var branch = City.branch(City.city());
        publishState("organization-restored.v1", branch, 4);
        publishState("organization-dissolved.v1", branch, 5);
        eventually(() -> assertEquals(List.of("4 GAP", "5 BEHIND_PARKED"),
                rows("select version || ' ' || reason from parked_event where aggregate_id = ?::text order by version",
                        branch.id())));
        // When
        publishState("organization-dissolved.v1", branch, 3);
        // Then
        eventually(() -> assertEquals(List.of("DISSOLVED " + branch.path() + " 2010-09-01 5"), rows(
                "select concat_ws(' ', state, organization_path, active_from, version) from organization_ref where id = ?",
                branch.id())));
    }

    /** The publisher's example, about an organization of the test. */
    private static void publishState(String event, City.Organization organization, int version) {
        TopicPublisher.to("organization.events.v1").event(event).about(organization.id(), version)
                .publish(EventContract.ofNeighbour("organization", event).example()
                        .replace(BRANCH.toString(), organization.id().toString())
                        .replace("001002003", organization.code())
                        .replace("/0001/0002/0003/", organization.path())
                        .replaceFirst("\"version\":\\d+", "\"version\":" + version));
    }

    private static void publishMove(City.Organization organization, int version, String from, String to) {
        TopicPublisher.to("organization.events.v1").event("organization-path-changed.v1")
                .about(organization.id(), version).publish("""
                        {"organizationId":"%s","version":%d,"effectiveOn":"2016-03-01","organizationVersion":2,"code":"%s",
                        "path":"%s","previousPath":"%s"}""".formatted(organization.id(), version,
                        organization.code(), to, from));
    }

    private static void publishExample(String name, UUID id, int version) {
        TopicPublisher.to("organization.events.v1").event(name).about(id, version)
                .publish(EventContract.ofNeighbour("organization", name).example());
    }

    private static List<String> rows(String sql, UUID id) {
        return Database.asPipeline().query(sql, DirectoryTest::text, id);
    }

    private static String text(ResultSet row) throws SQLException {
        return row.getString(1);
    }
}
