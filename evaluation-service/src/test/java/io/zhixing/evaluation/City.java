package io.zhixing.evaluation;

import static io.zhixing.platform.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.event.TopicPublisher;
import io.zhixing.platform.time.Ids;

/** Organizations, members and study sessions for tests, told by events as their services tell them. */
final class City {

    private static final String ORGANIZATIONS = "organization.events.v1";
    private static final String RUN = Ids.next().toString().replace("-", "").substring(2, 16);
    private static final AtomicInteger NEXT = new AtomicInteger();

    private City() {}

    record Organization(UUID id, String code, String path) {}

    /** A city of its own: the organization without a superior. */
    static Organization city() {
        return tell("/" + label() + "/", "LOCAL_COMMITTEE");
    }

    static Organization committee(Organization superior) {
        return tell(superior.path() + label() + "/", "PRIMARY_COMMITTEE");
    }

    static Organization branch(Organization superior) {
        return tell(superior.path() + label() + "/", "BRANCH");
    }

    /** Full members since 2001, on the branch's roll since 2012. */
    static List<UUID> members(Organization branch, int count) {
        return known(IntStream.range(0, count)
                .mapToObj(i -> enrol(Ids.next(), branch, "FULL", "2001-07-01", "2012-01-01", null)).toList());
    }

    static UUID probationary(Organization branch) {
        return known(List.of(enrol(Ids.next(), branch, "PROBATIONARY", null, "2012-01-01", null))).get(0);
    }

    /** @param to the first day no longer on the roll */
    static UUID member(Organization branch, String from, String to) {
        return known(List.of(enrol(Ids.next(), branch, "FULL", "2001-07-01", from, to))).get(0);
    }

    static UUID enrol(UUID member, Organization branch, String type, String fullSince, String from, String to) {
        enrolled(member, 1, branch, type, fullSince, from, to);
        return member;
    }

    private static void enrolled(UUID member, int version, Organization branch, String type, String fullSince,
            String from, String to) {
        TopicPublisher.to(ORGANIZATIONS).event("member-enrolled.v1").about(member, version)
                .publish("""
                {"memberId":"%s","version":%d,"organizationId":"%s","effectiveOn":"%s","memberNumber":"%s","memberType":"%s"%s,
                "status":"ACTIVE","onRollFrom":"%s"%s}""".formatted(member, version, branch.id(), from,
                        numberOf(member), type,
                        fullSince == null ? "" : ",\"fullSince\":\"" + fullSince + "\"", from,
                        to == null ? "" : ",\"onRollTo\":\"" + to + "\""));
    }

    /** The register learns later that the member had left the branch by this day. */
    static void leftBefore(UUID member, Organization branch, String day) {
        enrolled(member, 2, branch, "FULL", "2001-07-01", "2012-01-01", day);
        eventually(() -> assertEquals(List.of(day), Database.asPipeline().query(
                "select to_day::text from roll_period_ref where member_id = ?", row -> row.getString(1), member)));
    }

    /** The register learns later that the member had been on this branch's roll since this day. */
    static void movedFrom(UUID member, Organization branch, String day) {
        enrolled(member, 2, branch, "FULL", "2001-07-01", day, null);
        eventually(() -> assertEquals(List.of(branch.id()), Database.asPipeline().query(
                "select organization_id from member_ref where id = ?", row -> row.getObject(1, UUID.class), member)));
    }

    static String numberOf(UUID member) {
        return "M" + member.toString().replace("-", "").substring(4);
    }

    /** A collective study that the branch has held; known here when this returns. */
    static UUID study(Organization host, String heldOn) {
        var session = Ids.next();
        tellStudy(session, host, heldOn, "COLLECTIVE_STUDY");
        awaitRows("select count(*) from study_session_ref where organization_path <> '' and id = any (?)",
                List.of(session));
        return session;
    }

    static void tellStudy(UUID session, Organization host, String heldOn, String content) {
        TopicPublisher.to("session.events.v1").event("study-session-recorded.v1").about(session, 1).publish(
                """
                {"studySessionId":"%s","version":1,"organizationId":"%s","effectiveOn":"%s","type":"TOPIC_DISCUSSION",
                "contents":["%s"],"heldOn":"%s","startedAt":"%sT09:00:00+08:00","minutes":90,"lectures":[],"attendance":[]}"""
                        .formatted(session, host.id(), heldOn, content, heldOn, heldOn));
    }

    static void awaitRows(String sql, List<UUID> ids) {
        eventually(() -> assertEquals(ids.size(), Database.asPipeline()
                .query(sql, row -> row.getLong(1), (Object) ids.toArray(UUID[]::new)).get(0).intValue()));
    }

    static Organization tell(String path, String type) {
        var organization = new Organization(Ids.next(),
                path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1), path);
        state(organization, 1, "organization-created.v1", type, "PREPARING", "2010-01-01");
        state(organization, 2, "organization-activated.v1", type, "ACTIVE", "2010-07-01");
        awaitRows("select count(*) from organization_ref where state = 'ACTIVE' and id = any (?)",
                List.of(organization.id()));
        return organization;
    }

    private static void state(Organization organization, int version, String event, String type, String state,
            String on) {
        TopicPublisher.to(ORGANIZATIONS).event(event).about(organization.id(), version).publish("""
                {"organizationId":"%s","version":%d,"effectiveOn":"%s","code":"%s","name":"示例组织","type":"%s","areaCode":"441202",
                "path":"%s","state":"%s","establishedOn":"2010-01-01"}""".formatted(organization.id(), version, on,
                organization.code(), type, organization.path(), state));
    }

    private static List<UUID> known(List<UUID> members) {
        awaitRows("select count(*) from member_ref where organization_path <> '' and id = any (?)", members);
        return members;
    }

    private static String label() {
        return RUN + String.format("%04d", NEXT.incrementAndGet());
    }
}
