package io.zhixing.acceptance.faults.intent;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

import io.zhixing.acceptance.Waiting;
import io.zhixing.acceptance.faults.intent.Entry.State;

/**
 * One client of a service: writes down, sends, and sends again with the same key until it knows. Some give up after an
 * answer that was lost, as real clients do; some ask again for what they were told already.
 */
final class Caller {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int MOST_BROKEN = 3;
    private static final int ONE_IN_SO_MANY_GIVES_UP = 6;
    private static final int ONE_IN_SO_MANY_ASKS_AGAIN = 12;

    private final Sender sender;
    private final Ledger ledger;
    private final BooleanSupplier open;
    private final SplittableRandom random;
    private final boolean patient;

    /**
     * @param open whether the service takes calls; a proxy would know by its readiness
     * @param patient never gives up before its time is over
     */
    Caller(Sender sender, Ledger ledger, BooleanSupplier open, SplittableRandom random, boolean patient) {
        this.sender = sender;
        this.ledger = ledger;
        this.open = open;
        this.random = random;
        this.patient = patient;
    }

    /** Returns when the answer is known or nobody will ask for it any more. */
    State call(Intent intent) {
        ledger.intend(intent);
        boolean givesUp = !patient && random.nextInt(ONE_IN_SO_MANY_GIVES_UP) == 0;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int broken = 0;;) {
            var answer = send(intent);
            broken += answer.isBroken() ? 1 : 0;
            if (answer.isOk()) {
                ledger.end(intent, State.OK, answer);
                if (random.nextInt(ONE_IN_SO_MANY_ASKS_AGAIN) == 0) {
                    askAgain(intent, answer);
                }
                return State.OK;
            }
            if (answer.isRefusal()) {
                ledger.end(intent, State.FAIL, answer);
                return State.FAIL;
            }
            if (givesUp && answer.isUnknown() || broken == MOST_BROKEN || System.nanoTime() > deadline) {
                if (!givesUp) {
                    ledger.remark(intent, "no answer within " + PATIENCE.toSeconds() + " s, the last was "
                            + answer.inWords());
                }
                ledger.end(intent, State.UNKNOWN, answer);
                return State.UNKNOWN;
            }
            Waiting.pass(PAUSE);
        }
    }

    private Answer send(Intent intent) {
        Waiting.secondsUntil("The gate to " + intent.kind().service(), PATIENCE, open);
        var answer = sender.send(intent);
        ledger.sent(intent, answer);
        return answer;
    }

    /** The same key must give the same answer; trouble is none. */
    private void askAgain(Intent intent, Answer first) {
        var again = send(intent);
        if (again.isUnknown() || again.status() == Answer.NOT_SENT) {
            return;
        }
        if (again.status() != first.status() || !again.body().equals(first.body())) {
            ledger.remark(intent, "answered " + first.inWords() + " first and " + again.inWords() + " to the repeat");
        }
    }
}
