package io.zhixing.organization.screening;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.transition.Guard;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.StepJudge;
import io.zhixing.platform.transition.Steps;
import io.zhixing.platform.transition.Subject;
import io.zhixing.platform.transition.Transitions;

/**
 * 确认、报告、处理、移交: what the branch says of one member, and what becomes of it. Once its sheet was returned, the branch takes
 * an answer back and gives another one.
 */
@RequestScoped
public class MoveItem {

    /**
     * @param stated null while nobody takes a step and only its openness is asked for
     * @param returned whether the sheet is open again
     */
    record Facts(ItemMove stated, boolean returned) {

        boolean isReport() {
            return stated == null || stated.finding() != null && stated.finding() != Finding.NORMAL
                    && stated.action() != null && stated.action() != ScreeningAction.CONFIRM;
        }
    }

    private static final Guard<Facts> FINDING_STATED = Guard.holds(Facts::isReport,
            OrganizationProblems.SCREENING_FINDING_INCOMPLETE);

    private static final Guard<Facts> SHEET_RETURNED = Guard.holds(Facts::returned,
            OrganizationProblems.SHEET_NOT_RETURNED);

    public static final Steps<ItemState, Facts> STEPS = Steps.of(
            step("confirm", ItemState.UNCHECKED, ItemState.CONFIRMED, "确认正常", "Confirm"),
            step("report", ItemState.UNCHECKED, ItemState.REPORTED, "报告问题", "Report").requires("finding", "action")
                    .when(FINDING_STATED),
            step("settle", ItemState.REPORTED, ItemState.DONE, "处理完毕", "Settle"),
            step("hand-on", ItemState.REPORTED, ItemState.HANDED_ON, "移交", "Hand on"),
            takeBack(ItemState.CONFIRMED), takeBack(ItemState.REPORTED), takeBack(ItemState.DONE),
            takeBack(ItemState.HANDED_ON));

    private final Items items;
    private final Sheets sheets;
    private final Organizations organizations;
    private final StepJudge judge;
    private final StepHistory history;

    MoveItem(Items items, Sheets sheets, Organizations organizations, StepJudge judge, StepHistory history) {
        this.items = items;
        this.sheets = sheets;
        this.organizations = organizations;
        this.judge = judge;
        this.history = history;
    }

    Transitions open(ScreeningItem item) {
        return judge.open(STEPS, subject(item, sheets.findById(item.sheetId()), null));
    }

    public ScreeningItem handle(UUID id, long read, ItemMove move) {
        var item = items.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, item.version());
        var subject = subject(item, sheets.locked(item.sheetId()), move);
        var step = judge.require(STEPS, subject, move.transition(), move.on());
        var comment = move.comment();
        switch (step.to()) {
            case CONFIRMED -> item.find(Finding.NORMAL, ScreeningAction.CONFIRM, comment);
            case REPORTED -> item.find(move.finding(), move.action(), comment);
            case UNCHECKED -> {
                comment = item.answer() + (comment == null ? "" : ": " + comment);
                item.find(null, null, null);
            }
            default -> {
                // what was answered stays
            }
        }
        item.reach(step.to(), move.on());
        items.flush();
        history.add(ScreeningItem.RESOURCE, id, item.version(), subject.path(), step, move.on(), comment);
        return item;
    }

    private Subject<ItemState, Facts> subject(ScreeningItem item, ScreeningSheet sheet, ItemMove move) {
        return new Subject<>(item.state(), item.version(), organizations.findById(sheet.organizationId()).path(),
                item.steppedOn(), new Facts(move, sheet.isReturned()));
    }

    private static Step<ItemState, Facts> takeBack(ItemState from) {
        return step("take-back", from, ItemState.UNCHECKED, "收回", "Take the answer back").when(SHEET_RETURNED);
    }

    private static Step<ItemState, Facts> step(String name, ItemState from, ItemState to, String zh, String en) {
        return Step.<ItemState, Facts>of(name, from, to).called(zh, en).by(Roles.CLERK, Roles.SECRETARY, Roles.OFFICER,
                Roles.SYSTEM);
    }
}
