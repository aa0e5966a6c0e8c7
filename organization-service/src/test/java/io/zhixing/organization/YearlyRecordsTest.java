package io.zhixing.organization;

import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The yearly table from figure to records, from records to their history, and from there to the document. */
@QuarkusTest
class YearlyRecordsTest {

    private static final List<String> FIGURES = List.of("primaryCommittees", "generalBranches", "branches", "members",
            "fullMembers", "joined", "begun", "ended");
    private static final List<String> YEARS = List.of("2011", "2012", "2013", "2014", "2015", "2016");

    private Register.Organization committee;
    private Register.Organization elsewhere;

    /** A register in which something of everything has happened: two sectors, moves in and out, joins, leavers, ends. */
    @BeforeEach
    void live() {
        committee = Turn.active(Register.committee());
        elsewhere = Turn.active(Register.committee());
        var rural = Register.below(committee, "PRIMARY_COMMITTEE");
        Turn.taken(rural, "change-type", "2012-01-04", Turn.because("归类").with("sector", "RURAL"));
        Turn.taken(rural, "activate", "2012-01-04", new Body());
        var branch = staffed(committee, "2013-01-04");
        Turn.taken(staffed(rural, "2013-05-04"), "change-type", "2013-05-05",
                Turn.because("归类").with("sector", "RURAL"));
        Register.setUp().post(MEMBERS, MemberText.full(branch.id()).with("joinedOn", "2013-05-01")
                .with("fullSince", "2014-05-01").with("onRollFrom", "2013-05-01"));
        Register.probationer(branch, "2016-05-01");
        var leaver = Register.member(branch);
        Turn.active(Register.below(rural, "GENERAL_BRANCH"));
        var gone = Turn.active(Register.below(committee, "PRIMARY_COMMITTEE"));
        Turn.taken(gone, "dissolve", "2013-06-01", Turn.because("撤销"));
        var merged = Turn.emptyBranch(committee);
        Turn.taken(merged, "merge", "2014-06-01", Turn.into(branch));
        Turn.taken(staffed(committee, "2013-03-04"), "reassign", "2015-03-01", Turn.under(elsewhere));
        Turn.taken(staffed(elsewhere, "2013-03-04"), "reassign", "2015-03-01", Turn.under(committee));
        Transferring.take(leaver, staffed(elsewhere, "2013-03-04"), "2016-03-01");
    }

    @Test
    void each_figure_leads_to_exactly_as_many_records_as_it_says() {
        // When
        var followed = Stream.of(committee, elsewhere)
                .flatMap(organization -> YEARS.stream().flatMap(year -> figures(organization, year).stream())).toList();
        // Then
        assertEquals(followed.stream().map(Figure::told).toList(), followed.stream().map(Figure::counted).toList());
        FIGURES.forEach(name -> assertTrue(
                followed.stream().anyMatch(figure -> figure.name().equals(name) && figure.value() > 0),
                name + " is nowhere more than nothing, so its link proves nothing"));
    }

    @Test
    void each_record_leads_to_its_history_and_the_history_of_an_organization_to_the_document() {
        // Given
        var figures = figures(committee, "2013");
        // When
        var histories = figures.stream().collect(Collectors.toMap(Figure::name, Figure::histories,
                (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
        // Then
        assertEquals(FIGURES.stream().sorted().toList(), histories.keySet().stream().sorted().toList());
        histories.values().forEach(addresses -> addresses
                .forEach(address -> Register.get(officer(), address).then().statusCode(200)));
        histories.get("ended").forEach(address -> Register.get(officer(), address).then()
                .body("items.documentNumber", hasItem("示组〔2016〕1号")).body("items.decidedBy", hasItem("示例县委")));
        Register.get(officer(), figure(figures, "ended").address()).then()
                .body("items.documentNumber", is(List.of("示组〔2016〕1号"))).body("items.step", is(List.of("dissolve")));
    }

    @Test
    void who_sees_a_part_alone_is_told_of_as_many_and_led_to_as_many() {
        // Given
        var reader = Tokens.grant("READER", committee.code()).token();
        // When
        var followed = YEARS.stream().flatMap(year -> figures(reader, committee, year).stream()).toList();
        // Then
        assertEquals(followed.stream().map(Figure::told).toList(), followed.stream().map(Figure::counted).toList());
    }

    @Test
    void a_roll_is_asked_of_a_day_on_which_the_organization_stood() {
        // When
        var early = Register.get(officer(), Register.ORGANIZATIONS + "/" + committee.id() + "/roll?on=2009-12-31");
        var noDay = Register.get(officer(), Register.ORGANIZATIONS + "/" + committee.id() + "/roll?on=yesterday");
        var noTurn = Register.get(officer(), "/organization/v1/organization-turns?turn=RESTORED");
        // Then
        refused(early, 422, "ORGANIZATION_NOT_YET_SET_UP");
        refused(noDay, 400, "PARAMETER_INVALID");
        refused(noTurn, 400, "PARAMETER_INVALID");
    }

    /** A figure of a row, and what its link leads to. */
    private record Figure(String token, String name, String row, int value, String address) {

        String told() {
            return row + " " + name + " " + value;
        }

        String counted() {
            var answer = Register.get(token, address + "&count=true&limit=200");
            answer.then().statusCode(200);
            assertEquals(answer.<Integer>path("total"), answer.<List<?>>path("items").size(), address);
            return row + " " + name + " " + answer.<Integer>path("total");
        }

        List<String> histories() {
            return Register.get(token, address + "&limit=200").path("items.history");
        }
    }

    private static List<Figure> figures(Register.Organization organization, String year) {
        return figures(officer(), organization, year);
    }

    private static List<Figure> figures(String token, Register.Organization organization, String year) {
        List<Map<String, Object>> rows = statistics(token, organization, year).path("rows");
        var figures = new ArrayList<Figure>();
        for (var row : rows) {
            @SuppressWarnings("unchecked")
            var records = (Map<String, String>) row.get("records");
            assertEquals(FIGURES.stream().sorted().toList(), records.keySet().stream().sorted().toList());
            FIGURES.forEach(name -> figures.add(new Figure(token, name, year + " " + row.get("sector"),
                    (Integer) row.get(name), records.get(name))));
        }
        return figures;
    }

    private static Response statistics(String token, Register.Organization organization, String year) {
        var answer = Register.get(token, "/organization/v1/register/yearly-statistics?organization="
                + organization.id() + "&year=" + year);
        answer.then().statusCode(200);
        return answer;
    }

    private static Figure figure(List<Figure> figures, String name) {
        return figures.stream().filter(one -> one.name().equals(name) && one.value() > 0).findFirst().orElseThrow();
    }

    private static Register.Organization staffed(Register.Organization parent, String on) {
        var branch = Register.below(parent, "BRANCH");
        IntStream.range(0, 3).forEach(i -> Register.member(branch));
        Register.activate(branch, branch.etag(), on).then().statusCode(200);
        return branch;
    }
}
