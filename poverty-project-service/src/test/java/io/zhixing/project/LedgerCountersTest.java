package io.zhixing.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.figures.Recounts;
import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A kept sum that is not what the ledger's entries say is seen by an operator. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class LedgerCountersTest {

    private final Fund fund = new Fund();

    @Inject
    Recounts recounts;

    @Inject
    MeterRegistry metrics;

    @ParameterizedTest
    @CsvSource({"ledger_account,ledger_account,credits,budget", "ledger_reservation,ledger_account,reserved,budget",
            "obligation,obligation,settled_fen,obligation", "document,fund_source,appropriation_fen,source",
            "document,project,budget_fen,project"})
    void a_kept_sum_that_is_wrong_is_found_by_the_recount(String counter, String table, String column, String of)
            throws SQLException {
        // Given
        var source = fund.source(1_000);
        var project = fund.listedProject();
        var budget = fund.budgetFrom(fund.allocation(source, 1_000), project, 1_000);
        var id = Map.of("source", source, "project", project, "budget", budget, "obligation",
                fund.obligation("LAND_PENSION_RETAINED", 600)).get(of);
        var before = differences(counter);
        // When
        add(table, column, 1, id);
        var found = differences(counter);
        add(table, column, -1, id);
        // Then
        assertEquals(List.of(0.0, 1.0, 0.0), List.of(before, found, differences(counter)));
    }

    private double differences(String counter) {
        recounts.compare();
        return metrics.get("counter_differences").tag("counter", counter).gauge().value();
    }

    private static void add(String table, String column, int fen, String id) throws SQLException {
        try (var connection = Database.asOwner().connect();
                var statement = connection.prepareStatement(
                        "update %s set %s = %s + ? where id = ?".formatted(table, column, column))) {
            statement.setInt(1, fen);
            statement.setObject(2, UUID.fromString(id));
            assertEquals(1, statement.executeUpdate());
        }
    }
}
