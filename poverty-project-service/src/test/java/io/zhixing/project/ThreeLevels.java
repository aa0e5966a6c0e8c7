package io.zhixing.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.util.List;

import io.zhixing.platform.time.Shanghai;

/** A source, its allocation and its budget of 2016-06-20: of three thousand fen each level has one. */
record ThreeLevels(Fund fund, String source, String allocation, String budget) {

    static ThreeLevels of(Fund fund) {
        var source = fund.source(3_000);
        var allocation = fund.allocation(source, 2_000);
        return new ThreeLevels(fund, source, allocation, fund.budgetFrom(allocation, fund.listedProject(), 1_000));
    }

    /** Nothing went up, whatever of the budget is free. */
    void nothingMoved(long inBudget) {
        assertEquals(List.of(inBudget, 1_000L, 1_000L), List.of(fund.available(budget),
                fund.left("fund-allocations/" + allocation), fund.left("fund-sources/" + source)));
    }

    static String tomorrow() {
        return Shanghai.today(Clock.systemUTC()).plusDays(1).toString();
    }
}
