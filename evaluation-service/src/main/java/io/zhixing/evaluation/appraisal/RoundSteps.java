package io.zhixing.evaluation.appraisal;

import java.util.Optional;

import io.zhixing.evaluation.EvaluationProblems;
import io.zhixing.evaluation.Roles;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.transition.Guard;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.Steps;

/** The steps of an appraisal round, from the frozen roll to confirmed grades. */
final class RoundSteps {

    static final String CONFIRM_STUDY = "confirm-study";
    static final String PROPOSE_GRADES = "propose-grades";
    static final String CONSENT_EXCESS = "consent-excess";
    static final String CONFIRM = "confirm";
    static final String VOID = "void";

    /**
     * @param fromBelow the caller holds an officer's grant, but not above the organization
     * @param byProposer the caller proposed the grades
     * @param studyLacking the study that the step needs is not known here
     * @param freshness up to when study sessions are known here
     */
    record Facts(AppraisalRound round, boolean fromBelow, boolean byProposer, boolean studyLacking,
            String freshness) {}

    private static final Guard<Facts> STUDY_KNOWN = (facts, on) -> facts.studyLacking()
            ? Optional.of(EvaluationProblems.STUDY_NOT_YET_KNOWN.about(facts.freshness()))
            : Optional.empty();
    private static final Guard<Facts> FROM_ABOVE = Guard.holds(facts -> !facts.fromBelow(), PlatformProblems.FORBIDDEN);
    private static final Guard<Facts> NOT_THE_PROPOSER = Guard.holds(facts -> !facts.byProposer(),
            EvaluationProblems.PROPOSER_CONFIRMS);
    private static final Guard<Facts> OVER_CAP = Guard.holds(facts -> facts.round().isOverCap(),
            EvaluationProblems.NO_EXCESS);
    /** Whoever consented first stays named: nothing that a step has written is overwritten by taking it again. */
    private static final Guard<Facts> NOT_YET_CONSENTED = (facts, on) -> facts.round().excessConsentedOn()
            .map(day -> EvaluationProblems.EXCESS_ALREADY_CONSENTED.about(day));
    private static final Guard<Facts> EXCESS_CONSENTED = Guard.holds(
            facts -> !facts.round().isOverCap() || facts.round().excessConsentedOn().isPresent(),
            EvaluationProblems.EXCESS_NOT_CONSENTED);

    static final Steps<RoundState, Facts> STEPS = Steps.of(
            step(CONFIRM_STUDY, RoundState.DRAFT, RoundState.STUDY_DONE).called("确认学习", "Confirm the study")
                    .by(Roles.SECRETARY, Roles.SYSTEM).when(STUDY_KNOWN),
            step(PROPOSE_GRADES, RoundState.STUDY_DONE, RoundState.GRADES_PROPOSED).called("提出等次", "Propose grades")
                    .by(Roles.SECRETARY, Roles.SYSTEM).requires("grades"),
            step(CONSENT_EXCESS, RoundState.GRADES_PROPOSED, RoundState.GRADES_PROPOSED)
                    .called("同意超出上限", "Consent to more excellent").by(Roles.OFFICER)
                    .when(FROM_ABOVE, NOT_THE_PROPOSER, OVER_CAP, NOT_YET_CONSENTED),
            step(CONFIRM, RoundState.GRADES_PROPOSED, RoundState.CONFIRMED).called("审定", "Confirm").by(Roles.OFFICER)
                    .when(FROM_ABOVE, NOT_THE_PROPOSER, EXCESS_CONSENTED),
            voided(RoundState.DRAFT), voided(RoundState.STUDY_DONE), voided(RoundState.GRADES_PROPOSED));

    private RoundSteps() {}

    private static Step<RoundState, Facts> voided(RoundState from) {
        return step(VOID, from, RoundState.VOIDED).called("作废", "Void").by(Roles.OFFICER).requires("comment")
                .when(FROM_ABOVE);
    }

    private static Step<RoundState, Facts> step(String name, RoundState from, RoundState to) {
        return Step.of(name, from, to);
    }
}
