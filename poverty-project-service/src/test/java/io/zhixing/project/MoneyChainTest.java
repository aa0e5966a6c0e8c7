package io.zhixing.project;

import static io.restassured.RestAssured.given;
import static io.zhixing.project.Fund.records;
import static io.zhixing.project.Fund.value;
import static io.zhixing.project.Orders.answer;
import static io.zhixing.project.Orders.lines;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.event.TopicEvent;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(NoDrift.class)
class MoneyChainTest {

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);

    @Test
    void money_goes_from_its_source_to_a_payee_and_every_figure_equals_its_records() {
        // Given
        var allocation = fund.allocation(fund.source(1_000_000), 600_000);
        var project = fund.listedProject();
        fund.fund(project, allocation, 400_000).then().statusCode(200).body("state", is("FUNDED")).body("budgetFen",
                is(400_000));
        fund.move(fund.clerk(), "projects/" + project, "start", "2016-07-01").then().statusCode(200);
        String budget = fund.reader().get(Fund.BASE + "projects/" + project).path("budgets[0].id");
        var order = orders.sent(budget, 250_000, 150_000);
        // When
        var receipt = orders.receipt("FILE-" + order, List.of(answer(order, 1, "PAID", 250_000, order + "-1"),
                answer(order, 2, "PAID", 150_000, order + "-2")));
        // Then
        receipt.then().statusCode(200).body("lines.outcome", is(List.of("POSTED", "POSTED")));
        assertEquals("PAID", fund.state("disbursements/" + order));
        assertEquals(0, fund.available(budget));
        var figures = fund.figures();
        assertEquals("600000", value(figures, "SPECIAL_FUND_ALLOCATED"));
        assertEquals("400000", value(figures, "PROJECT_INVESTED"));
        assertEquals("1", value(figures, "PROJECT_COUNT"));
        for (var code : List.of("SPECIAL_FUND_ALLOCATED", "PROJECT_INVESTED")) {
            fund.reader().urlEncodingEnabled(false).get(records(figures, code) + "&count=true").then()
                    .statusCode(200).body("sums.netFen", is(Integer.parseInt(value(figures, code))));
        }
        fund.reader().urlEncodingEnabled(false).get(records(figures, "PROJECT_COUNT") + "&count=true").then()
                .statusCode(200).body("total", is(1));
    }

    @Test
    void what_was_invested_in_one_day_is_the_money_of_that_day_alone() {
        // Given
        var source = fund.source(1_000);
        var project = fund.listedProject();
        fund.budgetFrom(fund.allocation(source, 300), project, 300);
        fund.budgetFrom(fund.allocation(source, 50), fund.listedProject(), 50);
        Fund.approveBudget(fund.cashier(), project, fund.allocation(source, 200), 200).then().statusCode(201);
        // When
        var before = fund.figures("2016-06-20", "2016-06-20");
        var figures = fund.figures("2016-06-21", "2016-06-21");
        // Then
        assertEquals(List.of("350", "2"), List.of(value(before, "PROJECT_INVESTED"), value(before, "PROJECT_COUNT")));
        assertEquals(List.of("200", "1"), List.of(value(figures, "PROJECT_INVESTED"), value(figures, "PROJECT_COUNT")));
        fund.reader().urlEncodingEnabled(false).get(records(figures, "PROJECT_INVESTED") + "&count=true").then()
                .statusCode(200).body("sums.netFen", is(200));
        fund.reader().urlEncodingEnabled(false).get(records(figures, "PROJECT_COUNT")).then().statusCode(200)
                .body("items.id", is(List.of(project)));
    }

    @Test
    void every_version_of_a_project_and_of_an_order_is_published() {
        // Given
        var project = fund.listedProject();
        var budget = fund.budgetOf(project, 5_000);
        var order = orders.sent(budget, 5_000);
        // When
        orders.receipt("FILE-" + order, List.of(answer(order, 1, "PAID", 5_000, order))).then().statusCode(200);
        // Then
        assertEquals(LongStream.rangeClosed(1, 5).boxed().toList(), versions(OutboxProbe.ofTheService()
                .events(project, 5)));
        var events = OutboxProbe.ofTheService().events(order, 4);
        assertEquals(LongStream.rangeClosed(1, 4).boxed().toList(), versions(events));
        assertEquals("PAID", events.get(3).payload().path("state").asText());
        assertEquals("2016-09-05", events.get(3).payload().path("effectiveOn").asText());
        assertEquals(5_000, events.get(3).payload().path("lines").path("paidFen").asLong());
    }

    @Test
    void payments_settle_what_is_owed_and_a_return_opens_it_again() {
        // Given
        var owed = fund.obligation("LAND_COMPENSATION_ARREARS", 9_000);
        var pension = fund.obligation("LAND_PENSION_RETAINED", 4_000);
        var lines = lines(6_000, 4_000);
        lines.get(0).put("obligationId", owed);
        lines.get(1).put("obligationId", pension);
        var order = orders.send(orders.request(fund.budget(10_000), 10_000, lines).then().statusCode(201).extract()
                .path("id"));
        orders.receipt("FILE-" + order, List.of(answer(order, 1, "PAID", 6_000, order + "-1"),
                answer(order, 2, "PAID", 4_000, order + "-2"))).then().statusCode(200);
        settled(owed, "PARTLY_SETTLED", 6_000);
        settled(pension, "SETTLED", 4_000);
        var paid = fund.figures();
        assertEquals("6000", value(paid, "COMPENSATION_ARREARS_SETTLED"));
        assertEquals("4000", value(paid, "PENSION_RETAINED_DISTRIBUTED"));
        // When
        orders.receipt("RETURN-" + order, List.of(answer(order, 1, "RETURNED", 6_000, order + "-r"))).then()
                .statusCode(200).body("lines[0].outcome", is("RETURNED"));
        // Then
        settled(owed, "OPEN", 0);
        assertEquals("PARTLY_RETURNED", fund.state("disbursements/" + order));
        var figures = fund.figures();
        assertEquals("0", value(figures, "COMPENSATION_ARREARS_SETTLED"));
        fund.reader().urlEncodingEnabled(false).get(records(figures, "COMPENSATION_ARREARS_SETTLED") + "&count=true")
                .then().statusCode(200).body("total", is(2)).body("sums.netFen", is(0));
        var events = OutboxProbe.ofTheService().events(owed, 3);
        assertEquals(LongStream.rangeClosed(1, 3).boxed().toList(), versions(events));
        assertEquals("OPEN", events.get(2).payload().path("state").asText());
    }

    @Test
    void a_line_that_the_bank_refuses_gives_its_money_back_to_the_budget() {
        // Given
        var budget = fund.budget(10_000);
        var order = orders.sent(budget, 7_000, 3_000);
        // When
        var receipt = orders.receipt("FILE-" + order, List.of(answer(order, 1, "PAID", 7_000, order + "-1"),
                answer(order, 2, "FAILED", 3_000, order + "-2")));
        // Then
        receipt.then().statusCode(200).body("lines.outcome", is(List.of("POSTED", "FAILED")));
        assertEquals("PARTLY_RETURNED", fund.state("disbursements/" + order));
        assertEquals(3_000, fund.available(budget));
    }

    @Test
    void an_approval_reserves_and_a_cancellation_gives_back() {
        // Given
        var budget = fund.budget(10_000);
        var order = orders.submitted(budget, 4_000);
        fund.move(fund.approver(), "disbursements/" + order, "approve", "2016-09-02").then().statusCode(200);
        assertEquals(6_000, fund.available(budget));
        // When
        var cancelled = fund.move(fund.clerk(), "disbursements/" + order, "cancel", "2016-09-03");
        // Then
        cancelled.then().statusCode(200).body("state", is("CANCELLED"));
        assertEquals(10_000, fund.available(budget));
    }

    @Test
    void a_project_is_completed_accepted_by_others_and_closed_when_its_money_is_spent() {
        // Given
        var project = fund.listedProject();
        var order = orders.sent(fund.budgetOf(project, 5_000), 5_000);
        orders.receipt("FILE-" + order, List.of(answer(order, 1, "PAID", 5_000, order))).then().statusCode(200);
        fund.move(fund.clerk(), "projects/" + project, "start", "2016-09-06").then().statusCode(200);
        fund.move(fund.clerk(), "projects/" + project, "complete", "2016-10-01").then().statusCode(422).body("code",
                is("TARGET_VALUES_MISSING"));
        fund.moveWith(fund.clerk(), "projects/" + project, Map.of("transition", "complete", "on", "2016-10-01",
                "actualValues", List.of(Map.of("kind", "QUANTITY", "indicator", "硬化村道", "value", "1.3")))).then()
                .statusCode(200);
        fund.moveWith(fund.acceptor(), "projects/" + project, Map.of("transition", "accept", "on", "2016-10-20",
                "acceptance", Map.of("team", List.of(Ids.next()), "reportDocument", "验收〔2016〕1号"))).then()
                .statusCode(200);
        // When
        var closed = fund.move(fund.cashier(), "projects/" + project, "close", "2016-11-01");
        // Then
        closed.then().statusCode(200).body("state", is("CLOSED"));
        fund.reader().get(Fund.BASE + "projects/" + project + "/history").then().body("items.size()", is(9));
        orders.receipt("LATE-" + order, List.of(answer(order, 1, "RETURNED", 5_000, order + "-r"))).then()
                .statusCode(200).body("lines[0].outcome", is("UNALLOCATED"));
    }

    @Test
    void a_suspended_project_takes_no_money_and_returns_to_where_it_was() {
        // Given
        var project = fund.listedProject();
        var order = orders.submitted(fund.budgetOf(project, 5_000), 5_000);
        fund.moveWith(fund.supervisor(), "projects/" + project, Map.of("transition", "suspend", "on", "2016-09-01",
                "comment", "核查")).then().statusCode(200);
        // When
        var approval = fund.move(fund.approver(), "disbursements/" + order, "approve", "2016-09-02");
        // Then
        approval.then().statusCode(409).body("code", is("PROJECT_NOT_PAYABLE"));
        fund.move(fund.supervisor(), "projects/" + project, "resume-in-progress", "2016-09-03").then().statusCode(409)
                .body("code", is("RESUMES_ELSEWHERE"));
        fund.move(fund.supervisor(), "projects/" + project, "resume-funded", "2016-09-03").then().statusCode(200);
        fund.move(fund.approver(), "disbursements/" + order, "approve", "2016-09-03").then().statusCode(200);
    }

    @Test
    void the_assisting_organization_reads_a_project_and_a_stranger_does_not_know_of_it() {
        // Given
        var assisting = City.below(fund.city);
        var body = fund.proposal();
        body.put("assistingOrganizationId", assisting.id());
        String project = given().auth()
                .oauth2(Tokens.grant("FUND_REQUESTER", fund.village.code()).and("READER", fund.city.code())
                        .member(UUID.randomUUID()).token())
                .contentType("application/json").body(body).post(Fund.BASE + "projects").then().statusCode(201)
                .extract().path("id");
        // When
        var seen = given().auth().oauth2(Tokens.of("READER", assisting.code())).get(Fund.BASE + "projects/" + project);
        var found = given().auth().oauth2(Tokens.of("READER", assisting.code())).queryParam("assisted", true)
                .queryParam("count", true).get(Fund.BASE + "projects");
        var ofTerritory = given().auth().oauth2(Tokens.of("READER", assisting.code())).get(Fund.BASE + "projects");
        var unseen = given().auth().oauth2(Tokens.of("READER", City.below(fund.city).code()))
                .get(Fund.BASE + "projects/" + project);
        // Then
        seen.then().statusCode(200);
        found.then().statusCode(200).body("items.id", is(List.of(project))).body("total", is(1));
        ofTerritory.then().statusCode(200).body("items.size()", is(0));
        unseen.then().statusCode(404).body("code", is("NOT_FOUND"));
    }

    private void settled(String obligation, String state, int fen) {
        fund.reader().get(Fund.BASE + "obligations/" + obligation).then().statusCode(200).body("state", is(state))
                .body("settledFen", is(fen));
    }

    private static List<Long> versions(List<TopicEvent> events) {
        return events.stream().map(TopicEvent::version).distinct().toList();
    }
}
