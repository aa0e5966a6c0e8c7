package io.zhixing.project.reversal;

import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.RequestScoped;

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
import io.zhixing.project.ledger.Journal;
import io.zhixing.project.ledger.Journals;
import io.zhixing.project.ledger.Journals.Prospect;
import io.zhixing.project.reversal.ReversalRequest.ReversalState;

/** The steps of a request to reverse: another person's confirmation undoes the journal with all that followed from it. */
@RequestScoped
public class MoveReversal {

    /** {@code comment} is null while nobody takes a step and only its openness is asked for; then alone the prospect is looked at. */
    record Facts(ReversalRequest request, Journal journal, CountyOffice county, String actor, boolean taken,
            String comment, Prospect prospect) {}

    private static final Guard<Facts> ANOTHER_PERSON = Guard
            .holds(facts -> !facts.request().isAskedForBy(facts.actor()), ProjectProblems.FOUR_EYES);
    private static final Guard<Facts> OF_NO_RETURN = Guard.holds(facts -> !facts.journal().isOfReturn(),
            ProjectProblems.RETURN_NOT_REVERSIBLE);
    private static final Guard<Facts> AS_IT_WAS = Guard.holds(facts -> facts.taken() || !facts.prospect().movedOn(),
            ProjectProblems.NOT_REVERSIBLE);
    private static final Guard<Facts> OPEN_ACCOUNTS = Guard.holds(
            facts -> facts.taken() || !facts.prospect().closed(), ProjectProblems.ACCOUNT_CLOSED);
    private static final Guard<Facts> ENOUGH = Guard.holds(
            facts -> facts.taken() || facts.journal().amountFen() <= facts.prospect().availableFen(),
            ProjectProblems.INSUFFICIENT_FUNDS);
    private static final Guard<Facts> REASON_GIVEN = Guard.holds(
            facts -> !facts.taken() || facts.comment() != null && !facts.comment().isBlank(),
            ProjectProblems.REASON_REQUIRED);

    /** By the county, whatever place the money was for; by the fund source's organization, where its money was moved. */
    private static final Function<Facts, String> COUNTY = facts -> facts.county().of(facts.journal().office());
    private static final Function<Facts, String> OFFICE = facts -> facts.journal().office();

    public static final Steps<ReversalState, Facts> STEPS = Steps.of(
            Step.<ReversalState, Facts>of("confirm", ReversalState.REQUESTED, ReversalState.EXECUTED)
                    .called("确认冲销", "Confirm").by(Roles.FUND_CASHIER, Roles.FUND_APPROVER).at(COUNTY)
                    .when(ANOTHER_PERSON, OF_NO_RETURN, AS_IT_WAS, OPEN_ACCOUNTS, ENOUGH),
            Step.<ReversalState, Facts>of("dismiss", ReversalState.REQUESTED, ReversalState.DISMISSED)
                    .called("不予冲销", "Dismiss").by(Roles.FUND_CASHIER, Roles.FUND_APPROVER).at(OFFICE)
                    .requires("comment").when(REASON_GIVEN));

    private final ReversalRequests requests;
    private final Journals journals;
    private final CountyOffice county;
    private final ReverseJournal reverseJournal;
    private final StepJudge judge;
    private final StepHistory history;
    private final Actor actor;

    MoveReversal(ReversalRequests requests, Journals journals, CountyOffice county, ReverseJournal reverseJournal,
            StepJudge judge, StepHistory history, Actor actor) {
        this.requests = requests;
        this.journals = journals;
        this.county = county;
        this.reverseJournal = reverseJournal;
        this.judge = judge;
        this.history = history;
        this.actor = actor;
    }

    Transitions open(ReversalRequest request) {
        var journal = journal(request);
        var prospect = request.state() == ReversalState.REQUESTED ? journals.prospect(journal) : null;
        return judge.open(STEPS, subject(new Facts(request, journal, county, actor.id(), false, null, prospect)));
    }

    public ReversalRequest handle(UUID id, long read, Move move) {
        var request = requests.held(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, request.version());
        var journal = journal(request);
        var taken = new Facts(request, journal, county, actor.id(), true, move.comment(), null);
        var step = judge.require(STEPS, subject(taken), move.transition(), move.on());
        if (step.to() == ReversalState.EXECUTED) {
            request.executed(reverseJournal.handle(journal, move.on(), request.reason()), move.on(), actor.id());
        } else {
            request.dismissed(move.on());
        }
        requests.flush();
        history.add(ReversalRequest.RESOURCE, id, request.version(), request.path(), step, move.on(), move.comment());
        return request;
    }

    private Journal journal(ReversalRequest request) {
        return journals.find(request.journalId()).orElseThrow();
    }

    private static Subject<ReversalState, Facts> subject(Facts facts) {
        var request = facts.request();
        return new Subject<>(request.state(), request.version(), request.path(), request.stateOn(), facts);
    }
}
