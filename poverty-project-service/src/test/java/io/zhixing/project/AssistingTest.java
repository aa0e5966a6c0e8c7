package io.zhixing.project;

import static io.restassured.RestAssured.given;
import static io.zhixing.platform.testing.Eventually.eventually;
import static io.zhixing.project.Fund.refused;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paired help (结对帮扶): the organization that assists in a project reads it whole, and changes nothing of it. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class AssistingTest {

    private final Fund fund = new Fund();
    private final City.Organization assisting = City.below(City.below(fund.city));

    @Test
    void the_assisting_organization_reads_the_budgets_of_its_project_and_approves_none() {
        // Given
        var project = fund.funded(fund.listedAndAssistedBy(assisting), 700);
        String second = Fund.approveBudget(fund.cashier(), project, fund.allocation(fund.source(1_000), 1_000), 300)
                .then().statusCode(201).extract().path("id");
        fund.funded(fund.listedProject(), 50);
        // When
        var seen = reader(assisting).get(Fund.BASE + "projects/" + project);
        var listed = assisted("project-budgets");
        var attempt = Fund.approveBudget(fund.as("FUND_CASHIER", assisting, Ids.next()), project,
                fund.allocation(fund.source(1_000), 1_000), 10);
        // Then
        seen.then().statusCode(200).body("budgetFen", is(1_000)).body("budgets.amountFen", is(List.of(700, 300)));
        listed.then().statusCode(200)
                .body("items.projectId", is(List.of(project, project))).body("total", is(2))
                .body("sums.amountFen", is(1_000));
        reader(assisting).get(Fund.BASE + "project-budgets").then().statusCode(200).body("items.size()", is(0));
        reader(assisting).get(Fund.BASE + "project-budgets/" + second).then().statusCode(200).body("amountFen",
                is(300));
        reader(City.below(fund.city)).get(Fund.BASE + "project-budgets/" + second).then().statusCode(404);
        refused(attempt, 403, "FORBIDDEN");
        reader(assisting).get(Fund.BASE + "projects/" + project).then().body("budgetFen", is(1_000));
    }

    @Test
    void the_assisting_organization_reads_what_its_project_is_to_reach() {
        // Given
        var project = fund.listedAndAssistedBy(assisting);
        fund.listedProject();
        // When
        var targets = assisted("performance-targets");
        // Then
        targets.then().statusCode(200).body("items.projectId", is(List.of(project))).body("items.indicator",
                is(List.of("硬化村道"))).body("total", is(1));
        reader(assisting).get(Fund.BASE + "performance-targets").then().body("items.size()", is(0));
        assertEquals(0, given().auth().oauth2(Tokens.of("READER", City.below(fund.city).code()))
                .queryParam("assisted", true).get(Fund.BASE + "performance-targets").jsonPath().getList("items")
                .size());
    }

    @Test
    void a_project_from_a_file_is_read_with_its_target_by_whoever_assists() {
        // Given
        var code = UUID.randomUUID().toString();
        var file = """
                code,name,category,nature,organization,assistingOrganization,countyCode,areaCode,purposeCode,implementingUnit,planStart,planEnd,libraryYear,on,targetKind,targetIndicator,targetUnit,targetValue
                %s,示例村道路硬化,ASSISTANCE,NEW,%s,%s,441223,441223100,ROAD,示例村委会,2016-06-01,2016-12-31,2016,2016-04-01,QUANTITY,硬化村道,公里,1.2
                """.formatted(code, fund.village.code(), assisting.code()).replace("\n", "\r\n");
        var officer = Ids.next();
        // When
        var address = fund.as("FUND_REQUESTER", fund.city, officer).contentType("text/csv")
                .queryParam("kind", "projects").queryParam("mode", "partial").queryParam("dryRun", false)
                .body(file.getBytes(StandardCharsets.UTF_8)).post(Fund.BASE + "imports").then().statusCode(202)
                .extract().header("Location");
        eventually(() -> assertEquals("COMPLETED",
                fund.as("FUND_REQUESTER", fund.city, officer).get(address).path("state")));
        // Then
        assisted("projects").then().statusCode(200).body("items.code", is(List.of(code)));
        assisted("performance-targets").then().statusCode(200)
                .body("items.targetValue", is(List.of("1.2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"projects", "project-budgets", "performance-targets"})
    void what_belongs_to_assisted_projects_is_asked_for_by_true_or_false(String list) {
        // When
        var answer = fund.reader().queryParam("assisted", "perhaps").get(Fund.BASE + list);
        // Then
        refused(answer, 400, "PARAMETER_INVALID");
    }

    private Response assisted(String list) {
        return reader(assisting).queryParams(Map.of("assisted", true, "count", true)).get(Fund.BASE + list);
    }

    private static RequestSpecification reader(City.Organization at) {
        return given().auth().oauth2(Tokens.of("READER", at.code()));
    }
}
