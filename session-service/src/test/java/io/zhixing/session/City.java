package io.zhixing.session;

import static io.zhixing.platform.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.event.TopicPublisher;
import io.zhixing.platform.time.Ids;
import io.zhixing.platform.time.Shanghai;

/** Organizations, members and posts for tests, told by events as organization-service tells them. */
final class City {

    private static final String TOPIC = "organization.events.v1";
    private static final String RUN = Ids.next().toString().substring(0, 8) + Ids.next().toString().substring(9, 13);
    private static final AtomicInteger NEXT = new AtomicInteger();

    private City() {}

    record Branch(UUID id, String code, String path) {}

    static Branch committee() {
        return known(branch("/" + label() + "/", "LOCAL_COMMITTEE"));
    }

    static Branch branch() {
        return known(branch("/" + label() + "/", "BRANCH"));
    }

    static Branch branchUnder(Branch parent) {
        return known(branch(parent.path() + label() + "/", "BRANCH"));
    }

    /** A branch that nobody has told of yet. */
    static Branch untold() {
        var path = "/" + label() + "/";
        return new Branch(Ids.next(), path, path);
    }

    static Branch tell(Branch branch, String type) {
        organization(branch, 1, "organization-created.v1", type, "PREPARING", "2010-01-01");
        organization(branch, 2, "organization-activated.v1", type, "ACTIVE", "2010-07-01");
        return branch;
    }

    static List<UUID> members(Branch branch, int count) {
        var members = IntStream.range(0, count).mapToObj(i -> Ids.next()).toList();
        members.forEach(member -> enrol(member, branch, "2012-01-01", null));
        awaitRows("select count(*) from member_ref where id = any (?)", members);
        return members;
    }

    static void enrol(UUID member, Branch branch, String from, String to) {
        TopicPublisher.to(TOPIC).event("member-enrolled.v1").about(member, 1).publish("""
                {"memberId":"%s","version":1,"memberNumber":"%s","organizationId":"%s","memberType":"FULL","fullSince":"2001-07-01",
                "status":"ON_ROLL","onRollFrom":"%s"%s,"effectiveOn":"%s"}""".formatted(member,
                member.toString().substring(24), branch.id(), from,
                to == null ? "" : ",\"onRollTo\":\"" + to + "\"", from));
    }

    static void secretary(UUID post, UUID member, Branch branch, String from) {
        TopicPublisher.to(TOPIC).event("post-taken.v1").about(post, 1).publish(
                """
                {"postId":"%s","version":1,"memberId":"%s","organizationId":"%s","post":"SECRETARY","from":"%s","effectiveOn":"%s"}"""
                        .formatted(post, member, branch.id(), from, from));
    }

    static void knownSecretary(UUID member, Branch branch) {
        var post = Ids.next();
        secretary(post, member, branch, "2013-01-01");
        awaitRows("select count(*) from post_ref where id = any (?)", List.of(post));
    }

    static void awaitRows(String sql, List<UUID> ids) {
        eventually(() -> assertEquals(ids.size(), Database.asPipeline()
                .query(sql, row -> row.getLong(1), (Object) ids.toArray(UUID[]::new)).get(0).intValue()));
    }

    static LocalDate today() {
        return Shanghai.today(Clock.systemUTC());
    }

    private static Branch branch(String path, String type) {
        return tell(new Branch(Ids.next(), path, path), type);
    }

    private static Branch known(Branch branch) {
        awaitRows("select count(*) from organization_ref where state = 'ACTIVE' and id = any (?)",
                List.of(branch.id()));
        return branch;
    }

    private static void organization(Branch branch, int version, String event, String type, String state, String on) {
        TopicPublisher.to(TOPIC).event(event).about(branch.id(), version).publish("""
                {"organizationId":"%s","version":%d,"code":"%s","name":"示例支部","type":"%s","kind":"STANDARD","sector":"VILLAGE",
                "areaCode":"441202","path":"%s","state":"%s","effectiveOn":"%s"}""".formatted(branch.id(), version,
                branch.code(), type, branch.path(), state, on));
    }

    private static String label() {
        return RUN.replace("-", "") + String.format("%04d", NEXT.incrementAndGet());
    }
}
