package io.zhixing.project.library;

import java.time.LocalDate;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.project.ledger.Journal;
import io.zhixing.project.ledger.Ledger;

/**
 * Reverses a project's budget: the money is the allocation's again, and another budget may be approved from it. A project that
 * was but funded and has no budget left waits in the library again, a suspended one when it resumes; work that began is a fact
 * of its own.
 */
@RequestScoped
public class BudgetReversal {

    private final ServiceProjects projects;
    private final ProjectBudgets budgets;
    private final Ledger ledger;
    private final StepHistory history;
    private final Outbox outbox;

    BudgetReversal(ServiceProjects projects, ProjectBudgets budgets, Ledger ledger, StepHistory history,
            Outbox outbox) {
        this.projects = projects;
        this.budgets = budgets;
        this.ledger = ledger;
        this.history = history;
        this.outbox = outbox;
    }

    /** A new version of the project: its budgets together have changed. @param journal a budget's; its reversal is answered */
    public long handle(Journal journal, LocalDate on, String reason) {
        var project = budgets.projectOf(journal.toAccount()).flatMap(projects::findByIdOptional)
                .orElseThrow(PlatformProblems.NOT_FOUND::about);
        projects.hold(project);
        var from = project.state();
        project.budgetReversed(journal.amountFen());
        var unfunding = ProjectSteps.unfunding(project);
        unfunding.ifPresent(step -> project.reach(step.to(), on));
        projects.flush();
        long reversal = ledger.reverse(journal.id(), on, reason);
        budgets.reverse(journal.toAccount(), journal.amountFen());
        unfunding.ifPresent(step -> history.add(ServiceProject.RESOURCE, project.id(), project.version(),
                project.path(), step, on, reason));
        outbox.append(project.changed(from), project.path());
        return reversal;
    }
}
