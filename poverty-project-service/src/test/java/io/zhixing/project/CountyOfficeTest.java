package io.zhixing.project;

import static io.zhixing.project.Fund.refused;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the county decides about a project is not decided by those whose grant is on the town or village where it lies. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class CountyOfficeTest {

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);
    private final Handler townApprover = new Handler("FUND_APPROVER", fund.village, Ids.next());
    private final Handler townCashier = new Handler("FUND_CASHIER", fund.village, Ids.next());

    @Test
    void a_town_s_approver_reviews_a_project_and_the_county_s_lets_it_into_the_library() {
        // Given
        var project = "projects/" + fund.villageClerk.makes("projects", fund.proposal());
        // When
        var reviewed = fund.move(townApprover.call(), project, "approve", "2016-04-20");
        var published = fund.move(townApprover.call(), project, "publish", "2016-05-03");
        // Then
        reviewed.then().statusCode(200);
        refused(published, 403, "FORBIDDEN");
        townApprover.call().get(Fund.BASE + project + "/transitions").then()
                .body("transitions.find { it.name == 'publish' }.reasons.code", hasItem("FORBIDDEN"));
        fund.taken(fund.approver, project, "publish", "2016-05-03");
        refused(fund.move(townApprover.call(), project, "list", "2016-05-12"), 403, "FORBIDDEN");
        fund.taken(fund.approver, project, "list", "2016-05-12");
        refused(fund.moveWith(townApprover.call(), project,
                Map.of("transition", "withdraw", "on", "2016-06-01", "comment", "不再实施")), 403, "FORBIDDEN");
        assertEquals("IN_LIBRARY", fund.state(project));
    }

    @Test
    void a_town_s_cashier_gives_no_project_the_county_s_money() {
        // Given
        var allocation = fund.allocation(fund.source(1_000), 1_000);
        var waiting = "projects/" + fund.listedProject();
        var funded = fund.funded(fund.listedProject(), 100);
        // When
        var funding = fund.moveWith(townCashier.call(), waiting, Fund.funding(allocation, 500));
        var further = Fund.approveBudget(townCashier.call(), funded, allocation, 500);
        // Then
        List.of(funding, further).forEach(one -> refused(one, 403, "FORBIDDEN"));
        assertEquals("IN_LIBRARY", fund.state(waiting));
        assertEquals(1_000, fund.left("fund-allocations/" + allocation));
    }

    @Test
    void what_the_county_announced_is_decided_by_the_county_and_what_the_village_announced_also_there() {
        // Given
        var announced = new Announced(fund);
        var project = announced.until("2016-05-10");
        var ofCounty = "notices/" + announced.noticeOf(project);
        var ofVillage = "notices/" + fund.villageClerk.makes("notices", Map.of("projectId", project, "kind", "ENTRY",
                "level", "VILLAGE", "startsOn", "2016-05-03", "endsOn", "2016-05-10"));
        var objection = "objections/" + announced.objectionTo(ofCounty.substring("notices/".length()), "2016-05-04");
        Map<String, Object> dismissal = Map.of("transition", "dismiss", "on", "2016-05-05", "comment", "已核实");
        // When
        var dismissed = fund.moveWith(townApprover.call(), objection, dismissal);
        fund.taken(fund.approver, objection, dismissal);
        var passed = fund.move(townApprover.call(), ofCounty, "pass", "2016-05-12");
        // Then
        List.of(dismissed, passed).forEach(one -> refused(one, 403, "FORBIDDEN"));
        townApprover.call().get(Fund.BASE + ofCounty + "/transitions").then()
                .body("transitions.find { it.name == 'pass' }.reasons.code", hasItem("FORBIDDEN"));
        fund.taken(townApprover, ofVillage, "pass", "2016-05-12");
        fund.taken(fund.approver, ofCounty, "pass", "2016-05-12");
    }

    @Test
    void what_the_county_announces_is_put_up_by_its_approvers_alone() {
        // Given
        var project = fund.villageClerk.makes("projects", fund.proposal());
        // When
        var byVillage = plan(fund.clerk(), project, "COUNTY");
        var byTown = plan(townApprover.call(), project, "COUNTY");
        var byClerkOfTheCounty = plan(fund.countyClerk(), project, "COUNTY");
        var ofTownByClerk = plan(fund.clerk(), project, "TOWN");
        // Then
        List.of(byVillage, byTown, byClerkOfTheCounty, ofTownByClerk).forEach(one -> refused(one, 403, "FORBIDDEN"));
        plan(fund.approver(), project, "COUNTY").then().statusCode(201);
        plan(townApprover.call(), project, "TOWN").then().statusCode(201);
        plan(fund.clerk(), project, "VILLAGE").then().statusCode(201);
    }

    private static Response plan(RequestSpecification by, String project, String level) {
        return by.body(Map.of("projectId", project, "kind", "PLAN", "level", level, "startsOn", "2016-05-03", "endsOn",
                "2016-05-10")).post(Fund.BASE + "notices");
    }

    /** A province's root above the city, and a working committee between the county and its town. */
    @Test
    void county_and_town_are_found_by_what_they_are_however_many_committees_stand_above_them() {
        // Given
        var province = City.root("440000");
        var city = City.below(province, "LOCAL_COMMITTEE", "441200");
        var county = City.county(city);
        var town = City.below(City.below(county, "WORKING_COMMITTEE", "441223"));
        var deep = new Fund(province, county, City.below(town, "PRIMARY_COMMITTEE", "441223100201"));
        var ofTown = new Handler("FUND_APPROVER", town, Ids.next());
        var ofVillage = new Handler("FUND_APPROVER", deep.village, Ids.next());
        var project = deep.villageClerk.makes("projects", deep.proposal());
        deep.taken(ofTown, "projects/" + project, "approve", "2016-04-20");
        // When
        var byTown = deep.move(ofTown.call(), "projects/" + project, "publish", "2016-05-03");
        var ofTownByVillage = plan(ofVillage.call(), project, "TOWN");
        // Then
        List.of(byTown, ofTownByVillage).forEach(one -> refused(one, 403, "FORBIDDEN"));
        plan(ofTown.call(), project, "TOWN").then().statusCode(201);
        deep.move(deep.approver(), "projects/" + project, "publish", "2016-05-03").then().statusCode(200);
    }

    @Test
    void a_zone_under_the_city_decides_like_a_county_and_a_committee_of_the_city_s_own_offices_does_not() {
        // Given
        var zone = City.below(fund.city, "WORKING_COMMITTEE", "441284450");
        var offices = City.below(fund.city, "WORKING_COMMITTEE", "441200");
        // When
        var inTheZone = published(new Fund(fund.city, zone, City.below(zone, "PRIMARY_COMMITTEE", "441284450")));
        var inTheCity = published(new Fund(fund.city, offices, City.below(offices, "PRIMARY_COMMITTEE", "441200")));
        // Then
        inTheZone.then().statusCode(200);
        refused(inTheCity, 403, "FORBIDDEN");
    }

    /** By the approver of what stands second. */
    private static Response published(Fund fund) {
        var project = "projects/" + fund.villageClerk.makes("projects", fund.proposal());
        fund.taken(fund.approver, project, "approve", "2016-04-20");
        return fund.move(fund.approver(), project, "publish", "2016-05-03");
    }

    @Test
    void an_order_is_neither_approved_nor_sent_by_the_town() {
        // Given
        var budget = fund.budget(1_000);
        var order = "disbursements/" + orders.submitted(budget, 600);
        // When
        var approved = fund.move(townApprover.call(), order, "approve", "2016-09-02");
        fund.taken(fund.approver, order, "approve", "2016-09-02");
        var sent = fund.move(townCashier.call(), order, "send", "2016-09-03");
        // Then
        List.of(approved, sent).forEach(one -> refused(one, 403, "FORBIDDEN"));
        assertEquals("APPROVED", fund.state(order));
        assertEquals(400, fund.available(budget));
    }
}
