package io.zhixing.project;

import static io.zhixing.project.Fund.refused;
import static org.hamcrest.Matchers.is;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A filter's value that none can be is refused: an empty list would answer a question that nobody asked. */
@QuarkusTest
class FilterTest {

    private final Fund fund = new Fund();

    @ParameterizedTest
    @CsvSource({"fund-sources,category,ROAD", "fund-sources,state,OPEN", "fund-allocations,category,ROAD",
            "fund-allocations,county,44122", "fund-allocations,fundSource,x", "projects,category,POVERTY_SPECIAL",
            "projects,state,OPEN", "projects,county,Deqing", "projects,fundAllocation,x", "projects,investedIn,2016",
            "projects,libraryYearOverOn,2016",
            "projects,investedIn,2017-01-01/2016-01-01/2026-01-01",
            "project-budgets,project,x", "project-budgets,fundAllocation,x", "performance-targets,project,x",
            "notices,kind,COUNTY", "notices,state,DRAFT", "notices,project,x", "objections,state,PASSED",
            "objections,notice,x", "disbursements,state,OPEN", "disbursements,project,x", "disbursements,budget,x",
            "recoveries,kind,ROAD", "recoveries,state,OPEN", "recoveries,toLevel,BUDGET", "recoveries,county,44122",
            "recoveries,account,x", "recoveries,budget,x", "recoveries,fundAllocation,x", "recoveries,fundSource,x",
            "obligations,kind,OTHER", "obligations,state,CLOSED", "obligations,county,4412231", "rules,code,NOTICE",
            "rules,on,2016", "imports,kind,project", "ledger/journals,kind,PAYMENT", "ledger/journals,account,4",
            "ledger/journals,disbursement,x", "ledger/journals,occurredFrom,2016",
            "ledger/journals,occurredTo,2016-13-01", "ledger/journals,reversed,maybe", "reversals,state,OPEN",
            "unallocated-returns,state,OPEN", "unallocated-returns,disbursement,x", "reversals,journal,x",
            "reversals,journal,1234567890123456789"})
    void a_value_that_none_can_be_is_refused(String list, String filter, String value) {
        // When
        var answer = fund.clerk().queryParam(filter, value).get(Fund.BASE + list);
        // Then
        refused(answer, 400, "PARAMETER_INVALID");
        answer.then().body("errors.parameter", is(List.of(filter)));
    }

    @ParameterizedTest
    @CsvSource({"ALLOCATION,ASSISTANCE", "ALLOCATION,abc", "BUDGET,POVERTY_SPECIAL", "PAYMENT,ASSISTANCE",
            "PAYMENT,land_pension_retained"})
    void entries_of_a_level_have_the_categories_of_that_level(String level, String category) {
        // When
        var answer = entries(level, category);
        // Then
        refused(answer, 400, "PARAMETER_INVALID");
        answer.then().body("errors.parameter", is(List.of("category")));
    }

    @Test
    void entries_of_several_categories_are_listed_together() {
        // Given
        fund.allocation(fund.source(700), 700);
        fund.allocation(fund.source("SOCIAL_DONATION", 50, "ROAD"), 50);
        fund.allocation(fund.source("OTHER", 1, "ROAD"), 1);
        // When
        var one = entries("ALLOCATION", "POVERTY_SPECIAL");
        var two = entries("ALLOCATION", "POVERTY_SPECIAL", "SOCIAL_DONATION");
        // Then
        one.then().statusCode(200).body("sums.netFen", is(700)).body("total", is(1));
        two.then().statusCode(200).body("sums.netFen", is(750)).body("total", is(2));
    }

    private Response entries(String level, Object... categories) {
        return fund.reader().queryParam("level", level).queryParam("category", categories).queryParam("count", true)
                .get(Fund.BASE + "ledger/entries");
    }
}
