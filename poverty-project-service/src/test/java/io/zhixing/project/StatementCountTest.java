package io.zhixing.project;

import static io.zhixing.project.Fund.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.database.Statements;
import org.junit.jupiter.api.Test;

/** What the frequent calls cost, whatever the number of lines. */
@QuarkusTest
class StatementCountTest {

    private final Fund fund = new Fund();

    @Test
    void a_bank_file_costs_the_same_for_one_line_and_for_forty() {
        // Given
        var budget = fund.budget(10_000);
        var small = fund.sentOrder(budget, 100);
        var large = fund.sentOrder(budget, LongStream.range(0, 40).map(i -> 100).toArray());
        var one = List.of(answer(small, 1, "PAID", 100, small));
        var forty = IntStream.rangeClosed(1, 40).mapToObj(i -> answer(large, i, "PAID", 100, large + "-" + i)).toList();
        // When
        var cheap = counted(() -> fund.receipt("FILE-" + small, one).then().statusCode(200));
        var many = counted(() -> fund.receipt("FILE-" + large, forty).then().statusCode(200));
        // Then
        assertEquals(cheap.count(), many.count(), many.toString());
        assertTrue(many.count() <= 13, many.toString());
    }

    @Test
    void proposing_and_approving_cost_a_handful_of_statements() {
        // Given
        var budget = fund.budget(10_000);
        var order = fund.order(budget, 100);
        var tag = fund.tag("disbursements/" + order);
        var proposal = fund.proposal();
        // When
        var proposed = counted(() -> fund.propose(proposal).then().statusCode(201));
        var approved = counted(() -> fund.approver().header("If-Match", tag)
                .body(Map.of("transition", "approve", "on", "2016-09-02"))
                .post(Fund.BASE + "disbursements/" + order + "/transitions").then().statusCode(200));
        // Then
        assertTrue(proposed.count() <= 8, proposed.toString());
        assertTrue(approved.count() <= 10, approved.toString());
    }

    private static Statements counted(Runnable call) {
        return Statements.of(Database.asApplication(), call::run);
    }
}
