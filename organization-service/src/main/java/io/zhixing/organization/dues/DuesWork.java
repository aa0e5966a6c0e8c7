package io.zhixing.organization.dues;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.organization.Roles;
import io.zhixing.organization.dues.DuesReduction.ReductionState;
import io.zhixing.organization.workitem.Work;
import io.zhixing.organization.workitem.WorkKind;
import io.zhixing.organization.workitem.WorkOffice;
import io.zhixing.organization.workitem.WorkSource;

/** Branches with members in arrears, by the branch on whose roll they stand now, and reductions that nobody has decided. */
@ApplicationScoped
class DuesWork implements WorkSource {

    private static final String ARREARS = """
            select m.organization_id as id, m.organization_id, m.organization_path, 'OVERDUE' as status,
              min(a.since_month) as since, null::date as due_on, count(*) as quantity, null::text as barred
            from dues_arrears a join party_member m on m.id = a.member_id
            where a.cleared_on is null group by m.organization_id, m.organization_path""";
    private static final String ASKED = """
            select r.id, m.organization_id, 'WAITING' as status, r.stepped_on as since, null::date as due_on, 1 as quantity,
              r.asker as barred
            from dues_reduction r join party_member m on m.id = r.member_id where r.state = 'ASKED'""";

    @Override
    public List<Work> works() {
        return List.of(
                Work.of(WorkKind.DUES_ARREARS, ARREARS).bounded()
                        .by(WorkOffice.ITSELF, Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM)
                        .at("/organization/v1/dues-arrears?open=true&organization="),
                Work.of(WorkKind.REDUCTION_TO_DECIDE, ASKED)
                        .by(WorkOffice.SUPERIOR, DecideReduction.STEPS.named(ReductionState.ASKED, "approve"))
                        .at("/organization/v1/dues-reductions/"));
    }
}
