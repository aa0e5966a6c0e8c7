package io.zhixing.organization.keytask;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.organization.Roles;
import io.zhixing.organization.workitem.Work;
import io.zhixing.organization.workitem.WorkKind;
import io.zhixing.organization.workitem.WorkOffice;
import io.zhixing.organization.workitem.WorkSource;

/**
 * Key tasks that an obliged organization has not reported, with or without a row of progress, and reports that wait above it;
 * by the deadline that stood on the day. A superior is told to report when everybody directly below was confirmed: until then
 * he waits for them, and his work is to confirm them.
 */
@ApplicationScoped
class KeyTaskWork implements WorkSource {

    private static final String ROWS = """
            select k.id, o.id as organization_id, o.organization_path, %%s as status, coalesce(p.stepped_on, k.starts_on) as since,
              %s as due_on, 1 as quantity, %%s as barred, %%s as early
            from key_task k%s join party_organization o on %s
            %%s join key_task_progress p on p.task_id = k.id and p.organization_id = o.id
            where k.starts_on <= judged.day and %%s""".formatted(KeyTasks.DEADLINE_THEN,
            KeyTasks.laterChange("h.changed_on > judged.day"), KeyTasks.OBLIGED);
    private static final String SOMEBODY_BELOW_UNCONFIRMED = "exists (" + KeyTasks.UNCONFIRMED_BELOW + ")";
    private static final String UNREPORTED = ROWS.formatted(
            Work.status(KeyTasks.DEADLINE_THEN, SOMEBODY_BELOW_UNCONFIRMED), "null::text", SOMEBODY_BELOW_UNCONFIRMED,
            "left", "coalesce(p.state, 'NOT_STARTED') in ('NOT_STARTED', 'IN_PROGRESS', 'RETURNED')");
    /** The reporter, wherever the organization stands: nobody confirms what he reported. */
    private static final String REPORTED = ROWS.formatted(Work.status(KeyTasks.DEADLINE_THEN), "entered_last(p.id)",
            "false",
            "", "p.state = 'REPORTED'");
    private static final String ADDRESS = "/organization/v1/key-tasks/";
    private static final String OF_THE_ORGANIZATION = "'/progress/' || s.organization_id";

    @Override
    public List<Work> works() {
        return List.of(
                Work.of(WorkKind.KEY_TASK_TO_REPORT, UNREPORTED).bounded().notWhileEarly()
                        .by(WorkOffice.ITSELF, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM)
                        .at(ADDRESS, OF_THE_ORGANIZATION),
                Work.of(WorkKind.KEY_TASK_TO_CONFIRM, REPORTED).bounded()
                        .by(WorkOffice.SUPERIOR, ProgressSteps.STEPS.named(ProgressState.REPORTED, "confirm"))
                        .at(ADDRESS, OF_THE_ORGANIZATION));
    }
}
