package io.zhixing.project.payment;

import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.transition.Guard;
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

/** The steps of a return after close: the county's finance asks for the reopening, its approver, another person, lets it be posted. */
@RequestScoped
public class MoveReturn {

    static final String REQUEST = "request-reopening";

    /** {@code stated} is null while nobody takes a step and only its openness is asked for. */
    record Facts(UnallocatedReturn returned, ReturnMove stated, String actor, CountyOffice county) {}

    private static final Guard<Facts> ANOTHER_PERSON = Guard
            .holds(facts -> !facts.returned().isAskedForBy(facts.actor()), ProjectProblems.FOUR_EYES);
    private static final Guard<Facts> DOCUMENT_GIVEN = Guard.holds(
            facts -> facts.stated() == null || facts.stated().hasDocument(), ProjectProblems.DOCUMENT_REQUIRED);
    private static final Guard<Facts> REASON_GIVEN = Guard.holds(
            facts -> facts.stated() == null || facts.stated().hasReason(), ProjectProblems.REASON_REQUIRED);

    private static final Function<Facts, String> COUNTY = facts -> facts.county().of(facts.returned().path());

    public static final Steps<ReturnState, Facts> STEPS = Steps.of(
            Step.<ReturnState, Facts>of(REQUEST, ReturnState.RECEIVED, ReturnState.REOPEN_REQUESTED)
                    .called("申请重开", "Request the reopening").by(Roles.FUND_CASHIER).at(COUNTY)
                    .requires("documentNo").when(DOCUMENT_GIVEN),
            Step.<ReturnState, Facts>of("reopen", ReturnState.REOPEN_REQUESTED, ReturnState.POSTED)
                    .called("批准重开并入账", "Reopen and post").by(Roles.FUND_APPROVER).at(COUNTY).when(ANOTHER_PERSON),
            Step.<ReturnState, Facts>of("dismiss", ReturnState.REOPEN_REQUESTED, ReturnState.RECEIVED)
                    .called("不予重开", "Dismiss the request").by(Roles.FUND_APPROVER, Roles.FUND_CASHIER).at(COUNTY)
                    .requires("comment").when(REASON_GIVEN));

    private final UnallocatedReturns returns;
    private final PostReturn postReturn;
    private final StepJudge judge;
    private final StepHistory history;
    private final Actor actor;
    private final CountyOffice county;
    private final Outbox outbox;

    MoveReturn(UnallocatedReturns returns, PostReturn postReturn, StepJudge judge, StepHistory history, Actor actor,
            CountyOffice county, Outbox outbox) {
        this.returns = returns;
        this.postReturn = postReturn;
        this.judge = judge;
        this.history = history;
        this.actor = actor;
        this.county = county;
        this.outbox = outbox;
    }

    Transitions open(UnallocatedReturn returned) {
        return judge.open(STEPS, subject(new Facts(returned, null, actor.id(), county)));
    }

    public UnallocatedReturn handle(UUID id, long read, ReturnMove move) {
        var before = returns.held(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, before.version());
        var step = judge.require(STEPS, subject(new Facts(before, move, actor.id(), county)), move.transition(),
                move.on());
        move.refuseFieldsOfOtherSteps();
        take(before, step.to(), move);
        var after = returns.find(id).orElseThrow();
        history.add(UnallocatedReturn.RESOURCE, id, after.version(), after.path(), step, move.on(), move.comment());
        outbox.append(after.changed(), after.path());
        return after;
    }

    private void take(UnallocatedReturn before, ReturnState to, ReturnMove move) {
        switch (to) {
            case RECEIVED -> returns.reach(before.id(), to, move.on(), null, null);
            case REOPEN_REQUESTED -> returns.reach(before.id(), to, move.on(), actor.id(), move.documentNo());
            case POSTED -> {
                returns.approve(before.id(), move.on(), actor.id());
                returns.posted(before.id(), postReturn.handle(before, move.on()));
            }
        }
    }

    private static Subject<ReturnState, Facts> subject(Facts facts) {
        var returned = facts.returned();
        return new Subject<>(returned.state(), returned.version(), returned.path(), returned.stateOn(), facts);
    }
}
