package io.zhixing.acceptance.faults.strike;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.zhixing.acceptance.faults.Fault;
import io.zhixing.acceptance.faults.Trial;
import io.zhixing.acceptance.faults.intent.Entry;
import io.zhixing.acceptance.faults.intent.Entry.State;
import io.zhixing.acceptance.faults.intent.Intent;
import io.zhixing.acceptance.faults.intent.Kind;
import io.zhixing.city.launch.Service;

/** 23: many approvals at once against one budget that can pay for a part of them. */
public final class RacingApprovals implements Fault {

    private static final int ORDERS = 500;
    private static final int AFFORDABLE = 200;

    @Override
    public String number() {
        return "23";
    }

    @Override
    public String zh() {
        return "500笔批准同时争用一个预算";
    }

    @Override
    public String en() {
        return "500 approvals at once against one budget";
    }

    @Override
    public String hypothesis() {
        return "Exactly as many are approved as the budget can pay for; the others are refused and reserve nothing.";
    }

    @Override
    public void strike(Trial trial) {
        long available = available(trial);
        long fen = available / AFFORDABLE;
        long affordable = available / fen;
        var wanted = new ArrayList<Intent>();
        for (int i = 0; i < ORDERS; i++) {
            wanted.add(trial.writings().order(fen));
        }
        trial.load().together(wanted);
        var orders = entries(trial, wanted);
        trial.require(orders.stream().allMatch(one -> one.state() == State.OK), "not every order was drawn up");
        var approvals = orders.stream().filter(one -> one.state() == State.OK)
                .map(one -> Intent.moving(trial.writings().number(), Kind.APPROVAL, one.id(), one.version(),
                        Map.of("transition", "approve", "on", "2017-05-01")))
                .toList();
        long start = System.nanoTime();
        trial.load().together(approvals);
        trial.recovery().took("all answered", (System.nanoTime() - start) / 1e9, 60);
        var answered = entries(trial, approvals);
        long approved = trial.city().number(Service.POVERTY_PROJECT, "select count(*) from ledger_reservation where"
                + " account_id = '" + trial.city().purse().budget()
                + "' and disbursement_id in (select id from disbursement"
                + " where amount_fen = " + fen + ")");
        trial.recovery().counted("approved", approved);
        trial.recovery().counted("refused", answered.stream().filter(one -> one.state() == State.FAIL).count());
        trial.require(approved == affordable, approved + " were approved, " + affordable + " could be paid for");
        trial.require(available(trial) < fen, "there is still money for an order that was refused");
    }

    private static List<Entry> entries(Trial trial, List<Intent> intents) {
        var these = Set.copyOf(intents);
        return trial.ledger().entries().stream().filter(one -> these.contains(one.intent())).toList();
    }

    private static long available(Trial trial) {
        return trial.city().number(Service.POVERTY_PROJECT,
                "select available_fen from ledger_balance where id = '" + trial.city().purse().budget() + "'");
    }
}
