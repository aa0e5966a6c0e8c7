package io.zhixing.project.recovery;

import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.transition.Guard;
import io.zhixing.platform.transition.Move;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.StepJudge;
import io.zhixing.platform.transition.Steps;
import io.zhixing.platform.transition.Subject;
import io.zhixing.platform.transition.Transitions;
import io.zhixing.project.Actor;
import io.zhixing.project.CountyOffice;
import io.zhixing.project.ProjectProblems;
import io.zhixing.project.Roles;
import io.zhixing.project.ledger.Ledger;

/** The steps of a recovery: another person confirms it, and its execution alone moves money. */
@RequestScoped
public class MoveRecovery {

    /**
     * What an execution would find.
     *
     * @param availableFen what the account holds, not counting what is reserved
     * @param closed whether this account, or the source that the money comes to, takes part in nothing any more
     */
    record Prospect(long availableFen, boolean closed) {

        /** Where nobody asks: nothing stands against the recovery. */
        static final Prospect NOT_ASKED = new Prospect(Long.MAX_VALUE, false);
    }

    /** {@code comment} is null while nobody takes a step and only its openness is asked for; then alone the prospect is looked at. */
    record Facts(Recovery recovery, Supplier<String> county, String actor, boolean taken, String comment,
            Prospect prospect) {}

    private static final Guard<Facts> ANOTHER_PERSON = Guard
            .holds(facts -> !facts.recovery().isProposedBy(facts.actor()), ProjectProblems.FOUR_EYES);
    private static final Guard<Facts> OPEN = Guard.holds(facts -> !facts.prospect().closed(),
            ProjectProblems.ACCOUNT_CLOSED);
    private static final Guard<Facts> ENOUGH = Guard.holds(
            facts -> facts.recovery().fits(facts.prospect().availableFen()), ProjectProblems.INSUFFICIENT_FUNDS);
    private static final Guard<Facts> REASON_GIVEN = Guard.holds(
            facts -> !facts.taken() || facts.comment() != null && !facts.comment().isBlank(),
            ProjectProblems.REASON_REQUIRED);

    private static final String REVERSED = "reverse";
    private static final String REVERSED_IN_PART = "reverse-in-part";

    public static final Steps<RecoveryState, Facts> STEPS = Steps.of(
            step("confirm", RecoveryState.PROPOSED, RecoveryState.CONFIRMED, "确认", "Confirm", Roles.FUND_APPROVER)
                    .when(ANOTHER_PERSON),
            dismissal(RecoveryState.PROPOSED),
            step("execute", RecoveryState.CONFIRMED, RecoveryState.EXECUTED, "执行收回", "Execute", Roles.FUND_CASHIER)
                    .when(OPEN, ENOUGH),
            dismissal(RecoveryState.CONFIRMED),
            reversal(RecoveryState.EXECUTED, RecoveryState.PARTLY_REVERSED),
            reversal(RecoveryState.EXECUTED, RecoveryState.REVERSED),
            reversal(RecoveryState.PARTLY_REVERSED, RecoveryState.PARTLY_REVERSED),
            reversal(RecoveryState.PARTLY_REVERSED, RecoveryState.REVERSED));

    private final Recoveries recoveries;
    private final CountyOffice county;
    private final StepJudge judge;
    private final StepHistory history;
    private final Ledger ledger;
    private final Actor actor;
    private final Outbox outbox;

    MoveRecovery(Recoveries recoveries, CountyOffice county, StepJudge judge, StepHistory history, Ledger ledger,
            Actor actor, Outbox outbox) {
        this.recoveries = recoveries;
        this.county = county;
        this.judge = judge;
        this.history = history;
        this.ledger = ledger;
        this.actor = actor;
        this.outbox = outbox;
    }

    /** The step that the reversal of one of its levels takes. @param from of a recovery that was executed */
    static Step<RecoveryState, Facts> reversing(RecoveryState from, boolean isAnyLevelStanding) {
        return STEPS.named(from, isAnyLevelStanding ? REVERSED_IN_PART : REVERSED);
    }

    Transitions open(Recovery recovery) {
        return judge.open(STEPS,
                subject(recovery, new Facts(recovery, () -> county.of(recovery.path()), actor.id(), false, null,
                        prospect(recovery))));
    }

    public Recovery handle(UUID id, long read, Move move) {
        var placed = recoveries.placed(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        var recovery = placed.recovery();
        ETag.check(read, recovery.version());
        // Whoever takes the step is told by the ledger what refuses his money.
        var taken = new Facts(recovery, placed::county, actor.id(), true, move.comment(), Prospect.NOT_ASKED);
        var step = judge.require(STEPS, subject(recovery, taken), move.transition(), move.on());
        recovery.reach(step.to(), move.on(), actor.id(), move.comment());
        recoveries.flush();   // the ledger reads the recovery
        if (step.to() == RecoveryState.EXECUTED) {
            ledger.recover(id);
        }
        history.add(Recovery.RESOURCE, id, recovery.version(), recovery.path(), step, move.on(), move.comment());
        outbox.append(recovery.changed(), recovery.path());
        return recovery;
    }

    /** What an execution would find now; when it comes, the ledger judges it anew, under its locks. */
    private Prospect prospect(Recovery recovery) {
        if (recovery.state() != RecoveryState.CONFIRMED) {
            return Prospect.NOT_ASKED;
        }
        var account = ledger.balance(recovery.accountId()).orElseThrow();
        boolean isSourceClosed = recovery.touchesSource()
                && ledger.balance(recovery.sourceId()).orElseThrow().closed();
        return new Prospect(account.availableFen(), account.closed() || isSourceClosed);
    }

    private static Subject<RecoveryState, Facts> subject(Recovery recovery, Facts facts) {
        return new Subject<>(recovery.state(), recovery.version(), recovery.path(), recovery.stateOn(), facts);
    }

    /** By either of the two, also by who proposed it: nothing moves. */
    private static Step<RecoveryState, Facts> dismissal(RecoveryState from) {
        return step("dismiss", from, RecoveryState.DISMISSED, "不予收回", "Dismiss", Roles.FUND_APPROVER,
                Roles.FUND_CASHIER).requires("comment").when(REASON_GIVEN);
    }

    /** What the reversal of a journal does to its recovery; drawn with the machine, open to nobody. */
    private static Step<RecoveryState, Facts> reversal(RecoveryState from, RecoveryState to) {
        return to == RecoveryState.REVERSED
                ? step(REVERSED, from, to, "冲销", "Reverse")
                : step(REVERSED_IN_PART, from, to, "部分冲销", "Reverse in part");
    }

    /** Money goes back by the county's decision, whatever place it was meant for; a city's source by the city's. */
    private static Step<RecoveryState, Facts> step(String name, RecoveryState from, RecoveryState to, String zh,
            String en, String... roles) {
        Function<Facts, String> county = facts -> facts.county().get();
        return Step.<RecoveryState, Facts>of(name, from, to).called(zh, en).by(roles).at(county);
    }
}
