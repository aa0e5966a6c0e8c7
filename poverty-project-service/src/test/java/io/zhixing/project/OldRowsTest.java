package io.zhixing.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.zhixing.platform.outbox.EventType;
import io.zhixing.platform.testing.database.OldDatabase;
import io.zhixing.platform.testing.event.EventContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What migrations make of reversals that were there before what they reversed said so. */
class OldRowsTest {

    private static OldDatabase old;

    @BeforeAll
    static void migrateOldRows() throws SQLException, IOException {
        old = OldDatabase.migrated("227", "/rows-of-v227.sql");
    }

    @AfterAll
    static void stop() throws IOException {
        old.close();
    }

    @Test
    void what_had_been_reversed_is_told_once_as_its_missing_version() throws SQLException {
        // When
        var told = old.rowsOfThePipeline("""
                select concat_ws(' ', aggregatetype, right(aggregateid, 2), aggregateversion, payload::json ->> 'state',
                                 coalesce(payload::json ->> 'appropriationFen', payload::json ->> 'amountFen', payload::json ->> 'budgetFen'),
                                 payload::json ->> 'effectiveOn')
                from outbox order by 1""");
        // Then
        assertEquals(List.of("fund-allocation 21 2 0 2016-09-16", "fund-recovery 51 4 PARTLY_REVERSED 100 2016-09-16",
                "fund-source 11 3 REVERSED 0 2016-09-16", "project 31 6 IN_LIBRARY 0 2016-09-16"), told);
        assertEquals(told.size(),
                Integer.parseInt(old.rows("select count(*) from change where version = case resource_type "
                        + "when 'fund-allocation' then 2 when 'fund-recovery' then 4 when 'fund-source' then 3 else 6 end")
                        .get(0)));
    }

    @Test
    void what_is_told_keeps_to_the_contract() throws SQLException {
        // Given
        var contracts = new ProjectEvents().types().stream()
                .collect(Collectors.toMap(EventType::name, EventContract::of));
        // When
        var violations = new ArrayList<String>();
        for (var event : old.rowsOfThePipeline("select split_part(type, '.', 4) || '.v1 ' || payload from outbox")) {
            var parts = event.split(" ", 2);
            violations.addAll(contracts.get(parts[0]).violations(parts[1]));
        }
        // Then
        assertEquals(List.of(), violations);
    }

    @Test
    void a_suspended_project_whose_last_budget_was_reversed_resumes_in_the_library() throws SQLException {
        // Then
        assertEquals(List.of("P1 IN_LIBRARY 6", "P2 SUSPENDED IN_LIBRARY 5"), old.rows(
                "select concat_ws(' ', code, status, resume_status, version) from project order by code"));
    }
}
