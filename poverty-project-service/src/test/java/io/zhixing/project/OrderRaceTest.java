package io.zhixing.project;

import static io.zhixing.project.Orders.answer;
import static io.zhixing.project.Orders.told;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Steps of one payment order that come at once: one is taken, and what is reserved and paid is what the order's state says. */
@QuarkusTest
@ExtendWith({NoDrift.class, NoDeadlock.class})
class OrderRaceTest {

    private static final String TAKEN = "200";
    private static final String LATE = "412 PRECONDITION_FAILED";

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);

    /** A step that ends in this state. */
    private record Step(Handler by, String name, String on, String state) {

        Map<String, Object> body() {
            return Map.of("transition", name, "on", on);
        }
    }

    @Test
    void of_many_who_approve_one_order_one_reserves_its_money() {
        // Given
        var budget = fund.budget(1_000);
        var order = "disbursements/" + orders.submitted(budget, 600);
        var read = fund.tag(order);
        // When
        var answers = Race.of(12, () -> fund.moveFrom(read,
                new Handler("FUND_APPROVER", fund.county, Ids.next()).call(), order,
                Map.of("transition", "approve", "on", "2016-09-02")));
        // Then
        assertEquals(Map.of(TAKEN, 1L, LATE, 11L), Race.outcomes(answers));
        assertEquals("APPROVED", fund.state(order));
        assertEquals(400, fund.available(budget));
    }

    @Test
    void an_approval_that_comes_by_many_ways_at_once_with_one_key_is_one() {
        // Given
        var budget = fund.budget(1_000);
        var order = "disbursements/" + orders.submitted(budget, 600);
        var read = fund.tag(order);
        var person = new Handler("FUND_APPROVER", fund.county, Ids.next());
        var key = Ids.next().toString();
        // When
        var answers = Race.of(8, () -> fund.moveFrom(read, person.call(key), order,
                Map.of("transition", "approve", "on", "2016-09-02")));
        // Then
        assertEquals(Map.of(TAKEN, 8L), Race.outcomes(answers));
        assertEquals(1, answers.stream().map(one -> one.header("ETag")).distinct().count());
        assertEquals(400, fund.available(budget));
    }

    @Test
    void an_order_that_is_approved_and_cancelled_at_once_reserves_only_where_it_is_approved() {
        // Given
        var budget = fund.budget(1_000);
        var submitted = IntStream.range(0, 8).mapToObj(i -> orders.submitted(budget, 100)).toList();
        // When
        var ended = atOnce(submitted, new Step(fund.approver, "approve", "2016-09-02", "APPROVED"),
                new Step(fund.countyClerk, "cancel", "2016-09-02", "CANCELLED"));
        // Then
        long approved = ended.stream().filter("APPROVED"::equals).count();
        assertEquals(1_000 - 100 * approved, fund.available(budget));
    }

    @Test
    void an_order_that_is_sent_and_cancelled_at_once_gives_back_only_where_it_is_cancelled() {
        // Given
        var budget = fund.budget(1_000);
        var approved = IntStream.range(0, 8).mapToObj(i -> approved(budget, 100)).toList();
        // When
        var ended = atOnce(approved, new Step(fund.cityCashier, "send", "2016-09-03", "SENT"),
                new Step(fund.approver, "cancel", "2016-09-03", "CANCELLED"));
        // Then
        long sent = ended.stream().filter("SENT"::equals).count();
        assertEquals(1_000 - 100 * sent, fund.available(budget));
    }

    @Test
    void the_bank_pays_nothing_on_an_order_that_is_cancelled_while_it_answers() {
        // Given
        var budget = fund.budget(1_000);
        var approved = IntStream.range(0, 4).mapToObj(i -> approved(budget, 100)).toList();
        var calls = new ArrayList<Supplier<Response>>();
        for (var order : approved) {
            var read = fund.tag("disbursements/" + order);
            calls.add(() -> fund.moveFrom(read, fund.cashier(), "disbursements/" + order,
                    Map.of("transition", "send", "on", "2016-09-03")));
            calls.add(() -> fund.moveFrom(read, fund.approver(), "disbursements/" + order,
                    Map.of("transition", "cancel", "on", "2016-09-03")));
            calls.add(() -> orders.receipt("FILE-" + order, List.of(answer(order, 1, "PAID", 100, order))));
        }
        // When
        var answers = Race.of(calls);
        // Then
        long held = 0;
        for (int i = 0; i < approved.size(); i++) {
            var order = approved.get(i);
            boolean sent = Race.isDone(answers.get(3 * i));
            assertEquals(Map.of(TAKEN, 1L, LATE, 1L), Race.outcomes(answers.subList(3 * i, 3 * i + 2)));
            boolean paid = told(answers.get(3 * i + 2)).equals("POSTED");
            assertEquals(paid ? "POSTED" : "ORDER_NOT_SENT", told(answers.get(3 * i + 2)));
            assertEquals(sent ? paid ? "PAID" : "SENT" : "CANCELLED", fund.state("disbursements/" + order));
            assertEquals(paid ? 1 : 0, Orders.journals(order));
            held += sent ? 100 : 0;
        }
        assertEquals(1_000 - held, fund.available(budget));
    }

    /** Of two steps of each order by people who have read the same version one is taken: the state in which it leaves the order. */
    private List<String> atOnce(List<String> ids, Step one, Step other) {
        var calls = new ArrayList<Supplier<Response>>();
        for (var id : ids) {
            var order = "disbursements/" + id;
            var read = fund.tag(order);
            calls.add(() -> fund.moveFrom(read, one.by().call(), order, one.body()));
            calls.add(() -> fund.moveFrom(read, other.by().call(), order, other.body()));
        }
        var answers = Race.of(calls);
        return IntStream.range(0, ids.size()).mapToObj(i -> {
            assertEquals(Map.of(TAKEN, 1L, LATE, 1L), Race.outcomes(answers.subList(2 * i, 2 * i + 2)));
            var state = Race.isDone(answers.get(2 * i)) ? one.state() : other.state();
            assertEquals(state, fund.state("disbursements/" + ids.get(i)));
            return state;
        }).toList();
    }

    private String approved(String budget, long fen) {
        var order = orders.submitted(budget, fen);
        fund.taken(fund.approver, "disbursements/" + order, "approve", "2016-09-02");
        return order;
    }
}
