package io.zhixing.project;

import static io.zhixing.project.Fund.answer;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the bank says moves money once, line by line. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class BankReceiptTest {

    private final Fund fund = new Fund();

    @Test
    void the_same_receipt_moves_money_once() {
        // Given
        var budget = fund.budget(1_000);
        var order = fund.sentOrder(budget, 600);
        var file = List.of(answer(order, 1, "PAID", 600, order));
        fund.receipt("FILE-" + order, file).then().statusCode(200).body("lines[0].outcome", is("POSTED"));
        // When
        var again = fund.receipt("FILE-" + order, file);
        var underAnotherName = fund.receipt("COPY-" + order, file);
        // Then
        again.then().statusCode(200).body("lines[0].outcome", is("DUPLICATE"));
        underAnotherName.then().statusCode(200).body("lines[0].outcome", is("DUPLICATE"));
        assertEquals(1, journals(order));
        assertEquals(400, fund.available(budget));
    }

    @Test
    void a_receipt_is_answered_line_by_line_and_a_bad_order_holds_nobody_else() {
        // Given
        var budget = fund.budget(1_000);
        var sent = fund.sentOrder(budget, 300);
        var unsent = fund.order(budget, 200);
        // When
        var receipt = fund.receipt("FILE-" + sent, List.of(answer(unsent, 1, "PAID", 200, unsent),
                answer(sent, 1, "PAID", 300, sent), answer(sent, 2, "PAID", 1, sent + "-x"),
                answer(UUID.randomUUID().toString(), 1, "PAID", 1, "nobody")));
        // Then
        receipt.then().statusCode(200)
                .body("lines.outcome", is(List.of("REFUSED", "POSTED", "UNKNOWN_LINE", "UNKNOWN_LINE")))
                .body("lines[0].code", is("ORDER_NOT_SENT"));
        assertEquals(0, journals(unsent));
    }

    @Test
    void a_bank_reference_pays_one_line_only() {
        // Given
        var budget = fund.budget(1_000);
        var first = fund.sentOrder(budget, 300);
        var second = fund.sentOrder(budget, 300);
        fund.receipt("FILE-" + first, List.of(answer(first, 1, "PAID", 300, first))).then().statusCode(200);
        // When
        var receipt = fund.receipt("FILE-" + second, List.of(answer(second, 1, "PAID", 300, first)));
        // Then
        receipt.then().statusCode(200).body("lines[0].outcome", is("REFUSED")).body("lines[0].code",
                is("BANK_REFERENCE_USED"));
        assertEquals("SENT", fund.state("disbursements/" + second));
    }

    private static long journals(String order) {
        return Database.asApplication().query(
                "select count(distinct journal_id) from ledger_entry where disbursement_id = ?",
                row -> row.getLong(1), UUID.fromString(order)).get(0);
    }
}
