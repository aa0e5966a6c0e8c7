package io.zhixing.organization.election;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.PartyOrganization;
import io.zhixing.organization.structure.SecondPerson;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.transition.Guard;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.Steps;

/** From the application to the confirmed result: the organization elects, its superior approves and confirms. */
final class ElectionSteps {

    private ElectionSteps() {}

    /**
     * @param stated null while nobody takes a step and only its openness is asked for
     * @param againstTerm what stands against the term that would begin on a day
     * @param gone how many of the elected are no longer there to take their posts on a day; only the step that needs it asks
     */
    record Facts(TermElection election, PartyOrganization organization, ElectionMove stated, String caller,
            Function<LocalDate, Optional<ProblemException>> againstTerm, ToIntFunction<LocalDate> gone) {

        boolean lacksResult() {
            return stated != null && (stated.present() == null || stated.candidates() == null
                    || election.isByDelegates() == (stated.entitled() == null));
        }
    }

    private static final Guard<Facts> REASON_GIVEN = Guard.holds(
            facts -> facts.stated() == null || !facts.stated().lacksReason(),
            OrganizationProblems.STEP_REASON_REQUIRED);
    private static final Guard<Facts> RESULT_STATED = Guard.holds(facts -> !facts.lacksResult(),
            OrganizationProblems.ELECTION_RESULT_INCOMPLETE);
    private static final Guard<Facts> NOT_THE_RECORDER = Guard.holds(
            facts -> !facts.election().isBy(facts.caller()), OrganizationProblems.RECORDER_CONFIRMS);
    private static final Guard<Facts> IN_PLACE = Guard.holds(facts -> facts.organization().isInPlace(),
            OrganizationProblems.ORGANIZATION_NOT_IN_PLACE);
    private static final Guard<Facts> YEARS_ALLOWED = (facts, on) -> facts.againstTerm().apply(on);
    private static final Guard<Facts> ELECTED_STILL_THERE = (facts, on) -> {
        int gone = facts.gone().applyAsInt(on);
        return gone == 0 ? Optional.empty() : Optional.of(OrganizationProblems.ELECTED_MEMBER_GONE.about(gone));
    };

    static final Steps<ElectionState, Facts> STEPS = Steps.of(
            above("approve", ElectionState.APPLIED, ElectionState.APPROVED, "批准", "Approve").when(IN_PLACE),
            above("return", ElectionState.APPLIED, ElectionState.RETURNED, "退回", "Return").requires("comment")
                    .when(REASON_GIVEN),
            step("record-result", ElectionState.APPROVED, ElectionState.ELECTED, "登记选举结果", "Record the result")
                    .by(Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM).requires("present", "candidates")
                    .when(IN_PLACE, RESULT_STATED),
            above("confirm", ElectionState.ELECTED, ElectionState.CONFIRMED, "批复", "Confirm").when(IN_PLACE,
                    NOT_THE_RECORDER, YEARS_ALLOWED, ELECTED_STILL_THERE),
            voided(ElectionState.APPLIED), voided(ElectionState.APPROVED), voided(ElectionState.ELECTED));

    private static Step<ElectionState, Facts> voided(ElectionState from) {
        return above("void", from, ElectionState.VOIDED, "作废", "Void").requires("comment").when(REASON_GIVEN);
    }

    private static Step<ElectionState, Facts> above(String name, ElectionState from, ElectionState to, String zh,
            String en) {
        return SecondPerson.above(step(name, from, to, zh, en).by(Roles.OFFICER, Roles.SYSTEM),
                facts -> facts.organization().path());
    }

    private static Step<ElectionState, Facts> step(String name, ElectionState from, ElectionState to, String zh,
            String en) {
        return Step.<ElectionState, Facts>of(name, from, to).called(zh, en);
    }
}
