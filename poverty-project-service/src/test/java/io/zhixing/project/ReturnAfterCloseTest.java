package io.zhixing.project;

import static io.zhixing.project.Orders.told;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.event.TopicEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Money that comes back when its budget is closed is posted by two persons; nothing stays open behind them. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class ReturnAfterCloseTest {

    private static final long FEN = 5_000;

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);
    private final Reversals reversals = new Reversals(fund);
    private final Returns returns = new Returns(fund);
    private String source;
    private String allocation;

    @BeforeEach
    void allocated() {
        source = fund.source(FEN);
        allocation = fund.allocation(source, FEN);
    }

    @Test
    void a_return_is_kept_and_told_of_until_two_persons_let_it_be_posted() {
        // Given
        var order = orders.paidAndClosed(FEN);
        // When
        var address = returns.kept(order, FEN);
        // Then
        fund.cashier().get(Fund.BASE + address).then().statusCode(200).header("ETag", "\"v1\"")
                .body("disbursementId", is(order)).body("lineNo", is(1)).body("amountFen", is((int) FEN))
                .body("bankRef", is("LATE-1" + order)).body("returnedOn", is("2016-11-10"))
                .body("state", is("RECEIVED")).body("journalId", nullValue());
        assertEquals(List.of(1, (int) FEN), List.of(returns.list("state", "RECEIVED").getInt("total"),
                returns.list("state", "RECEIVED").getInt("sums.amountFen")));
        assertEquals(0, returns.list("state", "POSTED").getInt("total"));
        var told = events(address, 1).get(0).payload();
        assertEquals("RECEIVED 5000 2016-11-10", shown(told));
        assertEquals(fund.village.id().toString(), told.path("organizationId").asText());
        assertEquals("PAID", fund.state("disbursements/" + order));
    }

    @Test
    void an_approved_reopening_returns_the_line_and_its_money_to_the_allocation_and_closes_the_budget_again() {
        // Given
        var owed = fund.obligation("LAND_COMPENSATION_ARREARS", FEN);
        var project = fund.listedProject();
        var budget = fund.budgetFrom(allocation, project, FEN);
        var order = returns.paidAndClosed(project, budget, owed, FEN);
        var address = returns.kept(order, FEN);
        returns.requested(address);
        assertEquals("0 closed", Returns.account(budget));
        // When
        var posted = returns.reopen(address);
        // Then
        posted.then().statusCode(200).body("state", is("POSTED")).body("stateOn", is("2016-11-16"))
                .body("version", is(3));
        long refund = posted.jsonPath().getLong("journalId");
        assertEquals("REFUND 2016-11-10", reversals.journal(refund).getString("kind") + " "
                + reversals.journal(refund).getString("occurredOn"));
        assertEquals(List.of("BUDGET", "PAY", "REFUND", "CLAWBACK"),
                reversals.list("account", budget).getList("items.kind"));
        assertEquals("2016-11-16", reversals.list("account", budget).getString("items[3].occurredOn"));
        assertEquals(List.of("0 closed", FEN + " open", "0 open"),
                List.of(Returns.account(budget), Returns.account(allocation), Returns.account(source)));
        assertEquals(List.of("RETURNED"), reversals.lines(order));
        fund.reader().get(Fund.BASE + "disbursements/" + order).then().body("state", is("PARTLY_RETURNED"))
                .body("stateOn", is("2016-11-10"));
        assertEquals("CLOSED", fund.state("projects/" + project));
        fund.reader().get(Fund.BASE + "obligations/" + owed).then().body("state", is("OPEN")).body("version", is(3));
        assertEquals("OPEN", OutboxProbe.ofTheService().events(owed, 3).get(2).payload().path("state").asText());
        var told = events(address, 3);
        assertEquals(List.of(1L, 2L, 3L), told.stream().map(TopicEvent::version).toList());
        assertEquals("POSTED 5000 2016-11-16", shown(told.get(2).payload()));
        assertEquals(refund, told.get(2).payload().path("journalId").asLong());
        assertEquals("0", Fund.value(fund.figures("2016-01-01", "2017-01-01"), "PROJECT_INVESTED"));
    }

    @Test
    void a_source_that_was_closed_since_is_closed_again_and_the_allocation_keeps_the_money() {
        // Given
        var order = closedOrder();
        fund.move(fund.cashier(), "fund-sources/" + source, "close", "2016-11-05").then().statusCode(200);
        var address = returns.kept(order, FEN);
        returns.requested(address);
        // When
        var posted = returns.reopen(address);
        // Then
        posted.then().statusCode(200).body("state", is("POSTED"));
        assertEquals(List.of("0 closed", FEN + " open"),
                List.of(Returns.account(source), Returns.account(allocation)));
        assertEquals("CLOSED", fund.state("fund-sources/" + source));
    }

    @Test
    void where_everything_above_is_closed_the_money_goes_back_to_the_treasury() throws SQLException {
        // Given
        var order = closedOrder();
        close(allocation);
        fund.move(fund.cashier(), "fund-sources/" + source, "close", "2016-11-05").then().statusCode(200);
        var address = returns.kept(order, FEN);
        returns.requested(address);
        // When
        var posted = returns.reopen(address);
        // Then
        posted.then().statusCode(200).body("state", is("POSTED"));
        assertEquals(List.of("0 closed", "0 closed", "0 closed"), List.of(Returns.account(orders.budgetOf(order)),
                Returns.account(allocation), Returns.account(source)));
        assertEquals(List.of("APPROPRIATE", "ALLOCATE", "BUDGET", "PAY", "REFUND", "CLAWBACK", "CLAWBACK",
                "RETURN_TO_TREASURY"), reversals.list().getList("items.kind"));
    }

    @Test
    void a_request_that_is_dismissed_may_be_made_again() {
        // Given
        var address = returns.kept(closedOrder(), FEN);
        returns.requested(address);
        // When
        var dismissed = returns.move(fund.approver(), address,
                Map.of("transition", "dismiss", "on", "2016-11-15", "comment", "文件不全"));
        // Then
        dismissed.then().statusCode(200).body("state", is("RECEIVED")).body("documentNo", nullValue())
                .body("requestedBy", nullValue()).body("version", is(3));
        assertEquals("0 closed", Returns.account(orders.budgetOf(returns.list("state", "RECEIVED")
                .getString("items[0].disbursementId"))));
        returns.move(returns.finance(), address, Returns.request("2016-11-15")).then().statusCode(200);
        returns.reopen(address).then().statusCode(200);
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L),
                events(address, 5).stream().map(TopicEvent::version).toList());
    }

    @Test
    void each_line_of_an_order_that_comes_back_late_is_posted_for_itself() {
        // Given
        var project = fund.listedProject();
        var order = orders.sent(fund.budgetFrom(allocation, project, FEN), 3_000, 2_000);
        orders.receipt("FILE-" + order, List.of(Orders.answer(order, 1, "PAID", 3_000, order + "-1"),
                Orders.answer(order, 2, "PAID", 2_000, order + "-2"))).then().statusCode(200);
        orders.accepted(project);
        fund.taken(fund.cityCashier, "projects/" + project, "close", "2016-11-01");
        assertEquals("UNALLOCATED", told(returns.tell(order, 1, 3_000)));
        assertEquals("UNALLOCATED", told(returns.tell(order, 2, 2_000)));
        var first = returns.of(order, 0);
        var second = returns.of(order, 1);
        returns.requested(first);
        returns.requested(second);
        returns.reopen(first).then().statusCode(200);
        assertEquals(List.of("RETURNED", "PAID"), reversals.lines(order));
        // When
        returns.reopen(second).then().statusCode(200);
        // Then
        assertEquals(List.of("RETURNED", "RETURNED"), reversals.lines(order));
        assertEquals(FEN + " open", Returns.account(allocation));
        assertEquals("DUPLICATE", told(returns.tell(order, 2, 2_000)));
    }

    /** An order that was paid whole from the allocation, and whose project was closed after that. */
    private String closedOrder() {
        var project = fund.listedProject();
        var budget = fund.budgetFrom(allocation, project, FEN);
        return returns.paidAndClosed(project, budget, fund.obligation("LAND_PENSION_RETAINED", FEN), FEN);
    }

    /** No call closes an allocation yet; the ledger can. */
    private void close(String account) throws SQLException {
        try (var connection = Database.asApplication().within(fund.city.path()).connect();
                var statement = connection.prepareStatement("select ledger_close(?)")) {
            statement.setObject(1, UUID.fromString(account));
            statement.execute();
        }
    }

    private static List<TopicEvent> events(String address, int atLeast) {
        return OutboxProbe.ofTheService().events(address.replace("unallocated-returns/", ""), atLeast);
    }

    private static String shown(JsonNode told) {
        return told.path("state").asText() + " " + told.path("amountFen").asText() + " "
                + told.path("effectiveOn").asText();
    }
}
