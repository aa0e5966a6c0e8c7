package io.zhixing.organization.standing;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.organization.Roles;
import io.zhixing.organization.workitem.Work;
import io.zhixing.organization.workitem.WorkKind;
import io.zhixing.organization.workitem.WorkOffice;
import io.zhixing.organization.workitem.WorkSource;

/** Correction periods that end: the branch proposes what becomes of the member, in evaluation-service. One a member. */
@ApplicationScoped
class StandingWork implements WorkSource {

    private static final String ENDING = """
            select c.member_id as id, m.organization_id, %s as status, c.changed_on as since, c.until_day as due_on, 1 as quantity,
              null::text as barred
            from correction_period_ref c join party_member m on m.id = c.member_id
            where c.state = 'OPEN' and c.until_day <= judged.day + judged.lead and not exists (
              select from correction_period_ref e where e.member_id = c.member_id and e.state = 'OPEN'
              and (e.until_day, e.id) < (c.until_day, c.id))""".formatted(Work.status("c.until_day"));

    @Override
    public List<Work> works() {
        return List.of(Work.of(WorkKind.CORRECTION_PERIOD_ENDING, ENDING)
                .by(WorkOffice.ITSELF, Roles.SECRETARY, Roles.OFFICER).at("/organization/v1/members/"));
    }
}
