package io.zhixing.organization;

import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.refused;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
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

    @Test
    void an_organization_whose_end_was_entered_later_counts_as_far_as_was_known() {
        // Given
        var committee = Turn.active(Register.committee());
        var gone = Turn.emptyBranch(committee);
        knownForTenDays(committee, gone);
        Turn.taken(gone, "dissolve", "2016-03-01", Turn.because("撤销"));
        var yesterday = "&asOf=" + Days.yesterday();
        // When, Then
        assertEquals("2", organizations(committee, "2016-12-31", yesterday));
        assertEquals("1", organizations(committee, "2016-12-31", "&asOf=" + Days.today()));
        assertEquals("1", organizations(committee, "2016-12-31", ""));
        assertEquals("2", organizations(committee, "2016-02-29", ""));
        assertEquals("1", organizations(gone, "2016-12-31", yesterday));
        assertEquals("0", organizations(gone, "2016-12-31", ""));
        assertEquals(List.of(2, 1), Stream.of(yesterday, "&asOf=" + Days.today()).map(known -> Register
                .get(Register.officer(), Register.ORGANIZATIONS + "?count=true&activeOn=2016-12-31&organization="
                        + committee.code() + known)
                .<Integer>path("total")).toList());
    }

    @Test
    void one_that_is_restored_counts_once_in_what_was_known_on_each_day() {
        // Given
        var committee = Turn.active(Register.committee());
        knownForTenDays(committee);
        Turn.taken(committee, "dissolve", "2016-03-01", Turn.because("撤销"));
        knownForTenDays(committee);
        Turn.taken(committee, "restore", "2016-05-01", Turn.because("恢复"));
        // When, Then
        assertEquals("1", organizations(committee, "2016-12-31", ""));
        assertEquals("0", organizations(committee, "2016-12-31", "&asOf=" + Days.yesterday()));
        assertEquals("0", organizations(committee, "2016-03-31", ""));
    }

    @Test
    void a_merger_that_was_entered_later_leaves_the_merged_one_where_it_stood_in_what_was_known() {
        // Given
        var from = Turn.active(Register.committee());
        var merged = Turn.active(Register.below(from, "PRIMARY_COMMITTEE"));
        var successor = Turn.active(Register.below(from, "PRIMARY_COMMITTEE"));
        knownForTenDays(from, merged, successor);
        Turn.taken(merged, "merge", "2016-03-01", Turn.into(successor));
        var yesterday = "&asOf=" + Days.yesterday();
        // When, Then
        assertEquals(List.of("3", "1", "1"), List.of(organizations(from, "2016-12-31", yesterday),
                organizations(merged, "2016-12-31", yesterday), organizations(successor, "2016-12-31", yesterday)));
        assertEquals(List.of("2", "0", "1"), List.of(organizations(from, "2016-12-31", ""),
                organizations(merged, "2016-12-31", ""), organizations(successor, "2016-12-31", "")));
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

    /** The value of ORG_COUNT, which its records count too. */
    private static String organizations(Register.Organization organization, String to, String more) {
        var figures = figures(organization, to, more);
        var value = figures.<String>path("figures[0].value");
        Register.get(Register.officer(), figures.path("figures[0].records") + "&count=true").then().statusCode(200)
                .body("total", is(Integer.parseInt(value)));
        return value;
    }

    /** As if all that was entered of these organizations had been entered ten days before. */
    private static void knownForTenDays(Register.Organization... organizations) {
        for (var organization : organizations) {
            Database.asOwner().query("""
                    update organization_period set state_known_at = state_known_at - interval '10 days',
                      end_known_at = end_known_at - interval '10 days' where organization_id = ?::uuid returning 1""",
                    row -> row.getInt(1), organization.id());
        }
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
