package io.zhixing.organization.structure;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.organization.workitem.Work;
import io.zhixing.organization.workitem.WorkKind;
import io.zhixing.organization.workitem.WorkOffice;
import io.zhixing.organization.workitem.WorkSource;

/** Organizations that were set up and have not taken up their work. */
@ApplicationScoped
class OrganizationWork implements WorkSource {

    @Override
    public List<Work> works() {
        return List.of(Work.of(WorkKind.ORGANIZATION_PREPARING, """
                select b.id, b.id as organization_id, 'WAITING' as status, b.established_on as since, null::date as due_on,
                  1 as quantity, null::text as barred
                from party_organization b where b.state = 'PREPARING'""")
                .by(WorkOffice.SUPERIOR, OrganizationSteps.STEPS.named(OrganizationState.PREPARING, "activate"))
                .at("/organization/v1/organizations/"));
    }
}
