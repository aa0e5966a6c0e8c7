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
import io.zhixing.platform.time.Ids;
import io.zhixing.platform.time.Shanghai;

/** Organizations, members and posts for tests, told by events as organization-service tells them. */
final class City {

    static final String ACTIVE_SINCE = "2010-09-01";

    private static final String RUN = Ids.next().toString().substring(0, 8) + Ids.next().toString().substring(9, 13);
    private static final AtomicInteger NEXT = new AtomicInteger();

    private City() {}

    record Branch(UUID id, String code, String path, String type) {}

    static Branch committee() {
        return known(untold("/" + label() + "/", "LOCAL_COMMITTEE"));
    }

    static Branch branch() {
        return known(untold("/" + label() + "/", "BRANCH"));
    }

    static Branch branchUnder(Branch parent) {
        return known(untold(parent.path() + label() + "/", "BRANCH"));
    }

    /** A branch that nobody has told of yet. */
    static Branch untold() {
        return untold("/" + label() + "/", "BRANCH");
    }

    static Branch untoldUnder(Branch parent) {
        return untold(parent.path() + label() + "/", "BRANCH");
    }

    static Branch known(Branch branch) {
        created(branch);
        activated(branch);
        await("select count(*) from organization_ref where state = 'ACTIVE' and id = any (?)", List.of(branch.id()));
        return branch;
    }

    static void created(Branch branch) {
        of("organization-created.v1", branch, 1).tell();
    }

    static void activated(Branch branch) {
        of("organization-activated.v1", branch, 2).with("activatedOn", ACTIVE_SINCE).tell();
    }

    static Told dissolved(Branch branch, long version, String on) {
        return of("organization-dissolved.v1", branch, version).with("activatedOn", ACTIVE_SINCE)
                .with("dissolvedOn", on).with("effectiveOn", on);
    }

    static Told restored(Branch branch, long version, String on) {
        return of("organization-restored.v1", branch, version).with("activatedOn", ACTIVE_SINCE).with("effectiveOn",
                on);
    }

    static Told of(String event, Branch branch, long version) {
        return Told.of(event).about("organizationId", branch.id(), version).with("code", branch.code())
                .with("path", branch.path()).with("type", branch.type());
    }

    static List<UUID> members(Branch branch, int count) {
        var members = IntStream.range(0, count).mapToObj(i -> Ids.next()).toList();
        members.forEach(member -> enrolled(member, branch).tell());
        awaitMembers(members);
        return members;
    }

    static UUID member(Branch branch) {
        return members(branch, 1).get(0);
    }

    static Told enrolled(UUID member, Branch branch) {
        return Told.of("member-enrolled.v1").about("memberId", member, 1).with("organizationId", branch.id())
                .with("memberNumber", "M" + member.toString().substring(24)).with("onRollFrom", "2012-01-01");
    }

    /** On another roll from that day on. */
    static Told transferred(UUID member, long version, Branch to, String on) {
        return Told.of("member-transferred.v1").about("memberId", member, version).with("organizationId", to.id())
                .with("memberNumber", "M" + member.toString().substring(24)).with("onRollFrom", on).without("onRollTo");
    }

    static void awaitMembers(List<UUID> members) {
        await("select count(*) from member_ref where id = any (?)", members);
    }

    static Told secretary(UUID post, UUID member, Branch branch) {
        return Told.of("post-taken.v1").about("postId", post, 1).with("memberId", member)
                .with("organizationId", branch.id()).with("from", "2013-01-01");
    }

    static Told left(UUID post, UUID member, Branch branch, String on) {
        return Told.of("post-left.v1").about("postId", post, 2).with("memberId", member)
                .with("organizationId", branch.id()).with("from", "2013-01-01").with("to", on);
    }

    /** The post was this member's all the time. */
    static Told corrected(UUID post, long version, UUID member, Branch branch) {
        return Told.of("post-corrected.v1").about("postId", post, version).with("memberId", member)
                .with("organizationId", branch.id()).with("from", "2013-01-01").without("to");
    }

    static UUID knownSecretary(UUID member, Branch branch) {
        var post = Ids.next();
        secretary(post, member, branch).tell();
        await("select count(*) from post_ref where id = any (?)", List.of(post));
        return post;
    }

    /** Formed on the first day of 2012. */
    static Told formed(UUID group, Branch branch) {
        return Told.of("party-group-changed.v1").about("groupId", group, 1).with("organizationId", branch.id())
                .with("state", "OPEN").with("formedOn", "2012-01-01").without("closedOn");
    }

    static UUID group(Branch branch) {
        var group = Ids.next();
        formed(group, branch).tell();
        await("select count(*) from party_group_ref where id = any (?)", List.of(group));
        return group;
    }

    static void await(String count, List<UUID> ids) {
        eventually(() -> assertEquals(ids.size(), count(count, ids)));
    }

    static int count(String sql, List<UUID> ids) {
        return Database.asPipeline().query(sql, row -> row.getInt(1), (Object) ids.toArray(UUID[]::new)).get(0);
    }

    static LocalDate today() {
        return Shanghai.today(Clock.systemUTC());
    }

    private static Branch untold(String path, String type) {
        return new Branch(Ids.next(), path, path, type);
    }

    private static String label() {
        return RUN + String.format("%04d", NEXT.incrementAndGet());
    }
}
