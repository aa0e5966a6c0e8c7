package io.zhixing.organization.election;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.election.ElectionSteps.Facts;
import io.zhixing.organization.post.InstallElected;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.organization.structure.PartyOrganization;
import io.zhixing.organization.structure.SecondPerson;
import io.zhixing.organization.term.RecordTerm;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.StepJudge;
import io.zhixing.platform.transition.Steps;
import io.zhixing.platform.transition.Subject;
import io.zhixing.platform.transition.Transitions;

/** Takes a step of an election. With its confirmation the old term ends, the new one begins and the posts change over. */
@RequestScoped
public class MoveElection {

    public static final Steps<ElectionState, Facts> STEPS = ElectionSteps.STEPS;

    private final Elections elections;
    private final ElectionPolicy policy;
    private final Organizations organizations;
    private final RecordTerm recordTerm;
    private final InstallElected installElected;
    private final SecondPerson secondPerson;
    private final StepJudge judge;
    private final StepHistory history;
    private final Caller caller;

    MoveElection(Elections elections, ElectionPolicy policy, Organizations organizations, RecordTerm recordTerm,
            InstallElected installElected, SecondPerson secondPerson, StepJudge judge, StepHistory history,
            Caller caller) {
        this.elections = elections;
        this.policy = policy;
        this.organizations = organizations;
        this.recordTerm = recordTerm;
        this.installElected = installElected;
        this.secondPerson = secondPerson;
        this.judge = judge;
        this.history = history;
        this.caller = caller;
    }

    Transitions open(TermElection election) {
        return judge.open(STEPS, subject(election, null));
    }

    public TermElection handle(UUID id, long read, ElectionMove move) {
        var election = elections.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, election.version());
        var subject = subject(election, move);
        var step = judge.require(STEPS, subject, move.transition(), move.on());
        var organization = subject.facts().organization();
        switch (step.to()) {
            case ELECTED -> hold(election, organization, move);
            case VOIDED -> election.annul(move.comment());
            default -> {
                // the state says it all
            }
        }
        election.reach(step.to(), move.on());
        elections.flush();   // of two at once the second stops here
        switch (step.to()) {
            case ELECTED -> elections.addCandidates(id, move.candidates());
            case CONFIRMED -> confirm(election, organization, move);
            default -> {
                // nothing follows from it
            }
        }
        history.add(TermElection.RESOURCE, id, election.version(), organization.path(), step, move.on(),
                move.comment());
        return election;
    }

    private void hold(TermElection election, PartyOrganization organization, ElectionMove move) {
        int entitled = election.isByDelegates()
                ? move.entitled()
                : elections.entitledBelow(organization.path(), move.on());
        policy.judge(election, move, entitled,
                elections.electable(move.candidates().stream().map(Candidate::memberId).toList(), move.on()));
        election.hold(move, entitled, policy.isSurplusShort(election, move), caller.name());
    }

    private void confirm(TermElection election, PartyOrganization organization, ElectionMove move) {
        election.years().ifPresent(years -> recordTerm.next(organization, election.id(), years,
                election.deviationReason(), move.on()));
        installElected.handle(organization, elected(election), election.kind().beginsTerm(), move.on());
    }

    /**
     * Asked for a step that is taken, it locks: two elections of one organization end terms one after the other, and who leaves
     * at once either leaves his new post too or is found gone.
     */
    private int gone(TermElection election, PartyOrganization organization, LocalDate on, boolean taken) {
        if (taken) {
            organizations.locked(organization.id());
        }
        return installElected.gone(organization, elected(election), election.heldOn(), on, taken);
    }

    private Optional<ProblemException> againstTerm(TermElection election, PartyOrganization organization,
            LocalDate on) {
        return election.years().flatMap(years -> recordTerm.againstNext(organization, years, on));
    }

    private List<InstallElected.Elected> elected(TermElection election) {
        return elections.candidates(election.id()).stream().filter(Candidate::elected)
                .map(candidate -> new InstallElected.Elected(candidate.memberId(), candidate.post())).toList();
    }

    private Subject<ElectionState, Facts> subject(TermElection election, ElectionMove move) {
        var organization = organizations.findById(election.organizationId());
        return new Subject<>(election.state(), election.version(), organization.path(), election.steppedOn(),
                new Facts(election, organization, move, caller.name(), on -> againstTerm(election, organization, on),
                        on -> gone(election, organization, on, move != null)))
                .lastBy(secondPerson.lastHand(election.id()));
    }
}
