package io.zhixing.organization;

import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CampaignFiguresTest {

    private static final String TASKS = "KEY_TASK_COMPLETED_COUNT";
    private static final String SECTORS = "SECTOR_GUIDANCE_COUNT";

    private Register.Organization root;
    private Register.Organization county;
    private String campaign;

    @BeforeEach
    void settle() {
        root = new Register.Organization(Register.rootId(), Register.ROOT, null);
        county = Register.below(root, "LOCAL_COMMITTEE");
        campaign = Campaigning.opened(county);
    }

    @Test
    void key_tasks_count_when_they_are_confirmed_by_the_last_day() {
        // Given
        var dayBefore = Days.yesterday();
        KeyTasking.confirmed(task(1), root, county, "2016-06-01");
        KeyTasking.reported(task(2), county, "2016-06-01");
        KeyTasking.confirmed(task(3), root, county, "2017-04-27");
        // When
        var answer = figures(county, "2016-02-28", "2017-04-26", "");
        var later = figures(county, "2016-02-28", "2017-04-27", "");
        var yesterday = figures(county, "2016-02-28", "2017-04-27", "&asOf=" + dayBefore);
        var before = figures(county, "2015-01-01", "2016-02-27", "");
        // Then
        completed(answer, 1, 3);
        completed(later, 2, 3);
        completed(yesterday, 0, 3);
        completed(before, 0, 0);
        List.of(answer, later, yesterday, before).forEach(one -> behind(one, TASKS));
    }

    @Test
    void who_is_not_obliged_has_no_key_tasks() {
        // Given
        task(1);
        var town = Register.below(county, "PRIMARY_COMMITTEE");
        // When
        var answer = figures(town, "2016-02-28", "2017-04-26", "");
        // Then
        completed(answer, 0, 0);
    }

    @Test
    void sectors_count_for_which_guidance_from_here_or_above_is_in_force() {
        // Given
        var dayBefore = Days.yesterday();
        var town = Register.below(county, "PRIMARY_COMMITTEE");
        guided(county, "[\"RURAL\",\"URBAN_COMMUNITY\"]");
        guided(county, "[\"RURAL\"]");
        guided(town, "[\"EDUCATION\"]");
        var withdrawn = guided(county, "[\"SOCIAL_ORGANIZATION\"]");
        Documenting.take(withdrawn, stepOf("withdraw", "2017-04-26").with("comment", "另行部署")).then().statusCode(200);
        Campaigning.made(Documenting.DOCUMENTS, Documenting.guidance(campaign, county, "[\"CITY_ORGAN\"]"));
        Documenting.issued(Documenting.guidance(campaign, county, "[\"NON_PUBLIC_ENTERPRISE\"]").with("inForceTo",
                "2016-12-31"), "2016-03-05");
        // When
        var above = figures(county, "2016-02-28", "2017-04-26", "");
        var below = figures(town, "2016-02-28", "2017-04-26", "");
        var earlier = figures(county, "2016-02-28", "2016-12-31", "");
        var yesterday = figures(county, "2016-02-28", "2017-04-26", "&asOf=" + dayBefore);
        // Then
        assertEquals("2", value(above));
        assertEquals("3", value(below));
        assertEquals("4", value(earlier));
        assertEquals("0", value(yesterday));
        List.of(above, below, earlier, yesterday).forEach(one -> behind(one, SECTORS));
    }

    private String task(int number) {
        return Campaigning.made(KeyTasking.TASKS,
                KeyTasking.task(campaign, number, "STATED", "LOCAL_COMMITTEE"));
    }

    private String guided(Register.Organization issuer, String sectors) {
        return Documenting.issued(Documenting.guidance(campaign, issuer, sectors), "2016-03-05");
    }

    private static Response figures(Register.Organization organization, String from, String to, String more) {
        var answer = Register.get(Tokens.of("READER", organization.code()), "/organization/v1/figures?organization="
                + organization.code() + "&from=" + from + "&to=" + to + more);
        answer.then().statusCode(200);
        return answer;
    }

    private static void completed(Response figures, int confirmed, int set) {
        var figure = "figures.find { it.code == '" + TASKS + "' }";
        figures.then().body(figure + ".value", is("" + confirmed)).body(figure + ".numerator", is(confirmed))
                .body(figure + ".denominator", is(set));
    }

    private static String value(Response figures) {
        return figures.path("figures.find { it.code == '" + SECTORS + "' }.value");
    }

    /** The records behind a figure are as many as it says. */
    private static void behind(Response figures, String code) {
        String records = figures.path("figures.find { it.code == '" + code + "' }.records");
        String value = figures.path("figures.find { it.code == '" + code + "' }.value");
        Register.get(Register.officer(), records + "&count=true").then().statusCode(200).body("total",
                is(Integer.parseInt(value)));
    }
}
