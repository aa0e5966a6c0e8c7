package io.zhixing.project;

import static io.zhixing.project.Fund.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many callers at once against one account: exactly what it can bear passes, nothing moves twice. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class MoneyRaceTest {

    private static final int BUSY = 503;

    private final Fund fund = new Fund();

    @Test
    void fifty_approvals_at_once_reserve_exactly_what_the_budget_bears() throws Exception {
        // Given
        var budget = fund.budget(1_000);
        var orders = IntStream.range(0, 50).mapToObj(i -> fund.order(budget, 100)).toList();
        // When
        var answers = atOnce(orders.stream().<Supplier<Response>>map(order -> () -> fund.move(fund.approver(),
                "disbursements/" + order, "approve", "2016-09-02")).toList());
        // Then
        assertEquals(10, count(answers, 200, null));
        assertEquals(40, count(answers, 409, "INSUFFICIENT_FUNDS"));
        assertEquals(0, fund.available(budget));
    }

    @Test
    void twenty_allocations_at_once_take_exactly_what_the_source_has() throws Exception {
        // Given
        var source = fund.source(1_000);
        // When
        var answers = atOnce(IntStream.range(0, 20).<Supplier<Response>>mapToObj(
                i -> () -> fund.allocate(source, Fund.COUNTY_CODE, 150L)).toList());
        // Then
        assertEquals(6, count(answers, 201, null));
        assertEquals(14, count(answers, 409, "INSUFFICIENT_FUNDS"));
    }

    @Test
    void one_receipt_that_comes_by_many_ways_at_once_pays_once() throws Exception {
        // Given
        var budget = fund.budget(1_000);
        var order = fund.sentOrder(budget, 600);
        // When
        var answers = atOnce(IntStream.range(0, 12).<Supplier<Response>>mapToObj(i -> () -> fund.receipt(
                "FILE-" + i + "-" + order, List.of(answer(order, 1, "PAID", 600, order)))).toList());
        // Then
        assertEquals(1, answers.stream().filter(one -> "POSTED".equals(one.path("lines[0].outcome"))).count());
        assertEquals(11, answers.stream().filter(one -> "DUPLICATE".equals(one.path("lines[0].outcome"))).count());
        assertEquals(1, Database.asApplication().query(
                "select count(distinct journal_id) from ledger_entry where disbursement_id = ?", row -> row.getInt(1),
                UUID.fromString(order)).get(0));
    }

    @Test
    void a_freeze_and_approvals_at_once_leave_no_approval_after_the_freeze() throws Exception {
        // Given
        var source = fund.source(10_000);
        var project = fund.listedProject();
        fund.fund(project, fund.allocation(source, 10_000), 10_000).then().statusCode(200);
        String budget = fund.reader().queryParam("project", project).get(Fund.BASE + "project-budgets")
                .path("items[0].id");
        var orders = IntStream.range(0, 12).mapToObj(i -> fund.order(budget, 100)).toList();
        var calls = new ArrayList<Supplier<Response>>();
        orders.forEach(order -> calls
                .add(() -> fund.move(fund.approver(), "disbursements/" + order, "approve", "2016-09-02")));
        calls.add(6, () -> fund.move(fund.cashier(), "fund-sources/" + source, "freeze", "2016-09-02"));
        // When
        var answers = atOnce(calls);
        // Then
        assertEquals(200, answers.get(6).statusCode());
        answers.forEach(one -> assertTrue(
                one.statusCode() == 200 || "SOURCE_NOT_PAYABLE".equals(one.path("code")), one.asString()));
        assertEquals("SOURCE_NOT_PAYABLE", fund.move(fund.approver(), "disbursements/" + fund.order(budget, 100),
                "approve", "2016-09-02").path("code"));
    }

    @Test
    void a_freeze_and_budgets_at_once_leave_no_budget_after_the_freeze() throws Exception {
        // Given
        var source = fund.source(10_000);
        var allocations = IntStream.range(0, 8).mapToObj(i -> fund.allocation(source, 100)).toList();
        var projects = IntStream.range(0, 8).mapToObj(i -> fund.listedProject()).toList();
        var calls = new ArrayList<Supplier<Response>>();
        IntStream.range(0, 8).forEach(i -> calls.add(() -> fund.fund(projects.get(i), allocations.get(i), 100)));
        calls.add(4, () -> fund.move(fund.cashier(), "fund-sources/" + source, "freeze", "2016-06-21"));
        // When
        var answers = atOnce(calls);
        // Then
        assertEquals(200, answers.get(4).statusCode());
        answers.forEach(one -> assertTrue(
                one.statusCode() == 200 || "SOURCE_NOT_PAYABLE".equals(one.path("code")), one.asString()));
        assertEquals(answers.stream().filter(one -> one.statusCode() == 200).count() - 1, projects.stream()
                .filter(project -> "FUNDED".equals(fund.state("projects/" + project))).count());
        assertEquals("SOURCE_NOT_PAYABLE", fund.fund(fund.listedProject(), allocations.get(0), 1).path("code"));
    }

    /** All callers start together; one that is told to try again does, as a client would. */
    private static List<Response> atOnce(List<Supplier<Response>> calls) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(calls.size());
        var start = new CountDownLatch(calls.size());
        try {
            return threads.invokeAll(calls.stream().<Callable<Response>>map(call -> () -> {
                start.countDown();
                start.await();
                var answer = call.get();
                while (answer.statusCode() == BUSY) {
                    answer = call.get();
                }
                return answer;
            }).toList()).stream().map(future -> {
                try {
                    return future.get();
                } catch (InterruptedException | ExecutionException failure) {
                    throw new AssertionError(failure);
                }
            }).collect(Collectors.toList());
        } finally {
            threads.shutdown();
        }
    }

    private static long count(List<Response> answers, int status, String code) {
        return answers.stream().filter(one -> one.statusCode() == status)
                .filter(one -> code == null || code.equals(one.path("code"))).count();
    }
}
