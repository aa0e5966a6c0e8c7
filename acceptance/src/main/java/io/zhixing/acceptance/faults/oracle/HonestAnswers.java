package io.zhixing.acceptance.faults.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.zhixing.acceptance.faults.intent.Ledger.Sending;

/** What the contract promises of trouble: every call of the load is right, so nothing else may be answered. */
final class HonestAnswers implements Property {

    @Override
    public String code() {
        return "answers";
    }

    @Override
    public String sentence() {
        return "a right call is answered with success, with 503 and Retry-After, or not at all";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        var broken = new ArrayList<String>();
        var refused = new ArrayList<String>();
        for (var sending : evidence.ledger().since(Long.MIN_VALUE)) {
            if (sending.answer().isBroken()) {
                broken.add(sending.inWords());
            } else if (isRefusedWithoutCause(sending)) {
                refused.add(sending.inWords());
            }
        }
        return Stream.concat(Property.few("trouble told otherwise than by 503 with Retry-After", broken),
                Property.few("right calls refused", refused)).toList();
    }

    /** Approvals compete for money: some must be refused. */
    private static boolean isRefusedWithoutCause(Sending sending) {
        return sending.answer().isRefusal() && !sending.answer().code().equals("INSUFFICIENT_FUNDS");
    }
}
