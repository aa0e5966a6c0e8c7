package io.zhixing.organization.dues;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.dues.LocalAmount.LocalAmountState;
import io.zhixing.organization.structure.SecondPerson;
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

/** 确认、撤回、废止: what one person proposes another one confirms, and what one put in force another one ends. */
@RequestScoped
public class MoveLocalAmount {

    private static final Guard<LocalAmount> A_DAY_IN_FORCE = (amount, on) -> on.isAfter(amount.effectiveFrom())
            ? Optional.empty()
            : Optional.of(PlatformProblems.TRANSITION_DAY_INVALID.about(amount.effectiveFrom().plusDays(1)));

    public static final Steps<LocalAmountState, LocalAmount> STEPS = Steps.of(
            step("confirm", LocalAmountState.PROPOSED, LocalAmountState.ADOPTED, "确认施行", "Confirm")
                    .secondPersonWhen(amount -> true, OrganizationProblems.SUBMITTER_APPROVES),
            step("withdraw", LocalAmountState.PROPOSED, LocalAmountState.WITHDRAWN, "撤回", "Withdraw"),
            step("end", LocalAmountState.ADOPTED, LocalAmountState.ENDED, "废止", "End").when(A_DAY_IN_FORCE)
                    .secondPersonWhen(amount -> true, OrganizationProblems.SUBMITTER_APPROVES));

    private final LocalAmounts amounts;
    private final SecondPerson secondPerson;
    private final StepJudge judge;
    private final StepHistory history;

    MoveLocalAmount(LocalAmounts amounts, SecondPerson secondPerson, StepJudge judge, StepHistory history) {
        this.amounts = amounts;
        this.secondPerson = secondPerson;
        this.judge = judge;
        this.history = history;
    }

    Transitions open(LocalAmount amount) {
        return judge.open(STEPS, subject(amount));
    }

    public LocalAmount handle(UUID id, long read, Move move) {
        var amount = amounts.locked(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, amount.version());
        var step = judge.require(STEPS, subject(amount), move.transition(), move.on());
        amount.reach(step.to(), move.on());
        amounts.flush();
        history.add(LocalAmount.RESOURCE, id, amount.version(), amount.path(), step, move.on(), move.comment());
        return amount;
    }

    private Subject<LocalAmountState, LocalAmount> subject(LocalAmount amount) {
        return new Subject<>(amount.state(), amount.version(), amount.path(), amount.steppedOn(), amount)
                .lastBy(secondPerson.lastHand(amount.id()));
    }

    private static Step<LocalAmountState, LocalAmount> step(String name, LocalAmountState from, LocalAmountState to,
            String zh, String en) {
        return Step.<LocalAmountState, LocalAmount>of(name, from, to).called(zh, en).by(Roles.OFFICER);
    }
}
