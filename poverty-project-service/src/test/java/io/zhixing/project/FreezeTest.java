package io.zhixing.project;

import static io.zhixing.platform.testing.Eventually.eventually;
import static io.zhixing.project.Fund.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A freeze of a source and what needs the source active wait for one another: whichever commits first decides. */
@QuarkusTest
@ExtendWith({NoDrift.class, NoDeadlock.class})
class FreezeTest {

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);

    @Test
    void a_freeze_and_approvals_at_once_leave_no_approval_after_the_freeze() {
        // Given
        var source = fund.source(10_000);
        var budget = fund.budgetFrom(fund.allocation(source, 10_000), fund.listedProject(), 10_000);
        var submitted = IntStream.range(0, 12).mapToObj(i -> orders.submitted(budget, 100)).toList();
        var calls = new ArrayList<Supplier<Response>>();
        submitted.forEach(order -> calls
                .add(() -> fund.move(fund.approver(), "disbursements/" + order, "approve", "2016-09-02")));
        calls.add(6, () -> fund.move(fund.cashier(), "fund-sources/" + source, "freeze", "2016-09-02"));
        // When
        var answers = Race.of(calls);
        // Then
        assertEquals(200, answers.get(6).statusCode());
        answers.forEach(one -> assertTrue(
                one.statusCode() == 200 || "SOURCE_NOT_PAYABLE".equals(one.path("code")), one.asString()));
        assertEquals("SOURCE_NOT_PAYABLE", fund.move(fund.approver(), "disbursements/" + orders.submitted(budget, 100),
                "approve", "2016-09-02").path("code"));
    }

    @Test
    void whatever_needs_an_active_source_waits_for_a_freeze_that_is_not_yet_committed_and_is_refused()
            throws Exception {
        // Given
        var source = fund.source(1_000);
        var allocation = fund.allocation(source, 600);
        var unfunded = List.of(fund.listedProject(), fund.listedProject());
        var budget = fund.budgetFrom(allocation, fund.listedProject(), 100);
        var order = orders.submitted(budget, 100);
        List<Response> answers;
        try (var freezing = Database.asApplication().within(fund.city.path()).connect()) {
            int freeze = freeze(freezing, source);
            // When
            var coming = Race.started(List.of(() -> fund.fund(unfunded.get(0), allocation, 100),
                    () -> Fund.approveBudget(fund.cashier(), unfunded.get(1), allocation, 100),
                    () -> fund.move(fund.approver(), "disbursements/" + order, "approve", "2016-09-02"),
                    () -> fund.allocate(source, Fund.COUNTY_CODE, 100L)));
            eventually(() -> assertEquals(coming.size(), waitingFor(freeze).size()));
            freezing.commit();
            answers = Race.answers(coming);
        }
        // Then
        answers.forEach(one -> refused(one, 409, "SOURCE_NOT_PAYABLE"));
        unfunded.forEach(project -> assertEquals("IN_LIBRARY", fund.state("projects/" + project)));
        assertEquals("SUBMITTED", fund.state("disbursements/" + order));
        assertEquals(100, fund.available(budget));
    }

    @Test
    void a_freeze_waits_for_a_budget_that_is_being_approved() throws Exception {
        // Given
        var source = fund.source(1_000);
        var allocation = fund.allocation(source, 600);
        var project = fund.listedProject();
        List<Response> answers;
        try (var posting = Database.asOwner().connect()) {
            int held = holdAccount(posting, allocation);
            var approval = Race.started(List.of(() -> fund.fund(project, allocation, 100)));
            eventually(() -> assertEquals(1, waitingFor(held).size()));
            int approving = waitingFor(held).get(0);
            // When
            var freeze = Race.started(List.of(
                    () -> fund.move(fund.cashier(), "fund-sources/" + source, "freeze", "2016-06-21")));
            eventually(() -> assertEquals(1, waitingFor(approving).size()));
            posting.rollback();
            answers = Stream.of(approval, freeze).flatMap(one -> Race.answers(one).stream()).toList();
        }
        // Then
        answers.forEach(one -> one.then().statusCode(200));
        assertEquals("FUNDED", fund.state("projects/" + project));
        assertEquals("FROZEN", fund.state("fund-sources/" + source));
    }

    /** As the step does it, without an end of the transaction; the backend that holds the row. */
    private static int freeze(Connection connection, String source) throws SQLException {
        return held(connection, """
                update fund_source set status = 'FROZEN', status_on = '2016-06-01', version = version + 1 where id = ?::uuid
                returning pg_backend_pid()""", source);
    }

    /** As any other posting does; an approval comes to it when it has looked at the source. */
    private static int holdAccount(Connection connection, String account) throws SQLException {
        return held(connection, "select pg_backend_pid() from ledger_account where id = ?::uuid for no key update",
                account);
    }

    private static int held(Connection connection, String sql, String id) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            try (var row = statement.executeQuery()) {
                assertTrue(row.next());
                return row.getInt(1);
            }
        }
    }

    /** The backends that wait for a lock which this one holds. */
    private static List<Integer> waitingFor(int backend) {
        return Database.asApplication().query(
                "select pid from pg_stat_activity where ? = any (pg_blocking_pids(pid))", row -> row.getInt(1),
                backend);
    }
}
