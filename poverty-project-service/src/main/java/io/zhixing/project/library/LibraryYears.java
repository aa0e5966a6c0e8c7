package io.zhixing.project.library;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.zhixing.platform.problem.ProblemException;
import io.zhixing.project.ProjectProblems;
import io.zhixing.project.rule.Rules;

/** The years in which an entry of the library (入库年度) takes its first money, by the rule of the day. */
@Singleton
class LibraryYears {

    private final Rules rules;
    private final ProjectBudgets budgets;

    LibraryYears(Rules rules, ProjectBudgets budgets) {
        this.rules = rules;
        this.budgets = budgets;
    }

    /** What stands against funding an entry on a day. A budget that was reversed and is booked anew is not its first money. */
    Optional<ProblemException> against(ServiceProject project, LocalDate on) {
        return project.isCurrentOn(on, rules.value("LIBRARY_YEARS", "ENTRY", on)) || budgets.hasHadAny(project.id())
                ? Optional.empty()
                : Optional.of(ProjectProblems.LIBRARY_YEAR_OVER.about(project.libraryYear(), on.getYear()));
    }
}
