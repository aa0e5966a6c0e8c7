package io.zhixing.project.library;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.project.CountyOffice;
import io.zhixing.project.ProjectProblems;
import io.zhixing.project.Roles;

/** Approves a further budget of a project, from another allocation, beside those of its step {@code fund}. */
@RequestScoped
public class ApproveBudget {

    private static final Set<ProjectState> BUDGETABLE = EnumSet.of(ProjectState.IN_LIBRARY, ProjectState.FUNDED,
            ProjectState.IN_PROGRESS);

    private final Access access;
    private final CountyOffice county;
    private final ServiceProjects projects;
    private final ProjectBudgets budgets;
    private final LibraryYears years;
    private final Outbox outbox;

    ApproveBudget(Access access, CountyOffice county, ServiceProjects projects, ProjectBudgets budgets,
            LibraryYears years, Outbox outbox) {
        this.access = access;
        this.county = county;
        this.projects = projects;
        this.budgets = budgets;
        this.years = years;
        this.outbox = outbox;
    }

    /** A new version of the project: its budgets together have changed. */
    public BudgetView handle(UUID projectId, UUID allocation, long amountFen, LocalDate on) {
        var project = projects.findByIdOptional(projectId).orElseThrow(() -> new ProblemException(
                List.of(PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/projectId"), projectId))));
        access.require(county.of(project.path()), Roles.FUND_CASHIER);
        projects.hold(project);   // several budgets of one project may come at once, and nobody has read a version for them
        if (!BUDGETABLE.contains(project.state())) {
            throw ProjectProblems.PROJECT_NOT_PAYABLE.about();
        }
        if (on.isBefore(project.stateOn())) {
            throw ProjectProblems.STEP_OUT_OF_ORDER.about();
        }
        if (project.state() == ProjectState.IN_LIBRARY) {   // a project that is carried out may take money in later years
            years.against(project, on).ifPresent(reason -> {
                throw reason;
            });
        }
        project.budgeted(amountFen);
        projects.flush();
        var budget = budgets.approve(project, allocation, amountFen, on, Place.pointer("/fundAllocationId"));
        outbox.append(project.changed(project.state()), project.path());
        return budgets.find(budget).orElseThrow();
    }
}
