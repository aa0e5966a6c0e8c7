package io.zhixing.organization.document;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.SecondPerson;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.transition.Guard;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.StepJudge;
import io.zhixing.platform.transition.Steps;
import io.zhixing.platform.transition.Subject;
import io.zhixing.platform.transition.Transitions;

/**
 * 印发、替代、撤回: another person issues a document than the one who drafted it and the one who wrote its text last; afterwards
 * it can only end.
 */
@RequestScoped
public class MoveDocument {

    /**
     * @param stated null while nobody takes a step and only its openness is asked for
     * @param successor empty when none is stated, or the caller does not see it
     */
    record Facts(CampaignDocument document, DocumentMove stated, Optional<CampaignDocument> successor, String caller) {

        boolean lacksReason() {
            return stated != null && (stated.comment() == null || stated.comment().isBlank());
        }

        boolean hasSuccessor() {
            return stated == null || successor.filter(other -> other.succeeds(document)).isPresent();
        }
    }

    private static final Guard<Facts> NOT_THE_DRAFTER = Guard
            .holds(facts -> !facts.document().isDraftedBy(facts.caller()), OrganizationProblems.DRAFTER_ISSUES);
    private static final Guard<Facts> SUCCESSOR_FIT = Guard.holds(Facts::hasSuccessor,
            OrganizationProblems.DOCUMENT_SUCCESSOR_UNFIT);
    private static final Guard<Facts> REASON_GIVEN = Guard.holds(facts -> !facts.lacksReason(),
            OrganizationProblems.STEP_REASON_REQUIRED);

    public static final Steps<DocumentState, Facts> STEPS = Steps.of(
            step("issue", DocumentState.DRAFT, DocumentState.ISSUED, "印发", "Issue").when(NOT_THE_DRAFTER)
                    .secondPersonWhen(facts -> !facts.document().isDraftedBy(facts.caller()),
                            OrganizationProblems.DRAFTER_ISSUES),
            step("supersede", DocumentState.ISSUED, DocumentState.SUPERSEDED, "替代", "Supersede")
                    .requires("successorId").when(SUCCESSOR_FIT),
            step("withdraw", DocumentState.ISSUED, DocumentState.WITHDRAWN, "撤回", "Withdraw").requires("comment")
                    .when(REASON_GIVEN));

    private final Documents documents;
    private final SecondPerson secondPerson;
    private final StepJudge judge;
    private final StepHistory history;
    private final Caller caller;
    private final Clock clock;

    MoveDocument(Documents documents, SecondPerson secondPerson, StepJudge judge, StepHistory history, Caller caller,
            Clock clock) {
        this.documents = documents;
        this.secondPerson = secondPerson;
        this.judge = judge;
        this.history = history;
        this.caller = caller;
        this.clock = clock;
    }

    Transitions open(CampaignDocument document) {
        return judge.open(STEPS, subject(document, null));
    }

    /** Locked before anything is judged: of two who issue, the second is told that it changed, not whose text it is. */
    public CampaignDocument handle(UUID id, long read, DocumentMove move) {
        documents.lock(id);
        var document = documents.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, document.version());
        var step = judge.require(STEPS, subject(document, move), move.transition(), move.on());
        if (step.to() == DocumentState.ISSUED) {
            document.issue(move.on(), clock.instant());
        } else {
            document.end(step.to(), step.to() == DocumentState.SUPERSEDED ? move.successorId() : null, move.on(),
                    clock.instant());
        }
        documents.flush();
        history.add(CampaignDocument.RESOURCE, id, document.version(), document.path(), step, move.on(),
                move.comment());
        return document;
    }

    private Subject<DocumentState, Facts> subject(CampaignDocument document, DocumentMove move) {
        var successor = Optional.ofNullable(move).map(DocumentMove::successorId).flatMap(documents::findByIdOptional);
        return new Subject<>(document.state(), document.version(), document.path(), document.steppedOn(),
                new Facts(document, move, successor, caller.name())).lastBy(secondPerson.lastHand(document.id()));
    }

    private static Step<DocumentState, Facts> step(String name, DocumentState from, DocumentState to, String zh,
            String en) {
        return Step.<DocumentState, Facts>of(name, from, to).called(zh, en).by(Roles.OFFICER, Roles.SYSTEM);
    }
}
