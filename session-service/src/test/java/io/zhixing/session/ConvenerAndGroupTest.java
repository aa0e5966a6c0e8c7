package io.zhixing.session;

import static io.zhixing.platform.testing.Eventually.eventually;
import static io.zhixing.session.SessionText.reader;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.event.TopicEvent;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;

/** Who convened a session and which Party group met, as far as the directory knows them. */
@QuarkusTest
class ConvenerAndGroupTest {

    private static final int ROUNDS = 20;

    @Test
    void a_member_and_a_group_of_the_host_are_known_as_the_host_s() {
        // Given
        var branch = City.branch();
        var member = City.member(branch);
        // When
        var named = SessionText.at(branch).attended(member, "PRESENT").with("convenerMemberId", member)
                .with("partyGroupId", City.group(branch)).post();
        var unnamed = SessionText.at(branch).attended(member, "PRESENT").post();
        // Then
        named.then().statusCode(201).body("convenerRelation", is("OF_HOST")).body("partyGroupRelation", is("OF_HOST"));
        unnamed.then().statusCode(201).body("convenerRelation", nullValue()).body("partyGroupRelation", nullValue());
    }

    @Test
    void a_committee_is_convened_from_below_it_and_a_branch_by_whoever_holds_a_post_there_or_above() {
        // Given
        var committee = City.committee();
        var branch = City.branchUnder(committee);
        var member = City.member(branch);
        var sent = City.member(City.branch());
        City.knownSecretary(sent, branch);
        var superior = City.member(City.branchUnder(committee));
        City.knownSecretary(superior, committee);
        // When
        var below = SessionText.at(committee).guest(member, "POST").with("convenerMemberId", member)
                .postAs("CAMPAIGN_OFFICER");
        var here = convenedBy(branch, sent, member);
        var above = convenedBy(branch, superior, member);
        // Then
        List.of(below, here, above)
                .forEach(answer -> answer.then().statusCode(201).body("convenerRelation", is("OF_HOST")));
    }

    @Test
    void who_is_known_as_another_organization_s_is_refused_at_his_place_and_nothing_is_written() {
        // Given
        var branch = City.branch();
        var member = City.member(branch);
        var other = City.branch();
        var stranger = City.member(other);
        var former = City.member(other);
        var post = City.knownSecretary(former, branch);
        City.left(post, former, branch, "2016-09-20").tell();
        City.await("select count(*) from post_ref where to_day is not null and id = any (?)", List.of(post));
        var closed = Ids.next();
        City.formed(closed, branch).with("closedOn", "2016-09-20").tell();
        var young = Ids.next();
        City.formed(young, branch).with("formedOn", "2016-09-21").tell();
        City.await("select count(*) from party_group_ref where id = any (?)", List.of(closed, young));
        // When
        var both = SessionText.at(branch).attended(member, "PRESENT").with("convenerMemberId", stranger)
                .with("partyGroupId", City.group(other)).post();
        var left = convenedBy(branch, former, member);
        var groups = List.of(closed, young).stream().map(
                group -> SessionText.at(branch).attended(member, "PRESENT").with("partyGroupId", group).post())
                .toList();
        // Then
        both.then().statusCode(422).body("errors.code", is(List.of("CONVENER_NOT_OF_HOST", "PARTY_GROUP_NOT_OF_HOST")))
                .body("errors.pointer", is(List.of("/convenerMemberId", "/partyGroupId")));
        left.then().statusCode(422).body("code", is("CONVENER_NOT_OF_HOST"));
        groups.forEach(answer -> answer.then().statusCode(422).body("code", is("PARTY_GROUP_NOT_OF_HOST")));
        assertEquals(0, SessionText.sessionsOf(branch));
    }

    @Test
    void whoever_is_not_known_yet_is_pending_and_is_judged_when_he_becomes_known() {
        // Given
        var branch = City.branch();
        var convener = Ids.next();
        var group = Ids.next();
        var id = SessionText.at(branch).attended(City.member(branch), "PRESENT").with("convenerMemberId", convener)
                .with("partyGroupId", group).recorded();
        relations(branch, id, "PENDING_DIRECTORY", "PENDING_DIRECTORY");
        listed(branch, "partyGroupRelation", "PENDING_DIRECTORY", id);
        // When
        City.enrolled(convener, branch).tell();
        City.formed(group, City.branch()).tell();
        // Then
        eventually(() -> relations(branch, id, "OF_HOST", "NOT_OF_HOST"));
        listed(branch, "partyGroupRelation", "NOT_OF_HOST", id);
        listed(branch, "convenerRelation", "OF_HOST", id);
        reader(branch).queryParam("convenerRelation", "NOT_OF_HOST", "PENDING_DIRECTORY").get(SessionText.ADDRESS)
                .then().statusCode(200).body("items.size()", is(0));
        reader(branch).queryParam("partyGroupRelation", "NOT_OF_HOST", "OF_HOST").get(SessionText.ADDRESS).then()
                .body("items.id", is(List.of(id.toString())));
        var events = OutboxProbe.eventsOf(id);
        assertEquals(List.of(1L, 2L, 3L), events.stream().map(TopicEvent::version).toList());
        assertEquals(List.of(group.toString()),
                events.stream().map(event -> event.payload().at("/partyGroupId").asText()).distinct().toList());
    }

    @Test
    void a_convener_whose_branch_is_told_after_him_is_pending_until_it_is() {
        // Given
        var committee = City.committee();
        var branch = City.untoldUnder(committee);
        var member = Ids.next();
        City.enrolled(member, branch).tell();
        City.awaitMembers(List.of(member));
        String id = SessionText.at(committee).guest(member, "POST").with("convenerMemberId", member)
                .postAs("CAMPAIGN_OFFICER").then().statusCode(201).body("convenerRelation", is("PENDING_DIRECTORY"))
                .extract().path("id");
        // When
        City.known(branch);
        // Then
        eventually(() -> relations(committee, UUID.fromString(id), "OF_HOST", null));
    }

    @Test
    void a_post_told_late_makes_the_convener_the_host_s_and_its_end_does_not_take_it_back() {
        // Given
        var branch = City.branch();
        var convener = Ids.next();
        var id = SessionText.at(branch).attended(City.member(branch), "PRESENT").with("convenerMemberId", convener)
                .recorded();
        City.enrolled(convener, City.branch()).tell();
        eventually(() -> relations(branch, id, "NOT_OF_HOST", null));
        // When
        var post = City.knownSecretary(convener, branch);
        // Then
        eventually(() -> relations(branch, id, "OF_HOST", null));
        // left the day before the session: judged again, he would not be the host's
        var left = City.left(post, convener, branch, "2016-09-19");
        left.tell();
        left.awaitTaken();
        relations(branch, id, "OF_HOST", null);
    }

    @Test
    void a_convener_whose_post_is_told_before_its_organization_is_pending_until_that_is() {
        // Given
        var committee = City.committee();
        var branch = City.branchUnder(committee);
        var other = City.untoldUnder(committee);
        var convener = City.member(City.branch());
        City.knownSecretary(convener, other);
        String id = SessionText.at(branch).attended(City.member(branch), "PRESENT").with("convenerMemberId", convener)
                .post().then().statusCode(201).body("convenerRelation", is("PENDING_DIRECTORY")).extract().path("id");
        // When
        City.known(other);
        // Then: a post at a sister of the host
        eventually(() -> relations(branch, UUID.fromString(id), "NOT_OF_HOST", null));
    }

    @Test
    void a_post_below_the_host_or_beside_it_does_not_make_its_holder_the_host_s() {
        // Given
        var committee = City.committee();
        var branch = City.branchUnder(committee);
        var convener = City.member(City.branch());
        City.knownSecretary(convener, branch);
        // When
        var above = SessionText.at(committee).guest(convener, "POST").with("convenerMemberId", convener)
                .postAs("CAMPAIGN_OFFICER");
        var beside = SessionText.at(City.branchUnder(committee)).guest(convener, "POST")
                .with("convenerMemberId", convener).post();
        // Then
        above.then().statusCode(422).body("code", is("CONVENER_NOT_OF_HOST"));
        beside.then().statusCode(422).body("code", is("CONVENER_NOT_OF_HOST"));
    }

    @Test
    void a_relation_that_does_not_exist_is_no_filter() {
        // Given
        var branch = City.branch();
        // When
        var answer = reader(branch).queryParam("convenerRelation", "FRIEND").get(SessionText.ADDRESS);
        // Then
        answer.then().statusCode(400).body("code", is("PARAMETER_INVALID"))
                .body("errors[0].parameter", is("convenerRelation"));
    }

    @Test
    void a_file_names_the_group_by_id_and_the_convener_by_number() {
        // Given
        var branch = City.branch();
        var group = City.group(branch);
        var member = City.member(branch);
        var number = "M" + member.toString().substring(24);
        var header = "编号,主办组织,党小组,召集人,活动类型,开始时间,结束时间,主题记录,讨论记录,收获记录,出勤";
        var row = "%s,%s,%s,%s,党小组会,2016-09-20T09:00:00+08:00,2016-09-20T10:30:00+08:00,学,议,得,%s";
        // When
        var file = SessionFile.csv(branch, false, header,
                row.formatted("G-1", branch.code(), group, number, number),
                row.formatted("G-2", branch.code(), City.group(City.branch()), number, number),
                row.formatted("G-3", branch.code(), group, "M-nobody", number));
        // Then
        assertEquals(List.of("", "PARTY_GROUP_NOT_OF_HOST", "REFERENCE_UNKNOWN"), file.codes());
        listed(branch, "convenerRelation", "OF_HOST",
                UUID.fromString(reader(branch).get(SessionText.ADDRESS).path("items[0].id")));
    }

    @Test
    void whichever_comes_first_convener_and_group_are_judged() throws Exception {
        // Given
        var branch = City.branch();
        var member = City.member(branch);
        var sessions = new ArrayList<UUID>();
        var threads = Executors.newFixedThreadPool(2);
        // When
        for (int round = 0; round < ROUNDS; round++) {
            var convener = Ids.next();
            var group = Ids.next();
            var together = new CyclicBarrier(2);
            var recorded = threads.submit(() -> {
                together.await();
                return SessionText.at(branch).attended(member, "PRESENT").with("convenerMemberId", convener)
                        .with("partyGroupId", group).recorded();
            });
            var told = threads.submit(() -> {
                together.await();
                City.formed(group, branch).tell();
                City.enrolled(convener, branch).tell();
                return null;
            });
            sessions.add(recorded.get());
            told.get();
        }
        threads.shutdown();
        // Then
        City.await("""
                select count(*) from study_session
                where convener_relation = 'OF_HOST' and party_group_relation = 'OF_HOST' and id = any (?)""", sessions);
    }

    private static Response convenedBy(City.Branch host, UUID convener, UUID attendee) {
        return SessionText.at(host).attended(attendee, "PRESENT").with("convenerMemberId", convener).post();
    }

    private static void relations(City.Branch host, UUID session, String convener, String group) {
        reader(host).get(SessionText.ADDRESS + "/" + session).then().statusCode(200)
                .body("convenerRelation", is(convener)).body("partyGroupRelation", is(group));
    }

    private static void listed(City.Branch host, String filter, String relation, UUID session) {
        reader(host).queryParam(filter, relation).get(SessionText.ADDRESS).then().statusCode(200)
                .body("items.id", is(List.of(session.toString()))).body("items." + filter, is(List.of(relation)));
    }
}
