package io.zhixing.organization.term;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.organization.Roles;
import io.zhixing.organization.rule.Rules;
import io.zhixing.organization.workitem.Work;
import io.zhixing.organization.workitem.WorkKind;
import io.zhixing.organization.workitem.WorkOffice;
import io.zhixing.organization.workitem.WorkSource;

/**
 * Terms that run and end soon, or have ended without an approved postponement. The last day is the one before the next term
 * must have begun, or the one until which the election had been postponed by the day; how long before it is due, the rule says.
 */
@ApplicationScoped
class TermWork implements WorkSource {

    private static final String LEAD = "make_interval(months => "
            + Rules.value("TERM_DUE_SOON_MONTHS", "ELECTION", "judged.day") + ")";

    @Override
    public List<Work> works() {
        return List.of(Work
                .of(WorkKind.TERM_ENDING,
                        """
                select t.id, t.organization_id, case when judged.day > l.last_day then 'OVERDUE' else 'DUE' end as status,
                  case when judged.day > l.last_day then l.last_day + 1 else (l.last_day + 1 - %1$s)::date end as since,
                  l.last_day as due_on, 1 as quantity, null::text as barred
                from committee_term t cross join lateral (select coalesce(%2$s, t.ends_on - 1) as last_day) l
                where t.ended_on is null and t.ends_on <= (judged.day + %1$s)::date and l.last_day + 1 - %1$s <= judged.day"""
                                .formatted(LEAD, Postponement.until("t", "judged.day")))
                .by(WorkOffice.ITSELF, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM).endedBy("apply")
                .at("/organization/v1/committee-terms/"));
    }
}
