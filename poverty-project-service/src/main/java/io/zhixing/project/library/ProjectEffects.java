package io.zhixing.project.library;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.problem.Place;
import io.zhixing.project.Actor;
import io.zhixing.project.ProjectProblems;
import io.zhixing.project.notice.Notices;
import io.zhixing.project.notice.PublicNotice;

/** What a project's steps do beside changing its state: notices, budgets, actual values, acceptances, closed accounts. */
@RequestScoped
class ProjectEffects {

    private final Notices notices;
    private final ProjectBudgets budgets;
    private final PerformanceTargets targets;
    private final Acceptances acceptances;
    private final Actor actor;

    ProjectEffects(Notices notices, ProjectBudgets budgets, PerformanceTargets targets, Acceptances acceptances,
            Actor actor) {
        this.notices = notices;
        this.budgets = budgets;
        this.targets = targets;
        this.acceptances = acceptances;
        this.actor = actor;
    }

    /** Before the project's row is written: who did it, and how much it is budgeted. */
    void prepare(ServiceProject project, ProjectMove move) {
        switch (move.transition()) {
            case "submit" -> project.submittedBy(actor.id());
            case "approve" -> project.reviewedBy(actor.id());
            case "complete" -> project.completedBy(actor.id());
            case "fund" -> {
                if (move.budgets() != null) {
                    move.budgets().forEach(line -> project.budgeted(line.amountFen()));
                }
            }
            default -> {
                // the other steps change the state alone
            }
        }
    }

    /** After the project's row is written and locked by it. */
    void apply(ServiceProject project, ProjectMove move) {
        switch (move.transition()) {
            case "publish" -> notices.putUp(
                    new PublicNotice.Facts(project.id(), PublicNotice.NoticeKind.ENTRY,
                            PublicNotice.NoticeLevel.COUNTY, move.on(), move.noticeEndsOn()),
                    project.organizationId(), project.path());
            case "list" -> notices.takeDownEntry(project.id(), PublicNotice.NoticeState.PASSED, move.on());
            case "uphold-objection" ->
                notices.takeDownEntry(project.id(), PublicNotice.NoticeState.UPHELD, move.on());
            case "fund" -> fund(project, move);
            case "complete" -> complete(project, move);
            case "accept" -> acceptances.record(project, move.acceptance(), true, move.on(), actor.id());
            case "return-defects" -> acceptances.record(project, move.acceptance(), false, move.on(), actor.id());
            case "close" -> budgets.close(project.id());
            default -> {
                // the other steps change the state alone
            }
        }
    }

    /** In the order of their ids: each allocation's account stays locked, and others fund their projects from the same ones. */
    private void fund(ServiceProject project, ProjectMove move) {
        var lines = move.budgets() == null ? List.<ProjectMove.BudgetLine>of() : move.budgets();
        IntStream.range(0, lines.size()).boxed()
                .sorted(Comparator.comparing(i -> lines.get(i).fundAllocationId().toString()))
                .forEach(i -> budgets.approve(project, lines.get(i).fundAllocationId(), lines.get(i).amountFen(),
                        move.on(), Place.pointer("/budgets/" + i + "/fundAllocationId")));
    }

    private void complete(ServiceProject project, ProjectMove move) {
        var actuals = move.actualValues() == null
                ? List.<PerformanceTargets.Actual>of()
                : move.actualValues().stream().map(ProjectMove.ActualValue::actual).toList();
        if (targets.reach(project, actuals) < actuals.size()) {
            throw ProjectProblems.TARGET_UNKNOWN.about();
        }
        if (targets.isAnyWithoutValue(project)) {
            throw ProjectProblems.TARGET_VALUES_MISSING.about();
        }
    }
}
