package io.zhixing.organization;

import static io.zhixing.organization.Away.ITEMS;
import static io.zhixing.organization.Away.SCREENINGS;
import static io.zhixing.organization.Away.SHEETS;
import static io.zhixing.organization.Away.screening;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ScreeningTest {

    private Register.Organization county;
    private Register.Organization town;
    private Register.Organization branch;
    private String screening;
    private String sheet;

    @BeforeEach
    void open() {
        county = Register.committee();
        town = Register.below(county, "PRIMARY_COMMITTEE");
        branch = Register.below(town, "BRANCH");
        Register.member(branch);
        Register.member(branch);
        var answer = Register.post(SCREENINGS, screening(county));
        answer.then().statusCode(201);
        screening = answer.path("id");
        sheet = Away.only(SHEETS, "screening=" + screening);
    }

    @Test
    void every_branch_answers_for_every_member_and_the_run_closes_when_nothing_is_left() {
        // Given
        var items = items();
        // When
        var early = take(clerk(), SHEETS + "/" + sheet, stepOf("self-check", "2016-04-01"));
        var confirmed = take(clerk(), ITEMS + "/" + items.get(0), stepOf("confirm", "2016-04-01"));
        var reported = take(clerk(), ITEMS + "/" + items.get(1),
                stepOf("report", "2016-04-01").with("finding", "LOST_CONTACT").with("action", "RESTORE_CONTACT"));
        var checked = take(clerk(), SHEETS + "/" + sheet, stepOf("self-check", "2016-04-02"));
        var reviewed = take(above(), SHEETS + "/" + sheet, stepOf("review", "2016-04-10"));
        var unfinished = take(officer(), SCREENINGS + "/" + screening, stepOf("close", "2016-05-01"));
        var settled = take(clerk(), ITEMS + "/" + items.get(1), stepOf("settle", "2016-05-02"));
        var closed = take(officer(), SCREENINGS + "/" + screening, stepOf("close", "2016-05-03"));
        // Then
        refused(early, 409, "SHEET_UNCHECKED");
        confirmed.then().statusCode(200).body("finding", is("NORMAL")).body("action", is("CONFIRM"));
        reported.then().statusCode(200).body("state", is("REPORTED"));
        checked.then().statusCode(200).body("unchecked", is(0)).body("pending", is(1));
        reviewed.then().statusCode(200).body("state", is("REVIEWED"));
        refused(unfinished, 409, "SCREENING_UNFINISHED");
        settled.then().statusCode(200);
        closed.then().statusCode(200).body("state", is("CLOSED"));
    }

    @Test
    void the_progress_of_any_subtree_is_a_sum_over_its_sheets() {
        // Given
        take(clerk(), ITEMS + "/" + items().get(0), stepOf("confirm", "2016-04-01")).then().statusCode(200);
        // When
        var progress = Register.get(officer(),
                SHEETS + "?count=true&screening=" + screening + "&organization=" + town.code());
        // Then
        progress.then().body("total", is(1)).body("sums.members", is(2)).body("sums.unchecked", is(1))
                .body("sums.pending", is(0));
        Register.get(officer(), ITEMS + "?count=true&state=UNCHECKED&screening=" + screening).then().body("total",
                is(1));
    }

    @Test
    void a_member_is_checked_once_and_a_checked_sheet_stays_as_it_is_until_it_is_returned() {
        // Given
        var items = items();
        take(clerk(), ITEMS + "/" + items.get(0), stepOf("confirm", "2016-04-01"));
        // When
        var twice = take(clerk(), ITEMS + "/" + items.get(0), stepOf("confirm", "2016-04-02"));
        var race = Race.of(4, i -> Register.step(clerk(), ITEMS + "/" + items.get(1), "\"v1\"",
                stepOf("confirm", "2016-04-02")));
        var checked = take(clerk(), SHEETS + "/" + sheet, stepOf("self-check", "2016-04-03"));
        var unfounded = take(above(), SHEETS + "/" + sheet, stepOf("return", "2016-04-04"));
        var returned = take(above(), SHEETS + "/" + sheet, stepOf("return", "2016-04-04").with("comment", "请复核"));
        // Then
        refused(twice, 409, "TRANSITION_NOT_AVAILABLE");
        assertEquals(List.of(200, 412, 412, 412), race.stream().map(Response::statusCode).sorted().toList());
        checked.then().statusCode(200);
        refused(unfounded, 422, "STEP_REASON_REQUIRED");
        returned.then().statusCode(200).body("state", is("OPEN"));
    }

    @Test
    void what_was_answered_on_a_returned_sheet_is_taken_back_and_answered_anew_and_both_stay_in_its_history() {
        // Given
        var items = items();
        items.forEach(item -> take(clerk(), ITEMS + "/" + item, stepOf("confirm", "2016-04-01")));
        var item = ITEMS + "/" + items.get(0);
        var early = take(clerk(), item, stepOf("take-back", "2016-04-02"));
        take(clerk(), SHEETS + "/" + sheet, stepOf("self-check", "2016-04-03")).then().statusCode(200);
        var before = Stored.below(town);
        var checked = take(clerk(), item, stepOf("take-back", "2016-04-04"));
        var after = Stored.below(town);
        take(above(), SHEETS + "/" + sheet, stepOf("return", "2016-04-05").with("comment", "请复核")).then()
                .statusCode(200);
        // When
        var back = take(clerk(), item, stepOf("take-back", "2016-04-06").with("comment", "误答"));
        var unchecked = take(clerk(), SHEETS + "/" + sheet, stepOf("self-check", "2016-04-06"));
        var anew = take(clerk(), item,
                stepOf("report", "2016-04-06").with("finding", "LOST_CONTACT").with("action", "RESTORE_CONTACT"));
        var again = take(clerk(), SHEETS + "/" + sheet, stepOf("self-check", "2016-04-07"));
        var late = take(clerk(), item, stepOf("take-back", "2016-04-08"));
        // Then
        refused(early, 409, "SHEET_NOT_RETURNED");
        refused(checked, 409, "SHEET_NOT_RETURNED");
        assertEquals(before, after);
        back.then().statusCode(200).body("state", is("UNCHECKED")).body("finding", nullValue());
        refused(unchecked, 409, "SHEET_UNCHECKED");
        anew.then().statusCode(200).body("finding", is("LOST_CONTACT"));
        again.then().statusCode(200).body("pending", is(1));
        refused(late, 409, "SHEET_NOT_RETURNED");
        Register.get(clerk(), item + "/history").then()
                .body("items.step", is(List.of("confirm", "take-back", "report")))
                .body("items[1].comment", is("NORMAL CONFIRM: 误答"));
    }

    @Test
    void nobody_reviews_what_he_checked_and_no_branch_its_own_sheet() {
        // Given
        var items = items();
        items.forEach(item -> take(clerk(), ITEMS + "/" + item, stepOf("confirm", "2016-04-01")));
        take(clerk(), SHEETS + "/" + sheet, stepOf("self-check", "2016-04-03")).then().statusCode(200);
        // When
        var bySame = take(Tokens.grant("CAMPAIGN_OFFICER", Register.ROOT).subject("clerk").token(),
                SHEETS + "/" + sheet, stepOf("review", "2016-04-04"));
        var byBranch = take(Tokens.grant("CAMPAIGN_OFFICER", branch.code()).subject("other").token(),
                SHEETS + "/" + sheet, stepOf("review", "2016-04-04"));
        // Then
        refused(bySame, 409, "SUBMITTER_APPROVES");
        refused(byBranch, 403, "FORBIDDEN");
    }

    @Test
    void what_cannot_be_opened_or_reported_is_refused() {
        // Given
        var item = ITEMS + "/" + items().get(0);
        // When
        var second = Register.post(SCREENINGS, screening(town));
        var overBranch = Register.post(SCREENINGS, screening(branch));
        var backwards = Register.post(SCREENINGS, screening(town).with("to", "2016-02-29"));
        var again = Register.post(SCREENINGS, screening(town));
        var normal = take(clerk(), item,
                stepOf("report", "2016-04-01").with("finding", "NORMAL").with("action", "CORRECT"));
        var idle = take(clerk(), item, stepOf("report", "2016-04-01").with("finding", "POCKET"));
        // Then
        second.then().statusCode(201);   // a town's own run beside the county's
        refused(overBranch, 422, "SCREENING_ABOVE_BRANCHES");
        refused(backwards, 422, "DAYS_INCONSISTENT");
        refused(again, 409, "SCREENING_ALREADY_OPEN");
        refused(normal, 422, "SCREENING_FINDING_INCOMPLETE");
        refused(idle, 422, "SCREENING_FINDING_INCOMPLETE");
    }

    @Test
    void a_branch_sees_the_run_of_which_it_has_a_sheet() {
        // Given
        var reader = Tokens.of("READER", branch.code());
        var stranger = Tokens.of("READER", Register.branch().code());
        // When
        var own = Register.get(reader, SCREENINGS + "/" + screening);
        var other = Register.get(stranger, SCREENINGS + "/" + screening);
        // Then
        own.then().statusCode(200);
        refused(other, 404, "NOT_FOUND");
    }

    @Test
    void a_run_is_opened_and_closed_by_the_county_and_by_nobody_below_it() {
        // Given
        var second = Register.below(county, "PRIMARY_COMMITTEE");
        var before = Stored.below(county);
        var ofTheTown = Tokens.grant("CAMPAIGN_OFFICER", second.code()).subject("town").token();
        var ofTheCounty = Tokens.grant("CAMPAIGN_OFFICER", county.code()).subject("county").token();
        // When
        var byTown = Register.post(ofTheTown, SCREENINGS, screening(second));
        var unchanged = Stored.below(county);
        var byCounty = Register.post(ofTheCounty, SCREENINGS, screening(second));
        var address = SCREENINGS + "/" + byCounty.path("id");
        var closedByTown = take(ofTheTown, address, stepOf("close", "2016-07-01"));
        var toClose = List.of(waits(ofTheTown, second), waits(ofTheCounty, second));
        var closed = take(ofTheCounty, address, stepOf("close", "2016-07-01"));
        // Then
        refused(byTown, 403, "FORBIDDEN");
        assertEquals(before, unchanged);
        byCounty.then().statusCode(201);
        refused(closedByTown, 403, "FORBIDDEN");
        assertEquals(List.of(0, 1), toClose);
        closed.then().statusCode(200).body("state", is("CLOSED"));
    }

    @Test
    void the_sheet_of_a_branch_below_a_general_branch_is_reviewed_by_the_primary_committee() {
        // Given
        var general = Register.below(town, "GENERAL_BRANCH");
        var below = Register.below(general, "BRANCH");
        var run = Register.post(SCREENINGS, screening(town)).<String>path("id");
        var address = SHEETS + "/" + Away.only(SHEETS, "screening=" + run + "&organization=" + below.code());
        take(Tokens.grant("BRANCH_CLERK", below.code()).subject("clerk").token(), address,
                stepOf("self-check", "2016-04-02")).then().statusCode(200);
        var ofGeneral = Tokens.grant("CAMPAIGN_OFFICER", general.code()).subject("general").token();
        // When
        var byGeneral = take(ofGeneral, address, stepOf("review", "2016-04-03"));
        var toReview = List.of(waits(ofGeneral, below), waits(above(), below));
        var byCommittee = take(above(), address, stepOf("review", "2016-04-03"));
        // Then
        refused(byGeneral, 403, "FORBIDDEN");
        assertEquals(List.of(0, 1), toReview);
        byCommittee.then().statusCode(200).body("state", is("REVIEWED"));
    }

    /** Items for this caller to act on about the screening of this organization, by the day after its end. */
    private static int waits(String token, Register.Organization about) {
        return Register
                .get(token, "/organization/v1/work-items?count=true&forMe=true&on=2016-07-01&kind=SCREENING_TO_CLOSE"
                        + "&kind=SCREENING_TO_REVIEW&organization=" + about.code())
                .path("total");
    }

    private List<String> items() {
        return Register.get(officer(), ITEMS + "?sheet=" + sheet).path("items.id");
    }

    private String clerk() {
        return Tokens.grant("BRANCH_CLERK", branch.code()).subject("clerk").token();
    }

    private String above() {
        return Tokens.grant("CAMPAIGN_OFFICER", town.code()).subject("above").token();
    }

    private static Response take(String token, String address, Body move) {
        return Register.step(token, address, Register.tag(address), move);
    }
}
