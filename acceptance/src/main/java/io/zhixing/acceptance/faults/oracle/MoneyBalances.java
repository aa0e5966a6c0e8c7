package io.zhixing.acceptance.faults.oracle;

import java.util.ArrayList;
import java.util.List;

import io.zhixing.city.launch.Service;

/** P8: the ledger's own transfers, added up anew. */
final class MoneyBalances implements Property {

    /** Balance of each guarded account after each transfer, in the order in which they were entered. */
    private static final String OVERDRAWN = """
            select account::text, min(balance)::text from (
              select account, sum(fen) over (partition by account order by id rows unbounded preceding) as balance
              from (select id, to_account as account, amount_fen as fen from ledger_transfer
                    union all select id, from_account, -amount_fen from ledger_transfer) legs) running
            join ledger_account a on a.id = account and a.guarded
            group by account having min(balance) < 0""";
    private static final String BEYOND_THE_CEILING = """
            select id::text, available_fen::text from ledger_balance where available_fen < 0""";
    /** What was appropriated is with the sources, with whom they gave it to, or paid out. */
    private static final String NOT_ZERO = """
            select 'all', held.fen || ' held, ' || moved.fen || ' came in less what went out'
            from (select sum(credits - debits) as fen from ledger_account where guarded) held,
                 (select sum(case when f.guarded then 0 else t.amount_fen end - case when g.guarded then 0 else t.amount_fen end) as fen
                  from ledger_transfer t join ledger_account f on f.id = t.from_account join ledger_account g on g.id = t.to_account) moved
            where held.fen <> moved.fen""";
    private static final List<String> DRIFTS = List.of("select id::text, kind from ledger_drift",
            "select id::text, what from reservation_drift", "select id::text, kind from obligation_drift",
            "select id::text, what from document_drift");

    @Override
    public String code() {
        return "P8";
    }

    @Override
    public String sentence() {
        return "no account is overdrawn at any time, what went out came in elsewhere, and every stored balance is the sum of its transfers";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        var violations = new ArrayList<String>();
        look(evidence, "overdrawn once", OVERDRAWN, violations);
        look(evidence, "more reserved and paid than there is", BEYOND_THE_CEILING, violations);
        look(evidence, "money made or lost", NOT_ZERO, violations);
        DRIFTS.forEach(drift -> look(evidence, "a stored sum differs from its parts", drift, violations));
        return violations;
    }

    private static void look(Evidence evidence, String what, String query, List<String> violations) {
        Property.few(what, evidence.city().pairs(Service.POVERTY_PROJECT, query).entrySet())
                .forEach(violations::add);
    }
}
