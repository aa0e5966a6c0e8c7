package io.zhixing.project;

import static io.zhixing.platform.testing.Eventually.eventually;
import static io.zhixing.project.Fund.refused;
import static io.zhixing.project.Orders.answer;
import static io.zhixing.project.Orders.lines;
import static io.zhixing.project.Orders.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bank files that come at once, and beside the closing of a project: each line is answered once, and money moves once for it. */
@QuarkusTest
@ExtendWith({NoDrift.class, NoDeadlock.class})
class BankRaceTest {

    private static final int FILES_AT_ONCE = 4;

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);

    @Test
    void a_line_that_is_told_as_paid_and_as_failed_at_once_is_either() {
        // Given
        var budget = fund.budget(1_000);
        var sent = IntStream.range(0, 4).mapToObj(i -> orders.sent(budget, 100)).toList();
        // When
        var answers = Race.of(sent.stream().flatMap(order -> Stream.<Supplier<Response>>of(
                () -> orders.receipt("PAID-" + order, List.of(answer(order, 1, "PAID", 100, order))),
                () -> orders.receipt("FAILED-" + order, List.of(answer(order, 1, "FAILED", 100, order)))))
                .toList());
        // Then
        long paid = 0;
        for (int i = 0; i < sent.size(); i++) {
            boolean posted = told(answers.get(2 * i)).equals("POSTED");
            assertEquals(posted ? List.of("POSTED", "ALREADY_PAID") : List.of("TRANSITION_NOT_AVAILABLE", "FAILED"),
                    List.of(told(answers.get(2 * i)), told(answers.get(2 * i + 1))));
            assertEquals(posted ? "PAID" : "PARTLY_RETURNED", fund.state("disbursements/" + sent.get(i)));
            assertEquals(posted ? 1 : 0, Orders.journals(sent.get(i)));
            paid += posted ? 100 : 0;
        }
        assertEquals(1_000 - paid, fund.available(budget));
    }

    @Test
    void a_bank_reference_that_stands_on_two_orders_at_once_pays_one_of_them() {
        // Given
        var budget = fund.budget(1_000);
        var sent = IntStream.range(0, 4).mapToObj(i -> orders.sent(budget, 100)).toList();
        // When
        var answers = Race.of(sent.stream().<Supplier<Response>>map(order -> () -> orders.receipt("FILE-" + order,
                List.of(answer(order, 1, "PAID", 100, "REF-" + budget)))).toList());
        // Then
        assertEquals(Map.of("POSTED", 1L, "BANK_REFERENCE_USED", 3L), toldOf(answers));
        assertEquals(1, sent.stream().mapToLong(Orders::journals).sum());
    }

    @Test
    void lines_that_many_files_tell_as_returned_come_back_once_each() {
        // Given
        var budget = fund.budget(1_000);
        var order = orders.sent(budget, 300, 300, 300);
        paid(order, 300, 3);
        // When
        var answers = Race.of(IntStream.range(0, 12).<Supplier<Response>>mapToObj(i -> () -> orders.receipt(
                "BACK-" + i + order, List.of(answer(order, 1 + i % 3, "RETURNED", 300, "BACK-" + i + order))))
                .toList());
        // Then
        assertEquals(Map.of("RETURNED", 3L, "DUPLICATE", 9L), toldOf(answers));
        assertEquals(4, Orders.journals(order));
        assertEquals(1_000, fund.available(budget));
        assertEquals("PARTLY_RETURNED", fund.state("disbursements/" + order));
    }

    @Test
    void a_return_for_a_closed_budget_that_many_files_tell_at_once_is_kept_once() {
        // Given
        var order = orders.paidAndClosed(600);
        // When
        var answers = Race.of(IntStream.range(0, 8).<Supplier<Response>>mapToObj(i -> () -> orders.receipt(
                "LATE-" + i + order, List.of(answer(order, 1, "RETURNED", 600, "LATE-" + i + order)))).toList());
        // Then
        assertEquals(Map.of("UNALLOCATED", 1L, "DUPLICATE", 7L), toldOf(answers));
        assertEquals(1, Orders.journals(order));
    }

    /** The file is judged while the budget is open, and meets a closed one where its money would go. */
    @Test
    void a_return_that_meets_a_budget_which_is_just_being_closed_waits_for_two_persons() throws Exception {
        // Given
        var project = fund.listedProject();
        var order = orders.paidAndAccepted(project, 600);
        List<Future<Response>> closing;
        List<Future<Response>> returning;
        try (var other = HeldRow.of("ledger_account", orders.budgetOf(order))) {
            // When
            closing = Race.started(List.of(
                    () -> fund.move(fund.cashier(), "projects/" + project, "close", "2016-11-01")));
            eventually(() -> assertEquals(1, other.waiting()));
            returning = Race.started(List.of(() -> returned(order, 600)));
            eventually(() -> assertEquals(2, other.waiting()));
        }
        // Then
        Race.answers(closing).get(0).then().statusCode(200);
        assertEquals("UNALLOCATED", told(Race.answers(returning).get(0)));
        assertEquals(1, Orders.journals(order));
        assertEquals("PAID", fund.state("disbursements/" + order));
        assertEquals("DUPLICATE", told(returned(order, 600)));
    }

    @Test
    void a_project_to_whose_budget_money_is_just_coming_back_is_not_closed() throws Exception {
        // Given
        var project = fund.listedProject();
        var order = orders.paidAndAccepted(project, 600);
        var budget = orders.budgetOf(order);
        List<Future<Response>> closing;
        List<Future<Response>> returning;
        try (var other = HeldRow.of("ledger_account", budget)) {
            // When
            returning = Race.started(List.of(() -> returned(order, 600)));
            eventually(() -> assertEquals(1, other.waiting()));
            closing = Race.started(List.of(
                    () -> fund.move(fund.cashier(), "projects/" + project, "close", "2016-11-01")));
            eventually(() -> assertEquals(2, other.waiting()));
        }
        // Then
        assertEquals("RETURNED", told(Race.answers(returning).get(0)));
        refused(Race.answers(closing).get(0), 409, "ACCOUNT_CLOSED");
        assertEquals("ACCEPTED", fund.state("projects/" + project));
        assertEquals(600, fund.available(budget));
    }

    @Test
    void projects_that_are_closed_while_their_money_comes_back_hold_it_or_are_closed_without_it() {
        // Given
        var projects = IntStream.range(0, FILES_AT_ONCE).mapToObj(i -> fund.listedProject()).toList();
        var paid = projects.stream().map(project -> orders.paidAndAccepted(project, 600)).toList();
        var calls = new ArrayList<Supplier<Response>>();
        for (int i = 0; i < projects.size(); i++) {
            var project = projects.get(i);
            var order = paid.get(i);
            calls.add(() -> fund.move(fund.cashier(), "projects/" + project, "close", "2016-11-01"));
            calls.add(() -> returned(order, 600));
        }
        // When
        var answers = Race.of(calls);
        // Then
        for (int i = 0; i < projects.size(); i++) {
            boolean closed = Race.isDone(answers.get(2 * i));
            assertEquals(closed ? "UNALLOCATED" : "RETURNED", told(answers.get(2 * i + 1)));
            assertTrue(Set.of("200", "409 MONEY_LEFT", "409 ACCOUNT_CLOSED")
                    .contains(Race.outcome(answers.get(2 * i))), answers.get(2 * i).asString());
            assertEquals(closed ? "CLOSED" : "ACCEPTED", fund.state("projects/" + projects.get(i)));
            assertEquals(closed ? 0 : 600, fund.available(orders.budgetOf(paid.get(i))));
        }
    }

    /** Half of them on two days, so with two postings each: NoDeadlock tells whether they wait for one another. */
    @Test
    void orders_that_settle_the_same_obligations_in_opposite_order_are_paid_and_returned_at_once() {
        // Given
        var owed = Stream.generate(() -> fund.obligation("LAND_COMPENSATION_ARREARS", 400)).limit(2).toList();
        var sent = IntStream.range(0, FILES_AT_ONCE)
                .mapToObj(i -> settling(owed.get(i % 2), owed.get(1 - i % 2))).toList();
        // When
        var paid = Race.of(files(sent, "PAID"));
        var settled = owed.stream().map(one -> fund.state("obligations/" + one)).toList();
        var returned = Race.of(files(sent, "RETURNED"));
        // Then
        paid.forEach(one -> assertEquals(List.of("POSTED", "POSTED"), one.path("lines.outcome")));
        assertEquals(List.of("SETTLED", "SETTLED"), settled);
        returned.forEach(one -> assertEquals(List.of("RETURNED", "RETURNED"), one.path("lines.outcome")));
        owed.forEach(one -> assertEquals("OPEN", fund.state("obligations/" + one)));
    }

    private List<Supplier<Response>> files(List<String> sent, String result) {
        return IntStream.range(0, sent.size()).<Supplier<Response>>mapToObj(i -> {
            var order = sent.get(i);
            var second = answer(order, 2, result, 100, order + result + 2);
            second.put("on", i < 2 ? "2016-09-05" : "2016-09-06");
            var told = List.of(answer(order, 1, result, 100, order + result + 1), second);
            return () -> orders.receipt(result + order, told);
        }).toList();
    }

    /** An order at the bank, of a budget of its own, whose two lines of 100 fen settle these. */
    private String settling(String first, String second) {
        var lines = lines(100, 100);
        lines.get(0).put("obligationId", first);
        lines.get(1).put("obligationId", second);
        return orders.send(orders.request(fund.budget(200), 200, lines).then().statusCode(201).extract().path("id"));
    }

    private void paid(String order, long fen, int lines) {
        orders.receipt("PAID-" + order, IntStream.rangeClosed(1, lines)
                .mapToObj(line -> answer(order, line, "PAID", fen, order + line)).toList()).then().statusCode(200);
    }

    private Response returned(String order, long fen) {
        return orders.receipt("BACK-" + order, List.of(answer(order, 1, "RETURNED", fen, "BACK-" + order)));
    }

    private static Map<String, Long> toldOf(List<Response> answers) {
        return Race.countedBy(answers, Orders::told);
    }
}
