package io.zhixing.organization;

import static io.zhixing.organization.Campaigning.ACTIONS;
import static io.zhixing.organization.Campaigning.BODIES;
import static io.zhixing.organization.Campaigning.CAMPAIGNS;
import static io.zhixing.organization.Campaigning.campaign;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.event.TopicEvent;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CampaignTest {

    private Register.Organization county;
    private Register.Organization town;
    private Register.Organization branch;

    @BeforeEach
    void settle() {
        county = Register.committee();
        town = Register.below(county, "PRIMARY_COMMITTEE");
        branch = Register.below(town, "BRANCH");
    }

    @Test
    void a_campaign_is_read_above_and_below_its_owner_and_changed_by_its_owner_alone() {
        // Given
        var campaign = CAMPAIGNS + "/" + Campaigning.opened(town);
        var below = Tokens.of("CAMPAIGN_OFFICER", branch.code());
        var beside = Tokens.of("CAMPAIGN_OFFICER", Register.below(county, "PRIMARY_COMMITTEE").code());
        var renamed = new Body().with("on", "2016-05-01").with("nameZh", "新名称");
        // When
        var read = Register.get(below, campaign);
        var hidden = Register.get(beside, campaign);
        var byBelow = Register.patch(below, campaign, "\"v1\"", renamed);
        var byOwner = Register.patch(Tokens.of("CAMPAIGN_OFFICER", town.code()), campaign, "\"v1\"", renamed);
        // Then
        read.then().statusCode(200).body("nameZh", is("示例活动"));
        refused(hidden, 404, "NOT_FOUND");
        refused(byBelow, 403, "FORBIDDEN");
        byOwner.then().statusCode(200).body("nameZh", is("新名称")).body("to", is("2017-04-26"));
        assertEquals(List.of(1L, 2L), OutboxProbe.ofTheService().events(read.path("id"), 2).stream()
                .map(TopicEvent::version).toList());
    }

    @Test
    void a_sub_campaign_lies_within_its_parents_days_and_below_its_owner() {
        // Given
        var parent = Campaigning.opened(town);
        var before = Stored.below(county);
        // When
        var early = Register.post(CAMPAIGNS,
                campaign(branch, "2016-02-27", "2016-12-31").with("parentCampaignId", parent));
        var late = Register.post(CAMPAIGNS,
                campaign(branch, "2016-03-01", "2017-04-27").with("parentCampaignId", parent));
        var above = Register.post(CAMPAIGNS, campaign(county).with("parentCampaignId", parent));
        var backwards = Register.post(CAMPAIGNS, campaign(town, "2016-03-01", "2016-02-29"));
        var orphan = Register.post(CAMPAIGNS, campaign(town).with("parentCampaignId", county.id()));
        assertEquals(before, Stored.below(county));
        var within = Register.post(CAMPAIGNS, campaign(branch).with("parentCampaignId", parent));
        var longer = Register.patch(officer(), CAMPAIGNS + "/" + within.path("id"), "\"v1\"",
                new Body().with("on", "2017-04-01").with("to", "2017-05-31"));
        // Then
        refused(early, 422, "OUTSIDE_CAMPAIGN_DAYS");
        refused(late, 422, "OUTSIDE_CAMPAIGN_DAYS");
        refused(above, 422, "CAMPAIGN_ELSEWHERE");
        refused(backwards, 422, "DAYS_INCONSISTENT");
        refused(orphan, 422, "REFERENCE_UNKNOWN");
        within.then().statusCode(201).body("parentCampaignId", is(parent));
        refused(longer, 422, "OUTSIDE_CAMPAIGN_DAYS");
        Register.get(officer(), CAMPAIGNS + "?parent=" + parent).then().body("items.id",
                is(List.of(within.<String>path("id"))));
    }

    @Test
    void a_campaign_never_becomes_shorter_and_a_change_changes_something() {
        // Given
        var campaign = CAMPAIGNS + "/" + Campaigning.opened(town);
        var before = Stored.below(county);
        // When
        var shorter = change(campaign, new Body().with("on", "2016-05-01").with("to", "2017-04-25"));
        var nothing = change(campaign, new Body().with("on", "2016-05-01").with("to", "2017-04-26"));
        var tomorrow = change(campaign, new Body().with("on", "2999-01-01").with("nameEn", "Other"));
        assertEquals(before, Stored.below(county));
        var longer = change(campaign, new Body().with("on", "2016-05-01").with("to", "2017-06-30"));
        var stale = change(campaign, new Body().with("on", "2016-05-01").with("to", "2017-07-31"));
        var earlier = Register.patch(officer(), campaign, "\"v2\"",
                new Body().with("on", "2016-04-30").with("to", "2017-07-31"));
        // Then
        refused(shorter, 422, "CAMPAIGN_ONLY_EXTENDED");
        refused(nothing, 422, "CORRECTION_CHANGES_NOTHING");
        refused(tomorrow, 422, "DAY_IN_FUTURE");
        longer.then().statusCode(200).body("to", is("2017-06-30"));
        refused(stale, 412, "PRECONDITION_FAILED");
        refused(earlier, 422, "DAYS_INCONSISTENT");
    }

    @Test
    void of_many_campaigns_with_one_code_at_once_one_is_opened() {
        // Given
        var body = campaign(town);
        // When
        var answers = Race.of(8, i -> Register.post(CAMPAIGNS, body));
        // Then
        assertEquals(1, Race.won(answers).size());
        assertEquals(List.of("CAMPAIGN_CODE_TAKEN"), Race.lost(answers));
    }

    @Test
    void a_body_has_its_seats_by_post_and_by_day() {
        // Given
        var campaign = Campaigning.opened(town);
        var body = BODIES + "/" + Campaigning.made(BODIES, Campaigning.body(campaign, town));
        // When
        var second = Register.post(BODIES, Campaigning.body(campaign, town));
        var bare = take(body, stepOf("reseat", "2016-09-01"));
        var early = take(body, stepOf("reseat", "2016-02-29").raw("seats", Campaigning.seats(town, "SECRETARY")));
        var reseated = take(body,
                stepOf("reseat", "2016-09-01").raw("seats", Campaigning.seats(branch, "DEPUTY_SECRETARY")));
        // Then
        refused(second, 409, "BODY_ALREADY_OPEN");
        refused(bare, 422, "BODY_WITHOUT_SEATS");
        refused(early, 422, "TRANSITION_DAY_INVALID");
        reseated.then().statusCode(200).body("version", is(2));
        seats(body, "2016-08-31").then().body("items.post", is(List.of("SECRETARY")));
        seats(body, "2016-09-01").then().body("items.post", is(List.of("DEPUTY_SECRETARY")));
        Register.get(Tokens.of("READER", branch.code()), body + "/seats").then().body("items.size()", is(2));
        take(body, stepOf("end", "2017-04-26")).then().statusCode(200).body("state", is("ENDED"));
        seats(body, "2017-04-26").then().body("items", empty());
        Campaigning.made(BODIES, Campaigning.body(campaign, town));   // the next one, after the first has ended
    }

    @Test
    void of_many_bodies_of_one_kind_at_once_one_is_set_up() {
        // Given
        var body = Campaigning.body(Campaigning.opened(town), town);
        // When
        var answers = Race.of(6, i -> Register.post(BODIES, body));
        // Then
        assertEquals(1, Race.won(answers).size());
        assertEquals(List.of("BODY_ALREADY_OPEN"), Race.lost(answers));
    }

    @Test
    void a_body_is_set_up_where_the_campaign_reaches_and_with_known_posts() {
        // Given
        var campaign = Campaigning.opened(town);
        var before = Stored.below(county);
        // When
        var above = Register.post(BODIES, Campaigning.body(campaign, county));
        var tomorrow = Register.post(BODIES, Campaigning.body(campaign, town).with("setUpOn", "2999-01-01"));
        var unseen = Register.post(Tokens.of("CAMPAIGN_OFFICER", town.code()), BODIES,
                Campaigning.body(campaign, town).raw("seats", Campaigning.seats(county, "SECRETARY")));
        // Then
        refused(above, 422, "CAMPAIGN_ELSEWHERE");
        refused(tomorrow, 422, "DAY_IN_FUTURE");
        tomorrow.then().body("errors.pointer", is(List.of("/setUpOn")));
        refused(unseen, 422, "REFERENCE_UNKNOWN");
        assertEquals(before, Stored.below(county));
        Register.get(officer(), BODIES + "?campaign=" + campaign).then().body("items", empty());
    }

    @Test
    void the_owner_prescribes_and_every_organization_below_adds_actions_of_its_own() {
        // Given
        var campaign = Campaigning.opened(town);
        var secretary = Tokens.of("BRANCH_SECRETARY", branch.code());
        var prescribed = Campaigning.action(campaign, town, "PRESCRIBED");
        // When
        var byOwner = Register.post(ACTIONS, prescribed.raw("sectors", "[\"RURAL\",\"RURAL\"]"));
        var again = Register.post(ACTIONS, prescribed);
        var byBranch = Register.post(officer(), ACTIONS, Campaigning.action(campaign, branch, "PRESCRIBED"));
        var optional = Register.post(secretary, ACTIONS, Campaigning.action(campaign, branch, "OPTIONAL"));
        var elsewhere = Register.post(ACTIONS, Campaigning.action(campaign, county, "OPTIONAL"));
        var untyped = Register.post(ACTIONS,
                Campaigning.action(campaign, town, "OPTIONAL").raw("obligedTypes", "[\"CLUB\"]"));
        var unsectored = Register.post(ACTIONS,
                Campaigning.action(campaign, town, "OPTIONAL").raw("sectors", "[\"SPACE\"]"));
        // Then
        byOwner.then().statusCode(201).body("sectors", is(List.of("RURAL")));
        refused(again, 409, "ACTION_TITLE_TAKEN");
        refused(byBranch, 422, "ACTION_PRESCRIBED_BY_OWNER");
        optional.then().statusCode(201);
        refused(elsewhere, 422, "CAMPAIGN_ELSEWHERE");
        untyped.then().statusCode(400);
        unsectored.then().statusCode(400);
        Register.get(secretary, ACTIONS + "?count=true&campaign=" + campaign).then().body("total", is(2));
        Register.get(secretary, ACTIONS + "/" + byOwner.path("id")).then().statusCode(200);
    }

    @Test
    void a_campaign_moves_with_its_owner() {
        // Given
        var campaign = CAMPAIGNS + "/" + Campaigning.opened(town);
        var other = Register.committee();
        Register.step(officer(), Register.ORGANIZATIONS + "/" + town.id(), town.etag(),
                stepOf("reassign", "2016-05-01").with("parentId", other.id()).with("code", Register.codeBelow(other))
                        .with("comment", "隶属调整"))
                .then().statusCode(200);
        // When
        var former = Register.get(Tokens.of("READER", county.code()), campaign);
        var present = Register.get(Tokens.of("READER", other.code()), campaign);
        var below = Register.get(Tokens.of("READER", branch.id()), campaign);
        // Then
        refused(former, 404, "NOT_FOUND");
        present.then().statusCode(200);
        below.then().statusCode(200);
    }

    private static Response change(String campaign, Body body) {
        return Register.patch(officer(), campaign, "\"v1\"", body);
    }

    private static Response take(String address, Body move) {
        return Register.step(officer(), address, Register.tag(address), move);
    }

    private static Response seats(String body, String on) {
        return Register.get(officer(), body + "/seats?on=" + on);
    }
}
