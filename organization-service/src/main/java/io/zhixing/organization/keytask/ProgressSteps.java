package io.zhixing.organization.keytask;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.ToLongFunction;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.PartyOrganization;
import io.zhixing.platform.transition.Guard;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.Steps;

/**
 * The steps of progress: the organization starts, reports and resumes, its superior confirms or returns. A superior reports
 * when everybody directly below it was confirmed. The root has no superior, so another person there confirms.
 */
final class ProgressSteps {

    private ProgressSteps() {}

    /**
     * @param progress null before the first step
     * @param stated null while nobody takes a step and only its openness is asked for
     * @param unconfirmedBelow on a day; only the step that needs it asks
     */
    record Facts(KeyTask task, PartyOrganization organization, KeyTaskProgress progress, ProgressMove stated,
            ToLongFunction<LocalDate> unconfirmedBelow) {

        boolean lacksReason() {
            return stated != null && isBlank(stated.comment());
        }

        boolean lacksStatement() {
            return task.evidence() == EvidenceKind.STATED && stated != null && isBlank(stated.statement());
        }

        private static boolean isBlank(String text) {
            return text == null || text.isBlank();
        }
    }

    private static final Guard<Facts> EVERYBODY_BELOW_CONFIRMED = (facts, on) -> {
        long unconfirmed = facts.unconfirmedBelow().applyAsLong(on);
        return unconfirmed == 0
                ? Optional.empty()
                : Optional.of(OrganizationProblems.KEY_TASK_CHILDREN_UNCONFIRMED.about(unconfirmed, on));
    };
    private static final Guard<Facts> STATEMENT_GIVEN = Guard.holds(facts -> !facts.lacksStatement(),
            OrganizationProblems.KEY_TASK_STATEMENT_REQUIRED);
    private static final Guard<Facts> REASON_GIVEN = Guard.holds(facts -> !facts.lacksReason(),
            OrganizationProblems.STEP_REASON_REQUIRED);

    static final Steps<ProgressState, Facts> STEPS = Steps.of(
            own("start", ProgressState.NOT_STARTED, ProgressState.IN_PROGRESS, "启动", "Start"),
            own("report", ProgressState.IN_PROGRESS, ProgressState.REPORTED, "上报", "Report").when(STATEMENT_GIVEN,
                    EVERYBODY_BELOW_CONFIRMED),
            superior("confirm", ProgressState.CONFIRMED, "确认", "Confirm"),
            superior("return", ProgressState.RETURNED, "退回", "Return").requires("comment").when(REASON_GIVEN),
            own("resume", ProgressState.RETURNED, ProgressState.IN_PROGRESS, "继续", "Resume"));

    private static Step<ProgressState, Facts> own(String name, ProgressState from, ProgressState to, String zh,
            String en) {
        return Step.<ProgressState, Facts>of(name, from, to).called(zh, en).by(Roles.SECRETARY, Roles.OFFICER,
                Roles.SYSTEM);
    }

    /** Never the reporter, also where he has an office above his organization. */
    private static Step<ProgressState, Facts> superior(String name, ProgressState to, String zh, String en) {
        return Step.<ProgressState, Facts>of(name, ProgressState.REPORTED, to).called(zh, en).by(Roles.OFFICER)
                .at(facts -> facts.organization().superiorPath())
                .secondPersonWhen(facts -> true, OrganizationProblems.SUBMITTER_APPROVES);
    }
}
