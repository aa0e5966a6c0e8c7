package io.zhixing.project;

import static io.zhixing.platform.testing.Eventually.eventually;
import static io.zhixing.project.Orders.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Beside each journal stands what it moved and whose it is; it stays so when organizations move. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class JournalPlaceTest {

    /** As the migration filled the table from the transfers that were there. */
    private static final String BY_THE_TRANSFERS = """
            select m.journal_id || ' ' || coalesce(b.organization_path, a.organization_path, s.organization_path) || ' ' || m.from_account
                   || ' ' || m.to_account || ' ' || m.fen || ' ' || m.lines
            from (select journal_id, from_account, to_account, sum(amount_fen)::bigint as fen, count(payment_id)::int as lines
                  from ledger_transfer group by 1, 2, 3) m
            left join project_budget b on b.id in (m.from_account, m.to_account)
            left join fund_allocation a on a.id in (m.from_account, m.to_account)
            left join fund_source s on s.id in (m.from_account, m.to_account) order by m.journal_id""";

    private static final String AS_KEPT = """
            select journal_id || ' ' || organization_path || ' ' || from_account || ' ' || to_account || ' ' || amount_fen || ' ' || line_count
            from journal_place order by journal_id""";

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);
    private final Reversals reversals = new Reversals(fund);

    @Test
    void what_is_kept_of_every_journal_is_what_its_transfers_say() {
        // Given
        reversals.reversed(reversals.of(paid(), "PAY"), "2016-09-08");
        new TakingBack(fund).executed(fund.budget(1_000), 300, "TREASURY");
        // When
        var kept = Database.asOwner().query(AS_KEPT, row -> row.getString(1));
        // Then
        assertEquals(Database.asOwner().query(BY_THE_TRANSFERS, row -> row.getString(1)), kept);
        assertEquals(Database.asOwner().query("select count(*) from ledger_journal", row -> row.getInt(1)),
                List.of(kept.size()));
    }

    @Test
    void journals_and_requests_follow_an_organization_that_moves() {
        // Given
        var other = City.county(fund.city);
        var waiting = reversals.requested(reversals.of(paid(), "PAY"), "2016-09-08");
        var finance = new Handler("FUND_CASHIER", other, UUID.randomUUID());
        // When
        City.tell(fund.village.id(), 1, "organization-path-changed.v1",
                """
                {"organizationId":"%s","version":1,"code":"%s","path":"%s","previousPath":"%s","effectiveOn":"2016-10-01"}"""
                        .formatted(fund.village.id(), fund.village.code(), other.path() + "moved/",
                                fund.village.path()));
        // Then
        eventually(() -> finance.call().get(Fund.BASE + waiting).then().statusCode(200));
        assertEquals(List.of("BUDGET", "PAY"), finance.call().get(Fund.BASE + "ledger/journals").then()
                .statusCode(200).extract().<List<String>>path("items.kind"));
        finance.call().header("If-Match", reversals.tag(waiting))
                .body(Map.of("transition", "confirm", "on", "2016-09-08"))
                .post(Fund.BASE + waiting + "/transitions").then().statusCode(200);
    }

    /** An order of two lines that the bank has paid. */
    private String paid() {
        var order = orders.sent(fund.budget(1_000), 300, 200);
        orders.receipt("FILE-" + order, List.of(answer(order, 1, "PAID", 300, order + "-1"),
                answer(order, 2, "PAID", 200, order + "-2"))).then().statusCode(200);
        return order;
    }
}
