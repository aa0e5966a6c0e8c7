package io.zhixing.organization;

import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.database.Statements;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Correction periods, appraisals and rectification as evaluation-service tells them, on member and branch. */
@QuarkusTest
class WhatComesBackTest {

    private Register.Organization branch;
    private String member;

    @BeforeEach
    void settle() {
        branch = Register.branch();
        member = Register.member(branch);
    }

    @Test
    void a_correction_period_stands_on_the_member_beside_his_grade_until_it_is_decided() {
        // Given
        Standing.of(member).grade("UNQUALIFIED").arrive();
        var period = Told.correction(member).arrives();
        var open = member();
        var ofBranch = standing(branch);
        // When
        period.with("state", "CORRECTED").with("effectiveOn", "2017-10-09").arrives();
        period.again();
        // Then
        open.then().body("standing.grade", is("UNQUALIFIED")).body("standing.correction",
                is(Map.of("year", 2016, "until", "2017-12-31", "state", "OPEN")));
        ofBranch.then().body("underCorrection", is(1));
        member().then().body("standing.correction.state", is("CORRECTED"));
        standing(branch).then().body("underCorrection", is(0));
        Register.get(Tokens.of("READER", branch.code()), MEMBERS).then().body("items.standing.correction.state",
                is(List.of("CORRECTED")));
    }

    @Test
    void a_correction_period_is_work_of_the_branch_when_it_ends() {
        // Given
        var period = Told.correction(member).arrives();
        var days = List.of(work("2017-12-23"), work("2017-12-24"), work("2018-01-01"));
        // When
        period.with("state", "REMOVED").arrives();
        // Then
        assertEquals(List.of(List.of(), List.of("CORRECTION_PERIOD_ENDING DUE " + branch.code()),
                List.of("CORRECTION_PERIOD_ENDING OVERDUE " + branch.code())), days);
        assertEquals(List.of(), work("2018-01-01"));
    }

    @Test
    void a_branch_shows_its_newest_confirmed_appraisal_with_its_counts() {
        // Given
        var before = standing(branch);
        Told.round(branch).year(2015).with("effectiveOn", "2016-01-20").arrives();
        Told.round(branch).count("excellent", 5).count("qualified", 14).arrives();
        // When
        Told.round(branch).year(2017).with("state", "DRAFT").without("counts").arrives();
        // Then
        before.then().statusCode(200).body("appraisal", nullValue()).body("rectification", nullValue())
                .body("underCorrection", is(0));
        standing(branch).then().body("appraisal.year", is(2016)).body("appraisal.roll", is(23))
                .body("appraisal.graded", is(20)).body("appraisal.excellent", is(5))
                .body("appraisal.qualified", is(14)).body("appraisal.confirmedOn", is("2017-01-20"));
    }

    @Test
    void a_round_that_was_confirmed_and_then_superseded_gives_way_to_the_newer_one() {
        // Given
        Told.round(branch).arrives();
        // When
        Told.round(branch).with("effectiveOn", "2017-03-01").count("excellent", 4).arrives();
        // Then
        standing(branch).then().body("appraisal.excellent", is(4)).body("appraisal.confirmedOn", is("2017-03-01"));
    }

    @Test
    void a_branch_shows_how_far_its_rectification_is() {
        // Given
        var weak = Told.weakCase(branch).with("state", "CONFIRMED").arrives();
        var confirmed = standing(branch);
        // When
        weak.with("state", "COUNTY_ACCEPTED").with("effectiveOn", "2016-11-30").arrives();
        // Then
        confirmed.then().body("rectification", is(Map.of("year", 2016, "category", "WEAK_ORGANIZATION", "state",
                "CONFIRMED", "changedOn", "2016-05-04")));
        standing(branch).then().body("rectification.state", is("COUNTY_ACCEPTED")).body("rectification.changedOn",
                is("2016-11-30"));
    }

    @Test
    void what_is_told_of_an_organization_is_seen_where_it_is_seen() {
        // Given
        Told.weakCase(branch).with("state", "CONFIRMED").arrives();
        var stranger = Tokens.of("READER", Register.branch().code());
        // When
        var own = Register.get(Tokens.of("READER", branch.code()), address(branch.id()));
        var other = Register.get(stranger, address(branch.id()));
        var nobody = Register.get(officer(), address(Ids.next().toString()));
        // Then
        own.then().statusCode(200).body("rectification", notNullValue());
        refused(other, 404, "NOT_FOUND");
        refused(nobody, 404, "NOT_FOUND");
        assertEquals(List.of(0L), Database.asApplication().query("select count(*) from rectification_ref",
                row -> row.getLong(1)));
    }

    @Test
    void the_standing_of_an_organization_is_one_statement() {
        // Given
        standing(branch).then().statusCode(200);
        // When
        var statements = Statements.of(Database.asApplication(), () -> standing(branch));
        // Then: the scope with the organization, and what is told of it
        assertEquals(2, statements.count(), statements.toString());
    }

    private List<String> work(String day) {
        return Outstanding.below(branch, day, "CORRECTION_PERIOD_ENDING");
    }

    private Response member() {
        return Register.get(officer(), MEMBERS + "/" + member);
    }

    private static Response standing(Register.Organization organization) {
        return Register.get(officer(), address(organization.id()));
    }

    private static String address(String organization) {
        return "/organization/v1/organizations/" + organization + "/standing";
    }
}
