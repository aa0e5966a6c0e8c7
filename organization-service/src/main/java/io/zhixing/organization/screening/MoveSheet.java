package io.zhixing.organization.screening;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.transition.Guard;
import io.zhixing.platform.transition.Move;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.StepJudge;
import io.zhixing.platform.transition.Steps;
import io.zhixing.platform.transition.Subject;
import io.zhixing.platform.transition.Transitions;

/** 自查、审核、退回: the branch answers for each of its members, the primary committee above it reviews. */
@RequestScoped
public class MoveSheet {

    /**
     * @param reviewer path of the office that reviews it
     * @param stated null while nobody takes a step and only its openness is asked for
     */
    record Facts(ScreeningSheet sheet, String path, String reviewer, long unchecked, Move stated, String caller) {

        boolean lacksReason() {
            return stated != null && (stated.comment() == null || stated.comment().isBlank());
        }
    }

    private static final Guard<Facts> ALL_CHECKED = Guard.holds(facts -> facts.unchecked() == 0,
            OrganizationProblems.SHEET_UNCHECKED);
    private static final Guard<Facts> NOT_THE_CHECKER = Guard.holds(facts -> !facts.sheet().isCheckedBy(facts.caller()),
            OrganizationProblems.SUBMITTER_APPROVES);
    private static final Guard<Facts> REASON_GIVEN = Guard.holds(facts -> !facts.lacksReason(),
            OrganizationProblems.STEP_REASON_REQUIRED);

    public static final Steps<SheetState, Facts> STEPS = Steps.of(
            step("self-check", SheetState.OPEN, SheetState.SELF_CHECKED, "自查完成", "Finish the branch's check")
                    .by(Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM).when(ALL_CHECKED),
            above("review", SheetState.REVIEWED, "审核", "Review").when(NOT_THE_CHECKER),
            above("return", SheetState.OPEN, "退回", "Return").requires("comment")
                    .when(NOT_THE_CHECKER, REASON_GIVEN));

    private final Sheets sheets;
    private final Organizations organizations;
    private final StepJudge judge;
    private final StepHistory history;
    private final Caller caller;

    MoveSheet(Sheets sheets, Organizations organizations, StepJudge judge,
            StepHistory history, Caller caller) {
        this.sheets = sheets;
        this.organizations = organizations;
        this.judge = judge;
        this.history = history;
        this.caller = caller;
    }

    Transitions open(ScreeningSheet sheet) {
        return judge.open(STEPS, subject(sheet, null));
    }

    /** The sheet stays locked, so that no item changes under a check. */
    public ScreeningSheet handle(UUID id, long read, Move move) {
        var sheet = Optional.ofNullable(sheets.locked(id)).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, sheet.version());
        var subject = subject(sheet, move);
        var step = judge.require(STEPS, subject, move.transition(), move.on());
        sheet.reach(step.to(), caller.name(), move.on());
        sheets.flush();
        history.add(ScreeningSheet.RESOURCE, id, sheet.version(), subject.path(), step, move.on(), move.comment());
        return sheet;
    }

    private Subject<SheetState, Facts> subject(ScreeningSheet sheet, Move move) {
        var path = organizations.findById(sheet.organizationId()).path();
        return new Subject<>(sheet.state(), sheet.version(), path, sheet.steppedOn(),
                new Facts(sheet, path, sheets.reviewOffice(path), sheets.view(sheet.id()).unchecked(), move,
                        caller.name()));
    }

    private static Step<SheetState, Facts> above(String name, SheetState to, String zh, String en) {
        return step(name, SheetState.SELF_CHECKED, to, zh, en).by(Roles.OFFICER).at(Facts::reviewer);
    }

    private static Step<SheetState, Facts> step(String name, SheetState from, SheetState to, String zh, String en) {
        return Step.<SheetState, Facts>of(name, from, to).called(zh, en);
    }
}
