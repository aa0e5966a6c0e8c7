package io.zhixing.organization;

import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.refused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
class YearlyStatisticsTest {

    @Test
    void a_year_counts_what_stood_on_its_last_day_and_what_happened_in_it() {
        // Given
        var committee = Turn.active(Register.committee());
        var branch = Register.below(committee, "BRANCH");
        for (int i = 0; i < 3; i++) {
            Register.member(branch);
        }
        Register.post(MEMBERS,
                MemberText.full(branch.id()).with("joinedOn", "2013-05-01").with("fullSince", "2014-05-01")
                        .with("onRollFrom", "2013-05-01"))
                .then().statusCode(201);
        Register.activate(branch, branch.etag(), "2013-01-04").then().statusCode(200);
        var ended = Turn.active(Register.below(committee, "PRIMARY_COMMITTEE"));
        Turn.of(ended, "dissolve", "2013-06-01", Turn.because("撤销")).then().statusCode(200);
        // When
        var of2012 = statistics(committee, "2012");
        var of2013 = statistics(committee, "2013");
        // Then
        of2012.then().body("rows.primaryCommittees", is(List.of(2))).body("rows.branches", is(List.of(0)))
                .body("rows.members", is(List.of(3))).body("rows.begun", is(List.of(2))).body("rows.ended",
                        is(List.of(0)));
        of2013.then().body("on", is("2013-12-31")).body("rows.primaryCommittees", is(List.of(1)))
                .body("rows.branches", is(List.of(1))).body("rows.members", is(List.of(4)))
                .body("rows.fullMembers", is(List.of(3))).body("rows.joined", is(List.of(1)))
                .body("rows.begun", is(List.of(1))).body("rows.ended", is(List.of(1)));
    }

    @Test
    void the_organizations_of_a_row_are_as_many_as_it_says() {
        // Given
        var committee = Turn.active(Register.committee());
        var rural = Register.below(committee, "PRIMARY_COMMITTEE");
        Turn.of(rural, "change-type", "2012-01-04", Turn.because("归类").with("sector", "RURAL")).then().statusCode(200);
        Turn.of(rural, "activate", "2012-01-04", new Body()).then().statusCode(200);
        // When
        var rows = statistics(committee, "2016");
        // Then
        List<String> records = rows.path("rows.organizations");
        List<Integer> committees = rows.path("rows.primaryCommittees");
        rows.then().body("rows.primaryCommittees", is(List.of(1, 1)));
        for (int i = 0; i < records.size(); i++) {
            Register.get(Register.officer(), records.get(i) + "&count=true").then().statusCode(200).body("total",
                    is(committees.get(i)));
        }
    }

    @Test
    void a_table_is_asked_of_a_year_in_which_the_organization_stood() {
        // Given
        var committee = Register.committee();
        // When
        var early = statistics(committee, "2009");
        var noYear = statistics(committee, "last");
        // Then
        refused(early, 422, "ORGANIZATION_NOT_YET_SET_UP");
        early.then().body("detail", containsString("2010-07-01"));
        refused(noYear, 400, "PARAMETER_INVALID");
    }

    private static Response statistics(Register.Organization organization, String year) {
        return Register.get(Register.officer(), "/organization/v1/register/yearly-statistics?organization="
                + organization.id() + "&year=" + year);
    }
}
