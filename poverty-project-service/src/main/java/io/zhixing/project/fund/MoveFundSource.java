package io.zhixing.project.fund;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.transition.Move;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.StepJudge;
import io.zhixing.platform.transition.Steps;
import io.zhixing.platform.transition.Subject;
import io.zhixing.platform.transition.Transitions;
import io.zhixing.project.Roles;
import io.zhixing.project.fund.FundSource.FundSourceState;
import io.zhixing.project.ledger.Ledger;

/** The steps of a fund source: activation brings its money into the ledger, a freeze lets nothing new be approved. */
@RequestScoped
public class MoveFundSource {

    private static final String REVERSED = "reverse";

    public static final Steps<FundSourceState, FundSource> STEPS = Steps.of(
            Step.<FundSourceState, FundSource>of("activate", FundSourceState.DRAFT, FundSourceState.ACTIVE)
                    .called("生效", "Activate").by(Roles.FUND_CASHIER),
            Step.<FundSourceState, FundSource>of("freeze", FundSourceState.ACTIVE, FundSourceState.FROZEN)
                    .called("冻结", "Freeze").by(Roles.FUND_CASHIER, Roles.SUPERVISOR),
            Step.<FundSourceState, FundSource>of("unfreeze", FundSourceState.FROZEN, FundSourceState.ACTIVE)
                    .called("解冻", "Unfreeze").by(Roles.FUND_CASHIER, Roles.SUPERVISOR),
            Step.<FundSourceState, FundSource>of("close", FundSourceState.ACTIVE, FundSourceState.CLOSED)
                    .called("关闭", "Close").by(Roles.FUND_CASHIER),
            reversal(FundSourceState.ACTIVE), reversal(FundSourceState.FROZEN));

    private final FundSources sources;
    private final StepJudge judge;
    private final StepHistory history;
    private final Ledger ledger;
    private final Outbox outbox;

    MoveFundSource(FundSources sources, StepJudge judge, StepHistory history, Ledger ledger, Outbox outbox) {
        this.sources = sources;
        this.judge = judge;
        this.history = history;
        this.ledger = ledger;
        this.outbox = outbox;
    }

    /** The step that the reversal of its appropriation takes. @param from of a source that is not closed */
    static Step<FundSourceState, FundSource> reversing(FundSourceState from) {
        return STEPS.named(from, REVERSED);
    }

    Transitions open(FundSource source) {
        return judge.open(STEPS, subject(source));
    }

    public FundSource handle(UUID id, long read, Move move) {
        var source = sources.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, source.version());
        var step = judge.require(STEPS, subject(source), move.transition(), move.on());
        source.reach(step.to(), move.on());
        sources.flush();
        if (step.from() == FundSourceState.DRAFT) {
            ledger.appropriate(id, source.appropriationFen(), move.on());
        } else if (step.to() == FundSourceState.CLOSED) {
            ledger.close(id);
        }
        history.add(FundSource.RESOURCE, id, source.version(), source.path(), step, move.on(), move.comment());
        outbox.append(source.changed(), source.path());
        return source;
    }

    /** Drawn with the machine, open to nobody. */
    private static Step<FundSourceState, FundSource> reversal(FundSourceState from) {
        return Step.<FundSourceState, FundSource>of(REVERSED, from, FundSourceState.REVERSED)
                .called("冲销", "Reverse");
    }

    private static Subject<FundSourceState, FundSource> subject(FundSource source) {
        return new Subject<>(source.state(), source.version(), source.path(), source.stateOn(), source);
    }
}
