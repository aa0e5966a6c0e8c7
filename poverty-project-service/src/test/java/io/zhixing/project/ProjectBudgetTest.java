package io.zhixing.project;

import static io.restassured.RestAssured.given;
import static io.zhixing.project.Fund.refused;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A project's budgets: each has its address, and whoever sees the project sees them. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class ProjectBudgetTest {

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);

    @Test
    void a_further_budget_is_answered_with_its_address_and_is_read_there_as_it_was_written() {
        // Given
        var project = fund.funded(fund.listedProject(), 700);
        var allocation = fund.allocation(fund.source(1_000), 1_000);
        // When
        var made = Fund.approveBudget(fund.cashier(), project, allocation, 300);
        // Then
        made.then().statusCode(201).body("projectId", is(project)).body("fundAllocationId", is(allocation))
                .body("amountFen", is(300)).body("availableFen", is(300)).body("version", is(1));
        var address = made.header("Location");
        assertEquals(Fund.BASE + "project-budgets/" + made.path("id"), address);
        var read = fund.reader().get(address);
        assertEquals(made.jsonPath().getMap(""), read.then().statusCode(200).extract().jsonPath().getMap(""));
        assertEquals(made.header("ETag"), read.header("ETag"));
        fund.reader().get(Fund.BASE + "projects/" + project).then().body("budgetFen", is(1_000))
                .body("budgets.amountFen", is(List.of(700, 300)));
    }

    @Test
    void a_budget_whose_account_moved_is_another_answer() {
        // Given
        var budget = fund.budget(1_000);
        var address = Fund.BASE + "project-budgets/" + budget;
        var before = fund.reader().get(address).header("ETag");
        fund.reader().header("If-None-Match", before).get(address).then().statusCode(304);
        var order = orders.submitted(budget, 400);
        // When
        fund.move(fund.approver(), "disbursements/" + order, "approve", "2016-09-02").then().statusCode(200);
        // Then
        fund.reader().header("If-None-Match", before).get(address).then().statusCode(200).body("reservedFen", is(400))
                .body("availableFen", is(600)).body("version", is(1));
        fund.move(fund.clerk(), "disbursements/" + order, "cancel", "2016-09-03").then().statusCode(200);
        fund.reader().header("If-None-Match", before).get(address).then().statusCode(304);
    }

    @Test
    void the_same_request_again_is_the_same_budget_and_another_of_the_pair_a_duplicate() {
        // Given
        var project = fund.funded(fund.listedProject(), 100);
        var allocation = fund.allocation(fund.source(1_000), 1_000);
        var key = Ids.next().toString();
        var first = Fund.approveBudget(keyed(key), project, allocation, 300);
        // When
        var again = Fund.approveBudget(keyed(key), project, allocation, 300);
        var second = Fund.approveBudget(fund.cashier(), project, allocation, 300);
        // Then
        again.then().statusCode(201).header("Idempotent-Replayed", "true").header("Location",
                first.header("Location"));
        assertEquals(first.asString(), again.asString());
        refused(second, 409, "DUPLICATE");
        fund.reader().get(Fund.BASE + "projects/" + project).then().body("budgetFen", is(400))
                .body("budgets.amountFen", is(List.of(100, 300)));
    }

    @Test
    void a_frozen_source_funds_no_budget_until_it_is_thawed() {
        // Given
        var source = fund.source(1_000);
        var allocation = fund.allocation(source, 1_000);
        var listed = fund.listedProject();
        var funded = fund.funded(fund.listedProject(), 100);
        fund.move(fund.cashier(), "fund-sources/" + source, "freeze", "2016-06-01").then().statusCode(200);
        // When
        var first = fund.fund(listed, allocation, 300);
        var further = Fund.approveBudget(fund.cashier(), funded, allocation, 300);
        // Then
        refused(first, 409, "SOURCE_NOT_PAYABLE");
        refused(further, 409, "SOURCE_NOT_PAYABLE");
        assertEquals("IN_LIBRARY", fund.state("projects/" + listed));
        fund.reader().get(Fund.BASE + "projects/" + funded).then().body("budgetFen", is(100)).body("budgets.amountFen",
                is(List.of(100)));
        fund.move(fund.cashier(), "fund-sources/" + source, "unfreeze", "2016-06-02").then().statusCode(200);
        Fund.approveBudget(fund.cashier(), funded, allocation, 300).then().statusCode(201);
    }

    @Test
    void a_budget_of_which_nothing_is_known_is_not_there() {
        // When
        var answer = fund.reader().get(Fund.BASE + "project-budgets/" + Ids.next());
        // Then
        refused(answer, 404, "NOT_FOUND");
    }

    private RequestSpecification keyed(String key) {
        return given().auth().oauth2(Tokens.of("FUND_CASHIER", fund.city.code())).contentType(ContentType.JSON)
                .header("Idempotency-Key", key);
    }
}
