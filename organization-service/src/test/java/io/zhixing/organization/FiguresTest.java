package io.zhixing.organization;

import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.refused;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FiguresTest {

    private static final String FIGURES = "/organization/v1/figures";

    @Test
    void organizations_and_members_count_from_their_day_on_whenever_they_were_entered() {
        // Given
        var committee = committeeWithAMemberSince2012();
        // When
        var before = figures(committee, "2012-02-29", "");
        var since = figures(committee, "2012-03-01", "");
        var activated = figures(committee, "2013-01-04", "");
        // Then
        assertEquals(List.of("0", "0", "0", "0"), before.path("figures.value"));
        assertEquals(List.of("0", "1", "0", "0"), since.path("figures.value"));
        assertEquals(List.of("1", "1", "0", "0"), activated.path("figures.value"));
        activated.then().body("figures.code", is(List.of("ORG_COUNT", "MEMBER_COUNT",
                "KEY_TASK_COMPLETED_COUNT", "SECTOR_GUIDANCE_COUNT"))).body("figures.tree",
                        is(List.of("ON_DAY", "TODAY", "TODAY", "TODAY")));
    }

    @Test
    void what_was_entered_later_is_not_known_as_of_a_day() {
        // Given
        var before = Days.yesterday();
        var committee = committeeWithAMemberSince2012();
        // When
        var yesterday = figures(committee, "2016-12-31", "&asOf=" + before);
        var now = figures(committee, "2016-12-31", "&asOf=" + Days.today());
        // Then
        assertEquals(List.of("0", "0", "0", "0"), yesterday.path("figures.value"));
        assertEquals(List.of("1", "1", "0", "0"), now.path("figures.value"));
    }

    @ParameterizedTest
    @CsvSource({"2011-12-31, ''", "2012-03-01, ''", "2016-12-31, ''", "2016-12-31, &asOf=2016-12-31",
            "2016-12-31, TODAY"})
    void the_records_behind_a_figure_are_as_many_as_its_value(String to, String known) {
        // Given
        var committee = committeeWithAMemberSince2012();
        var asOf = known.replace("TODAY", "&asOf=" + Days.today());
        var reader = Tokens.of("READER", committee.code());
        // When
        var figures = Register.get(reader, address(committee, to, asOf));
        // Then
        List<String> values = figures.path("figures.value");
        List<String> records = figures.path("figures.records");
        for (int i = 0; i < values.size(); i++) {
            Register.get(reader, records.get(i) + "&count=true").then().statusCode(200).body("total",
                    is(Integer.parseInt(values.get(i))));
        }
    }

    @Test
    void committees_above_the_primary_ones_are_no_organizations_of_the_count() {
        // Given
        var root = new Register.Organization(Register.rootId(), Register.ROOT, null);
        var county = Register.below(root, "LOCAL_COMMITTEE");
        var town = Register.below(county, "PRIMARY_COMMITTEE");
        Register.activate(county, county.etag(), "2012-01-04").then().statusCode(200);
        Register.activate(town, town.etag(), "2012-01-04").then().statusCode(200);
        // When
        var figures = figures(county, "2016-12-31", "");
        // Then
        assertEquals("1", figures.path("figures[0].value"));
    }

    @Test
    void figures_are_asked_of_a_visible_organization_and_a_period() {
        // Given
        var mine = Register.branch();
        var other = Register.branch();
        var reader = Tokens.of("READER", mine.code());
        // When
        var outside = Register.get(reader, address(other, "2016-12-31", ""));
        var backwards = Register.get(reader, address(mine, "2009-12-31", ""));
        var unknowable = Register.get(reader, address(mine, "2016-12-31", "&asOf=" + Days.tomorrow()));
        var nothing = Register.get(reader, FIGURES);
        // Then
        refused(outside, 422, "REFERENCE_UNKNOWN");
        refused(backwards, 400, "PARAMETER_INVALID");
        refused(unknowable, 400, "PARAMETER_INVALID");
        refused(nothing, 400, "PARAMETER_REQUIRED");
    }

    /** A committee that is active since 2013-01-04, with a branch in preparation that has one member since 2012-03-01. */
    private static Register.Organization committeeWithAMemberSince2012() {
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        Register.activate(committee, committee.etag(), "2013-01-04").then().statusCode(200);
        Register.post(MEMBERS, MemberText.full(branch.id()).with("onRollFrom", "2012-03-01")).then().statusCode(201);
        return committee;
    }

    private static Response figures(Register.Organization organization, String to, String more) {
        var answer = Register.get(Register.officer(), address(organization, to, more));
        answer.then().statusCode(200);
        return answer;
    }

    private static String address(Register.Organization organization, String to, String more) {
        return FIGURES + "?organization=" + organization.code() + "&from=2010-01-01&to=" + to + more;
    }
}
