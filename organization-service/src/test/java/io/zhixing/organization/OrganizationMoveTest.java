package io.zhixing.organization;

import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.ORGANIZATIONS;
import static io.zhixing.organization.Register.POSTS;
import static io.zhixing.organization.Register.refused;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;

/** Moving and merging organizations with what stands below them, also by several at once. */
@QuarkusTest
class OrganizationMoveTest {

    @Test
    void a_move_takes_along_what_stands_below_with_members_posts_and_codes() {
        // Given
        var from = Register.committee();
        var to = Register.committee();
        var town = Register.below(from, "PRIMARY_COMMITTEE");
        var branch = Register.below(town, "BRANCH");
        var member = Register.member(branch);
        var post = Register.post(POSTS, Register.secretary(member, branch, "2014-03-01")).<String>path("id");
        var body = Turn.under(to);
        // When
        var moved = Turn.of(town, "reassign", "2016-03-01", body);
        // Then
        moved.then().statusCode(200).body("parentId", is(to.id())).body("code", is(body.get("code")));
        Turn.read(branch).then().body("code", is(body.get("code") + branch.code().substring(town.code().length())));
        for (var address : List.of(ORGANIZATIONS + "/" + branch.id(), MEMBERS + "/" + member, POSTS + "/" + post)) {
            Register.get(Tokens.of("READER", to.code()), address).then().statusCode(200);
            Register.get(Tokens.of("READER", from.code()), address).then().statusCode(404);
        }
        Register.get(Tokens.of("READER", to.code()), MEMBERS).then().body("items.id", is(List.of(member)));
        Register.get(Tokens.of("READER", from.code()), MEMBERS).then().body("items", empty());
    }

    @Test
    void every_organization_that_moved_tells_its_place_and_only_the_moved_one_has_a_new_version() {
        // Given
        var from = Register.committee();
        var to = Register.committee();
        var town = Register.below(from, "PRIMARY_COMMITTEE");
        var branch = Register.below(town, "BRANCH");
        // When
        Turn.of(town, "reassign", "2016-03-01", Turn.under(to)).then().statusCode(200);
        // Then
        var of = OutboxProbe.ofTheService();
        var place = of.event(branch.id(), "organization-path-changed.v1").payload();
        var townPlace = of.event(town.id(), "organization-path-changed.v1").payload();
        assertEquals(1, place.path("version").asInt());
        assertEquals(1, place.path("organizationVersion").asInt());
        assertEquals("2016-03-01", place.path("effectiveOn").asText());
        assertTrue(place.path("path").asText().startsWith(townPlace.path("path").asText()));
        assertTrue(place.path("previousPath").asText().startsWith(townPlace.path("previousPath").asText()));
        assertEquals(path(branch), place.path("path").asText());
        var reassigned = of.event(town.id(), "organization-reassigned.v1").payload();
        assertEquals(2, reassigned.path("version").asInt());
        assertEquals(1, reassigned.path("pathVersion").asInt());
        Turn.read(branch).then().body("version", is(1));
    }

    @Test
    void a_move_against_the_order_of_the_tree_is_refused_and_nothing_is_written() {
        // Given
        var committee = Register.committee();
        var town = Register.below(committee, "PRIMARY_COMMITTEE");
        var inner = Register.below(town, "PRIMARY_COMMITTEE");
        var gone = Turn.active(Register.committee());
        Turn.of(gone, "dissolve", "2013-01-04", Turn.because("撤销")).then().statusCode(200);
        var branch = Register.branch();
        var before = Stored.below(committee);
        // When
        var cycle = Turn.of(town, "reassign", "2016-03-01", Turn.under(inner));
        var itself = Turn.of(town, "reassign", "2016-03-01", Turn.under(town));
        var same = Turn.of(town, "reassign", "2016-03-01", Turn.under(committee));
        var underGone = Turn.of(town, "reassign", "2016-03-01", Turn.under(gone));
        var underBranch = Turn.of(town, "reassign", "2016-03-01", Turn.under(branch));
        var foreignCode = Turn.of(town, "reassign", "2016-03-01",
                Turn.under(Register.committee()).with("code", "999998997"));
        var nowhere = Turn.of(town, "reassign", "2016-03-01",
                Turn.under(gone).with("parentId", UUID.randomUUID().toString()));
        // Then
        refused(cycle, 422, "ORGANIZATION_CYCLE");
        refused(itself, 422, "ORGANIZATION_CYCLE");
        refused(same, 422, "ORGANIZATION_UNCHANGED");
        refused(underGone, 409, "ORGANIZATION_NOT_IN_PLACE");
        refused(underBranch, 422, "ORGANIZATION_TYPE_NOT_UNDER_PARENT");
        refused(foreignCode, 422, "ORGANIZATION_CODE_NOT_UNDER_PARENT");
        refused(nowhere, 422, "REFERENCE_UNKNOWN");
        assertEquals(before, Stored.below(committee));
    }

    @Test
    void a_code_of_the_new_place_that_is_taken_refuses_the_move() {
        // Given
        var to = Register.committee();
        var taken = Register.below(to, "BRANCH");
        var moving = Register.branch();
        var before = Stored.below(moving);
        // When
        var answer = Turn.of(moving, "reassign", "2016-03-01", Turn.under(to).with("code", taken.code()));
        // Then
        refused(answer, 409, "ORGANIZATION_CODE_TAKEN");
        assertEquals(before, Stored.below(moving));
    }

    @Test
    void a_move_is_decided_by_whoever_stands_above_both_sides() {
        // Given
        var county = Register.committee();
        var one = Register.below(county, "PRIMARY_COMMITTEE");
        var other = Register.below(county, "PRIMARY_COMMITTEE");
        var branch = Register.below(one, "BRANCH");
        var both = Tokens.grant("CAMPAIGN_OFFICER", one.code()).and("READER", other.code()).token();
        // When
        var oneSide = Turn.by(both, branch, "reassign", "2016-03-01", Turn.under(other));
        var above = Turn.by(Tokens.of("CAMPAIGN_OFFICER", county.code()), branch, "reassign", "2016-03-01",
                Turn.under(other));
        // Then
        refused(oneSide, 403, "FORBIDDEN");
        above.then().statusCode(200);
    }

    @Test
    void of_two_that_move_under_each_other_at_once_one_does_at_most() {
        // Given
        var committee = Register.committee();
        var one = Register.below(committee, "PRIMARY_COMMITTEE");
        var other = Register.below(committee, "PRIMARY_COMMITTEE");
        var etags = List.of(Turn.etag(one), Turn.etag(other));
        var bodies = List.of(Turn.under(other), Turn.under(one));
        // When
        var answers = Race.of(2, i -> Turn.from(etags.get(i), Register.officer(), i == 0 ? one : other, "reassign",
                "2016-03-01", bodies.get(i)));
        // Then
        assertEquals(1, answers.stream().filter(answer -> answer.statusCode() == 200).count(), told(answers));
        assertTrue(Set.of("ORGANIZATION_CYCLE", "TEMPORARILY_UNAVAILABLE").containsAll(Race.lost(answers.stream()
                .filter(answer -> answer.statusCode() != 200).toList())), told(answers));
        assertEquals(Set.of(), strays(committee));
    }

    @Test
    void what_is_written_below_an_organization_while_it_moves_is_found_in_its_new_place() {
        // Given
        var from = Register.committee();
        var to = Register.committee();
        var town = Register.below(from, "PRIMARY_COMMITTEE");
        var branch = Register.below(town, "BRANCH");
        var etag = Turn.etag(town);
        var move = Turn.under(to);
        var children = IntStream.range(0, 7)
                .mapToObj(i -> Register.organization("999999" + "%03d".formatted(i), "BRANCH", town.id())).toList();
        // When
        var answers = Race.of(8, i -> i == 0
                ? Turn.from(etag, Register.officer(), town, "reassign", "2016-03-01", move)
                : i % 2 == 0
                        ? Register.post(MEMBERS, MemberText.full(branch.id()))
                        : Register.post(ORGANIZATIONS, children.get(i - 1).with("code", Register.codeBelow(town))));
        // Then
        assertTrue(answers.stream().anyMatch(answer -> answer.statusCode() < 300), told(answers));
        assertEquals(Set.of(), strays(from, to));
    }

    @Test
    void a_merged_organization_hands_over_and_its_past_lies_below_its_successor() {
        // Given
        var committee = Register.committee();
        var merged = Turn.active(Register.below(committee, "PRIMARY_COMMITTEE"));
        var successor = Turn.active(Register.committee());
        var secretary = Register.member(Register.branch());
        var post = Register.post(POSTS, Register.secretary(secretary, merged, "2014-03-01"));
        // When
        var answer = Turn.of(merged, "merge", "2016-03-01", Turn.into(successor));
        // Then
        answer.then().statusCode(200).body("state", is("MERGED")).body("successorId", is(successor.id()))
                .body("code", is(merged.code()));
        Register.get(Tokens.of("READER", successor.code()), ORGANIZATIONS + "/" + merged.id()).then().statusCode(200);
        Register.get(Tokens.of("READER", committee.code()), ORGANIZATIONS + "/" + merged.id()).then().statusCode(404);
        Register.get(Register.officer(), POSTS + "/" + post.path("id")).then().body("to", is("2016-03-01"));
        assertEquals(successor.id(), OutboxProbe.ofTheService().event(merged.id(), "organization-merged.v1").payload()
                .path("successorId").asText());
    }

    @Test
    void a_successor_is_another_active_organization_of_the_same_type() {
        // Given
        var merged = Turn.active(Register.committee());
        var preparing = Register.committee();
        var before = Stored.below(merged);
        // When
        var itself = Turn.of(merged, "merge", "2016-03-01", Turn.into(merged));
        var notYet = Turn.of(merged, "merge", "2016-03-01", Turn.into(preparing));
        var unnamed = Turn.of(merged, "merge", "2016-03-01", Turn.because("合并"));
        // Then
        refused(itself, 422, "SUCCESSOR_UNFIT");
        refused(notYet, 422, "SUCCESSOR_UNFIT");
        refused(unnamed, 400, "VALIDATION_FAILED");
        assertEquals(before, Stored.below(merged));
    }

    private static String path(Register.Organization organization) {
        return Database.asOwner().query("select organization_path from party_organization where id = ?::uuid",
                row -> row.getString(1), organization.id()).get(0);
    }

    /** Rows whose path is not that of their organization, and organizations that do not stand below their superior. */
    private static Set<String> strays(Register.Organization... within) {
        var all = Database.asApplication().within(Stream.of(within).map(OrganizationMoveTest::path)
                .toArray(String[]::new));
        return Stream.of(
                "select 'organization ' || c.id from party_organization c join party_organization p on p.id = c.parent_id where c.organization_path !~ ('^' || p.organization_path || '[0-9a-z]{4}/$')",
                "select 'member ' || m.id from party_member m join party_organization o on o.id = m.organization_id where m.organization_path <> o.organization_path",
                "select 'roll ' || r.id from roll_period r join party_organization o on o.id = r.organization_id where r.organization_path <> o.organization_path")
                .flatMap(sql -> all.query(sql, row -> row.getString(1)).stream()).collect(Collectors.toSet());
    }

    private static String told(List<Response> answers) {
        return answers.stream().map(Response::asString).collect(Collectors.joining("\n"));
    }
}
