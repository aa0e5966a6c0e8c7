package io.zhixing.organization.term;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.organization.structure.PartyOrganization;
import io.zhixing.organization.structure.SecondPerson;
import io.zhixing.organization.term.CommitteeTerm.TermState;
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

/**
 * 延期换届: the superior approves that an election is held later. More than a year is a deviation that the list shows
 * (一般不超过一年), and like every postponement it has its reason. An election ends the term that ran; one whose organization
 * ends is ended by the superior. Source: 基层组织选举工作条例.
 */
@RequestScoped
public class MoveTerm {

    /** @param stated null while nobody takes a step and only its openness is asked for */
    record Facts(CommitteeTerm term, PartyOrganization organization, TermMove stated) {

        boolean lacksReason() {
            return stated != null && (stated.comment() == null || stated.comment().isBlank());
        }

        boolean hasUntil() {
            return stated == null || stated.until() != null && stated.until().isAfter(term.endsOn());
        }
    }

    private static final Guard<Facts> REASON_GIVEN = Guard.holds(facts -> !facts.lacksReason(),
            OrganizationProblems.STEP_REASON_REQUIRED);
    private static final Guard<Facts> BEYOND_ITS_END = (facts, on) -> facts.hasUntil()
            ? Optional.empty()
            : Optional.of(OrganizationProblems.POSTPONEMENT_DAY_INVALID.about(facts.term().endsOn()));

    private static final Guard<Facts> A_DAY = (facts, on) -> on.isAfter(facts.term().heldFrom())
            ? Optional.empty()
            : Optional.of(PlatformProblems.TRANSITION_DAY_INVALID.about(facts.term().heldFrom().plusDays(1)));

    public static final Steps<TermState, Facts> STEPS = Steps.of(
            above("postpone", TermState.OPEN, "批准延期", "Approve a postponement").requires("until", "comment")
                    .when(REASON_GIVEN, BEYOND_ITS_END),
            above("end", TermState.ENDED, "结束", "End").requires("comment").when(REASON_GIVEN, A_DAY));

    private final Terms terms;
    private final Organizations organizations;
    private final SecondPerson secondPerson;
    private final StepJudge judge;
    private final StepHistory history;
    private final Outbox outbox;

    MoveTerm(Terms terms, Organizations organizations, SecondPerson secondPerson, StepJudge judge, StepHistory history,
            Outbox outbox) {
        this.terms = terms;
        this.organizations = organizations;
        this.secondPerson = secondPerson;
        this.judge = judge;
        this.history = history;
        this.outbox = outbox;
    }

    Transitions open(CommitteeTerm term) {
        return judge.open(STEPS, subject(term, null));
    }

    public CommitteeTerm handle(UUID id, long read, TermMove move) {
        var term = Optional.ofNullable(terms.locked(id)).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, term.version());
        var subject = subject(term, move);
        var step = judge.require(STEPS, subject, move.transition(), move.on());
        if (step.to() == TermState.ENDED) {
            term.end(move.on());
        } else {
            term.postpone(move.until(), move.comment(), move.on());
        }
        terms.flush();
        if (term.version() == read) {
            throw OrganizationProblems.CORRECTION_CHANGES_NOTHING.about();
        }
        history.add(CommitteeTerm.RESOURCE, id, term.version(), subject.path(), step, move.on(), move.comment());
        outbox.append(term.changed(move.on()), subject.path());
        return term;
    }

    private static Step<TermState, Facts> above(String name, TermState to, String zh, String en) {
        return SecondPerson.above(Step.<TermState, Facts>of(name, TermState.OPEN, to).called(zh, en).by(Roles.OFFICER),
                facts -> facts.organization().path());
    }

    private Subject<TermState, Facts> subject(CommitteeTerm term, TermMove move) {
        var organization = organizations.findById(term.organizationId());
        return new Subject<>(term.state(), term.version(), organization.path(), term.steppedOn(),
                new Facts(term, organization, move)).lastBy(secondPerson.lastHand(term.id()));
    }
}
