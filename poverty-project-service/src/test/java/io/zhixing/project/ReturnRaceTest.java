package io.zhixing.project;

import static io.zhixing.project.Orders.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Returns after close that many decide on at once: each is posted once, and no account stays open behind them. */
@QuarkusTest
@ExtendWith({NoDrift.class, NoDeadlock.class})
class ReturnRaceTest {

    private static final long FEN = 600;

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);
    private final Reversals reversals = new Reversals(fund);
    private final Returns returns = new Returns(fund);

    @Test
    void a_return_that_many_approve_at_once_is_posted_once() {
        // Given
        var order = orders.paidAndClosed(FEN);
        var returned = returns.kept(order, FEN);
        returns.requested(returned);
        var read = returns.tag(returned);
        // When
        var answers = Race.of(12, () -> fund.moveFrom(read, another(), returned, Returns.REOPEN));
        // Then
        assertEquals(Map.of("200", 1L, "412 PRECONDITION_FAILED", 11L), Race.outcomes(answers));
        assertEquals(2, Orders.journals(order));
        assertEquals(List.of("RETURNED"), reversals.lines(order));
        assertEquals("0 closed", Returns.account(orders.budgetOf(order)));
    }

    @Test
    void a_request_that_is_approved_and_dismissed_at_once_is_one_of_both() {
        // Given
        var closed = Stream.generate(() -> orders.paidAndClosed(FEN)).limit(4).toList();
        var calls = new ArrayList<Supplier<Response>>();
        for (var order : closed) {
            var returned = returns.kept(order, FEN);
            returns.requested(returned);
            var read = returns.tag(returned);
            calls.add(() -> fund.moveFrom(read, another(), returned, Returns.REOPEN));
            calls.add(() -> fund.moveFrom(read, returns.finance(), returned,
                    Map.of("transition", "dismiss", "on", "2016-11-16", "comment", "撤回")));
        }
        // When
        var answers = Race.of(calls);
        // Then
        for (int i = 0; i < closed.size(); i++) {
            boolean posted = Race.isDone(answers.get(2 * i));
            assertEquals(Map.of("200", 1L, "412 PRECONDITION_FAILED", 1L),
                    Race.outcomes(answers.subList(2 * i, 2 * i + 2)));
            assertEquals(posted ? "POSTED" : "RECEIVED", returns.state(returns.of(closed.get(i), 0)));
            assertEquals(posted ? 2 : 1, Orders.journals(closed.get(i)));
            assertEquals("0 closed", Returns.account(orders.budgetOf(closed.get(i))));
        }
    }

    /** Budgets of one allocation whose source is closed too: each posting opens and closes the same source. */
    @Test
    void returns_of_many_budgets_under_one_closed_source_are_posted_at_once() {
        // Given
        var source = fund.source(4 * FEN);
        var allocation = fund.allocation(source, 4 * FEN);
        var owed = fund.obligation("LAND_COMPENSATION_ARREARS", 4 * FEN);
        var returned = IntStream.range(0, 4).mapToObj(i -> {
            var project = fund.listedProject();
            var budget = fund.budgetFrom(allocation, project, FEN);
            return returns.kept(returns.paidAndClosed(project, budget, owed, FEN), FEN);
        }).toList();
        fund.move(fund.cashier(), "fund-sources/" + source, "close", "2016-11-05").then().statusCode(200);
        returned.forEach(returns::requested);
        var calls = returned.stream().<Supplier<Response>>map(one -> {
            var read = returns.tag(one);
            return () -> fund.moveFrom(read, another(), one, Returns.REOPEN);
        }).toList();
        // When
        var answers = Race.of(calls);
        // Then
        assertEquals(Map.of("200", 4L), Race.outcomes(answers));
        assertEquals(List.of(4 * FEN + " open", "0 closed"),
                List.of(Returns.account(allocation), Returns.account(source)));
        assertEquals("OPEN", fund.state("obligations/" + owed));
    }

    @Test
    void a_return_that_the_bank_tells_again_or_whose_payment_is_reversed_while_it_is_posted_comes_back_once() {
        // Given
        var closed = new ArrayList<String>();
        var calls = new ArrayList<Supplier<Response>>();
        for (int i = 0; i < 4; i++) {
            var project = fund.listedProject();
            var order = orders.paidAndAccepted(project, FEN);
            var reversal = reversals.requested(reversals.of(order, "PAY"), "2016-10-31");
            orders.closed(project);
            closed.add(order);
            var returned = returns.kept(order, FEN);
            returns.requested(returned);
            var read = returns.tag(returned);
            var tag = reversals.tag(reversal);
            calls.add(() -> fund.moveFrom(read, another(), returned, Returns.REOPEN));
            calls.add(() -> returns.tell(order, 1, FEN));
            calls.add(
                    () -> fund.moveFrom(tag, another(), reversal, Map.of("transition", "confirm", "on", "2016-11-16")));
        }
        // When
        var answers = Race.of(calls);
        // Then
        for (int i = 0; i < closed.size(); i++) {
            assertEquals("200", Race.outcome(answers.get(3 * i)));
            assertEquals("DUPLICATE", told(answers.get(3 * i + 1)));
            assertTrue(Set.of("409 ACCOUNT_CLOSED", "409 NOT_REVERSIBLE")
                    .contains(Race.outcome(answers.get(3 * i + 2))), answers.get(3 * i + 2).asString());
            assertEquals(List.of("RETURNED"), reversals.lines(closed.get(i)));
            assertEquals(2, Orders.journals(closed.get(i)));
            assertEquals("0 closed", Returns.account(orders.budgetOf(closed.get(i))));
        }
    }

    private RequestSpecification another() {
        return fund.as("FUND_APPROVER", fund.county, Ids.next());
    }
}
