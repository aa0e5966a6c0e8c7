package io.zhixing.organization.screening;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.organization.Roles;
import io.zhixing.organization.workitem.Work;
import io.zhixing.organization.workitem.WorkKind;
import io.zhixing.organization.workitem.WorkOffice;
import io.zhixing.organization.workitem.WorkSource;

/**
 * What an open screening waits for: the branch's check, the review above, what was found and not acted on, and its end. It
 * is counted by sheets: a member is no item of a list that names organizations. Its end is nobody's to take while a sheet is
 * unfinished: whoever has to finish it has an item of his own, and the end that is late says so all the same.
 */
@ApplicationScoped
class ScreeningWork implements WorkSource {

    private static final String SHEETS = """
            select s.id, s.organization_id, %s as status, s.stepped_on as since, r.to_day as due_on, %s as quantity, %s as barred,
              %s as office_path
            from screening_sheet s join screening r on r.id = s.screening_id and r.state = 'OPEN' where %s""";
    private static final String NONE = "null::text";
    private static final String BY_THE_END = Work.status("r.to_day");
    private static final String ITEMS = "(select count(*) from screening_item i where i.sheet_id = s.id and i.state = '%s')";
    private static final String TO_CLOSE = """
            select r.id, r.organization_id, %s as status, r.from_day as since, r.to_day as due_on, 1 as quantity, null::text as barred,
              u.early
            from screening r cross join lateral (select %s as early) u
            where r.state = 'OPEN' and (r.to_day <= judged.day + judged.lead or not u.early)"""
            .formatted(Work.status("r.to_day", "u.early"), Screenings.UNFINISHED);

    @Override
    public List<Work> works() {
        return List.of(
                Work.of(WorkKind.SCREENING_TO_CHECK, SHEETS.formatted(BY_THE_END,
                        "greatest(" + ITEMS.formatted(ItemState.UNCHECKED) + ", 1)", "null::text", NONE,
                        "s.state = 'OPEN'"))
                        .by(WorkOffice.ITSELF, MoveSheet.STEPS.named(SheetState.OPEN, "self-check"))
                        .at("/organization/v1/screening-sheets/"),
                Work.of(WorkKind.SCREENING_TO_REVIEW, SHEETS.formatted(BY_THE_END, "1", "s.checker",
                        "review_office(s.organization_path)", "s.state = 'SELF_CHECKED'"))
                        .by(WorkOffice.SUPERIOR, MoveSheet.STEPS.named(SheetState.SELF_CHECKED, "review"))
                        .at("/organization/v1/screening-sheets/").actingWhereSelected(),
                Work.of(WorkKind.SCREENING_ACTION_OPEN, SHEETS.formatted(BY_THE_END,
                        ITEMS.formatted(ItemState.REPORTED), "null::text", NONE,
                        "exists (select from screening_item i where i.sheet_id = s.id and i.state = 'REPORTED')"))
                        .by(WorkOffice.ITSELF, Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM)
                        .at("/organization/v1/screening-items?state=REPORTED&sheet="),
                Work.of(WorkKind.SCREENING_TO_CLOSE, TO_CLOSE).notWhileEarly()
                        .by(WorkOffice.COUNTY, MoveScreening.STEPS.named(ScreeningState.OPEN, "close"))
                        .at("/organization/v1/screenings/"));
    }
}
