package io.zhixing.project.payment;

import java.time.LocalDate;
import java.util.UUID;

/** One line of a bank file. {@code amountFen} is compared with the payee line; {@code failure} is given for FAILED alone. */
record BankLine(int row, UUID disbursementId, int lineNo, BankResult result, String bankRef, LocalDate on,
        long amountFen, PaymentFailure failure) {

    ReceiptAnswer answered(ReceiptOutcome outcome) {
        return new ReceiptAnswer(row, disbursementId, lineNo, outcome, null);
    }

    ReceiptAnswer refused(String code) {
        return new ReceiptAnswer(row, disbursementId, lineNo, ReceiptOutcome.REFUSED, code);
    }
}
