package io.zhixing.project.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.time.Ids;

/** The payee lines (支付明细) of orders, written by one statement whatever their number. */
@Singleton
class PayeeLines {

    static final Listing<PaymentView> LISTING = Listing.of(PaymentView.class, """
            l.id, l.disbursement_id, l.line_no, l.beneficiary_id, l.payee_name, l.obligation_id, l.amount_fen, l.status, l.failure, l.paid_on,
            l.returned_on""", "payment l", PaymentView::read)
            .scopedBy("l.organization_path")
            .orderedBy("organization", "l.organization_path", "text", "l.id", "uuid")
            .filter("disbursement", "l.disbursement_id = ?")
            .filter("obligation", "l.obligation_id = ?")
            .filter("state", "l.status = any (?)")
            .measure("amountFen", "l.amount_fen");

    private final Sql database;

    PayeeLines(Sql database) {
        this.database = database;
    }

    private record Numbered(UUID id, int no, PayeeLine line) {}

    /** Lines are numbered from 1 in the order given. */
    void add(Disbursement order, List<PayeeLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var numbered = new ArrayList<Numbered>();
        lines.forEach(line -> numbered.add(new Numbered(Ids.next(), numbered.size() + 1, line)));
        database.update(
                """
                insert into payment (disbursement_id, organization_path, id, line_no, beneficiary_id, payee_name, obligation_id, amount_fen)
                select ?, ?, l.* from unnest(?::uuid[], ?::integer[], ?::uuid[], ?::text[], ?::uuid[], ?::bigint[]) as l""",
                order.id(), order.path(),
                Batch.of(numbered).column("uuid", Numbered::id).column("integer", Numbered::no)
                        .column("uuid", one -> one.line().beneficiaryId())
                        .column("text", one -> one.line().storedName()).column("uuid", one -> one.line().obligationId())
                        .column("bigint", one -> one.line().amountFen()));
    }
}
