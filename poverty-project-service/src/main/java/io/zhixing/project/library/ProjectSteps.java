package io.zhixing.project.library;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.transition.Guard;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.StepJudge;
import io.zhixing.platform.transition.Steps;
import io.zhixing.platform.transition.Subject;
import io.zhixing.platform.transition.Transitions;
import io.zhixing.project.Actor;
import io.zhixing.project.CountyOffice;
import io.zhixing.project.ProjectProblems;
import io.zhixing.project.Roles;
import io.zhixing.project.notice.Notices;
import io.zhixing.project.notice.PublicNotice.NoticeKind;
import io.zhixing.project.notice.PublicNotice.NoticeLevel;

/** The state machine of a project (帮扶项目): who may take which step, and what must hold. What the county decides, no town does. */
@RequestScoped
public class ProjectSteps {

    /** What the guards ask. {@code stated} is null while nobody takes a step and only its openness is asked for. */
    record Facts(ServiceProject project, ProjectMove stated, String actor, Notices notices, ProjectBudgets budgets,
            LibraryYears years, CountyOffice county) {

        boolean lacks(NoticeKind kind, NoticeLevel level, LocalDate on) {
            return notices.lacks(project.id(), kind, level, on);
        }
    }

    private static final Guard<Facts> TARGETED = Guard.holds(facts -> facts.project().hasPerformanceTarget(),
            ProjectProblems.PERFORMANCE_TARGET_MISSING);
    private static final Guard<Facts> VILLAGE_NOTICE = notice(NoticeKind.ENTRY, NoticeLevel.VILLAGE);
    private static final Guard<Facts> PLAN_NOTICE = notice(NoticeKind.PLAN, NoticeLevel.COUNTY);
    private static final Guard<Facts> COMPLETION_NOTICE = notice(NoticeKind.COMPLETION, NoticeLevel.VILLAGE);
    private static final Guard<Facts> NOT_THE_SUBMITTER = Guard
            .holds(facts -> !facts.actor().equals(facts.project().submitter()), ProjectProblems.FOUR_EYES);
    private static final Guard<Facts> NOT_THE_IMPLEMENTER = Guard
            .holds(facts -> !facts.actor().equals(facts.project().completer()), ProjectProblems.FOUR_EYES);
    private static final Guard<Facts> ENTRY_COMPLETE = Guard.holds(facts -> facts.project().isEntryComplete(),
            ProjectProblems.ENTRY_INCOMPLETE);
    private static final Guard<Facts> REASON_GIVEN = Guard.holds(
            facts -> facts.stated() == null || facts.stated().comment() != null && !facts.stated().comment().isBlank(),
            ProjectProblems.REASON_REQUIRED);
    private static final Guard<Facts> ENTRY_NOTICE_RUN = (facts, on) -> facts.notices()
            .againstEntry(facts.project().id(), on);
    private static final Guard<Facts> ENTRY_REFUTED = Guard.holds(
            facts -> facts.notices().isEntryRefuted(facts.project().id()), ProjectProblems.NO_OBJECTION_UPHELD);
    private static final Guard<Facts> BUDGETED = Guard.holds(facts -> facts.project().budgetFen() > 0
            || facts.stated() == null || facts.stated().budgets() != null && !facts.stated().budgets().isEmpty(),
            ProjectProblems.BUDGET_REQUIRED);
    private static final Guard<Facts> OF_THE_CURRENT_LIBRARY = (facts, on) -> facts.years()
            .against(facts.project(), on);
    private static final Guard<Facts> NOTHING_LEFT = Guard
            .holds(facts -> facts.budgets().heldFen(facts.project().id()) == 0, ProjectProblems.MONEY_LEFT);
    private static final Guard<Facts> ACCEPTANCE_STATED = Guard.holds(
            facts -> facts.stated() == null || facts.stated().acceptance() != null,
            ProjectProblems.ACCEPTANCE_INCOMPLETE);

    private static final Function<Facts, String> COUNTY = facts -> facts.county().of(facts.project().path());

    /** What the reversal of its last budget does to a project; drawn with the machine, open to nobody. */
    private static final Step<ProjectState, Facts> UNFUND = step("reverse-funding", ProjectState.FUNDED,
            ProjectState.IN_LIBRARY, "冲销预算", "Reverse the funding");

    public static final Steps<ProjectState, Facts> STEPS = Steps.of(
            step("submit", ProjectState.DRAFT, ProjectState.TOWN_REVIEW, "提交", "Submit", Roles.FUND_REQUESTER)
                    .when(TARGETED, VILLAGE_NOTICE),
            step("approve", ProjectState.TOWN_REVIEW, ProjectState.COUNTY_REVIEW, "审核通过", "Approve",
                    Roles.FUND_APPROVER).when(NOT_THE_SUBMITTER, ENTRY_COMPLETE),
            step("reject", ProjectState.TOWN_REVIEW, ProjectState.REJECTED, "退回", "Reject", Roles.FUND_APPROVER)
                    .requires("comment").when(NOT_THE_SUBMITTER, REASON_GIVEN),
            step("publish", ProjectState.COUNTY_REVIEW, ProjectState.PUBLIC_NOTICE, "发布公示", "Publish",
                    Roles.FUND_APPROVER).at(COUNTY).when(NOT_THE_SUBMITTER),
            step("reject", ProjectState.COUNTY_REVIEW, ProjectState.REJECTED, "退回", "Reject", Roles.FUND_APPROVER)
                    .at(COUNTY).requires("comment").when(NOT_THE_SUBMITTER, REASON_GIVEN),
            step("list", ProjectState.PUBLIC_NOTICE, ProjectState.IN_LIBRARY, "入库", "List", Roles.FUND_APPROVER)
                    .at(COUNTY).when(ENTRY_NOTICE_RUN, NOT_THE_SUBMITTER),
            step("uphold-objection", ProjectState.PUBLIC_NOTICE, ProjectState.COUNTY_REVIEW, "异议成立",
                    "Uphold an objection", Roles.FUND_APPROVER).at(COUNTY).requires("comment")
                    .when(ENTRY_REFUTED, REASON_GIVEN),
            step("fund", ProjectState.IN_LIBRARY, ProjectState.FUNDED, "下达资金", "Fund", Roles.FUND_CASHIER)
                    .at(COUNTY).when(BUDGETED, PLAN_NOTICE, OF_THE_CURRENT_LIBRARY),
            step("withdraw", ProjectState.IN_LIBRARY, ProjectState.WITHDRAWN, "撤回", "Withdraw", Roles.FUND_APPROVER)
                    .at(COUNTY).requires("comment").when(NOTHING_LEFT, REASON_GIVEN),
            UNFUND,
            step("start", ProjectState.FUNDED, ProjectState.IN_PROGRESS, "开工", "Start", Roles.FUND_REQUESTER),
            step("complete", ProjectState.IN_PROGRESS, ProjectState.COMPLETED, "完工", "Complete",
                    Roles.FUND_REQUESTER).requires("actualValues"),
            step("accept", ProjectState.COMPLETED, ProjectState.ACCEPTED, "验收通过", "Accept", Roles.PROJECT_ACCEPTOR)
                    .requires("acceptance").when(NOT_THE_IMPLEMENTER, COMPLETION_NOTICE, ACCEPTANCE_STATED),
            step("return-defects", ProjectState.COMPLETED, ProjectState.IN_PROGRESS, "退回整改", "Return with defects",
                    Roles.PROJECT_ACCEPTOR).requires("acceptance").when(NOT_THE_IMPLEMENTER, ACCEPTANCE_STATED),
            step("close", ProjectState.ACCEPTED, ProjectState.CLOSED, "关闭", "Close", Roles.FUND_CASHIER)
                    .at(COUNTY).when(NOTHING_LEFT),
            step("rework", ProjectState.REJECTED, ProjectState.DRAFT, "重新编制", "Rework", Roles.FUND_REQUESTER),
            suspend(ProjectState.FUNDED), suspend(ProjectState.IN_PROGRESS), suspend(ProjectState.COMPLETED),
            suspend(ProjectState.ACCEPTED),
            resume("resume-in-library", ProjectState.IN_LIBRARY), resume("resume-funded", ProjectState.FUNDED),
            resume("resume-in-progress", ProjectState.IN_PROGRESS),
            resume("resume-completed", ProjectState.COMPLETED), resume("resume-accepted", ProjectState.ACCEPTED));

    private final StepJudge judge;
    private final Actor actor;
    private final Notices notices;
    private final ProjectBudgets budgets;
    private final LibraryYears years;
    private final CountyOffice county;

    ProjectSteps(StepJudge judge, Actor actor, Notices notices, ProjectBudgets budgets, LibraryYears years,
            CountyOffice county) {
        this.judge = judge;
        this.actor = actor;
        this.notices = notices;
        this.budgets = budgets;
        this.years = years;
        this.county = county;
    }

    /** Empty for a project that has a budget left, or where work has begun. */
    static Optional<Step<ProjectState, Facts>> unfunding(ServiceProject project) {
        return project.state() == ProjectState.FUNDED && project.budgetFen() == 0
                ? Optional.of(UNFUND)
                : Optional.empty();
    }

    Transitions open(ServiceProject project) {
        return judge.open(STEPS, subject(project, null));
    }

    Step<ProjectState, Facts> judge(ServiceProject project, ProjectMove move) {
        return judge.require(STEPS, subject(project, move), move.transition(), move.on());
    }

    /** Submits a project while it is drawn up. */
    Step<ProjectState, Facts> submit(ServiceProject project, LocalDate on) {
        var step = judge.require(STEPS, subject(project, null), "submit", on);
        project.submittedBy(actor.id());
        project.reach(step.to(), on);
        return step;
    }

    private Subject<ProjectState, Facts> subject(ServiceProject project, ProjectMove move) {
        return new Subject<>(project.state(), project.version(), project.path(), project.stateOn(),
                new Facts(project, move, actor.id(), notices, budgets, years, county));
    }

    private static Step<ProjectState, Facts> step(String name, ProjectState from, ProjectState to, String zh,
            String en, String... roles) {
        return Step.<ProjectState, Facts>of(name, from, to).called(zh, en).by(roles);
    }

    private static Step<ProjectState, Facts> suspend(ProjectState from) {
        return step("suspend", from, ProjectState.SUSPENDED, "暂停", "Suspend", Roles.SUPERVISOR).requires("comment")
                .when(REASON_GIVEN);
    }

    /** A suspended project returns to the state in which it was suspended, without a budget to the library, and to no other. */
    private static Step<ProjectState, Facts> resume(String name, ProjectState to) {
        return step(name, ProjectState.SUSPENDED, to, "恢复", "Resume", Roles.SUPERVISOR)
                .when((facts, on) -> facts.project().resumeState() == to
                        ? Optional.empty()
                        : Optional.of(ProjectProblems.RESUMES_ELSEWHERE.about(facts.project().resumeState())));
    }

    private static Guard<Facts> notice(NoticeKind kind, NoticeLevel level) {
        return (facts, on) -> facts.lacks(kind, level, on)
                ? Optional.of(ProjectProblems.NOTICE_REQUIRED.about(kind + " " + level))
                : Optional.empty();
    }
}
