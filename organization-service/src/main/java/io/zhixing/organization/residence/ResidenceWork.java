package io.zhixing.organization.residence;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.organization.rule.Rules;
import io.zhixing.organization.workitem.Work;
import io.zhixing.organization.workitem.WorkKind;
import io.zhixing.organization.workitem.WorkOffice;
import io.zhixing.organization.workitem.WorkSource;

/** Registrations that the organization of the residence has not confirmed; due by the days that the rule gives it. */
@ApplicationScoped
class ResidenceWork implements WorkSource {

    private static final String TO_CONFIRM = """
            select r.id, r.residence_id as organization_id, %s as status, r.registered_on as since, l.last_day as due_on,
              1 as quantity, null::text as barred
            from residence_registration r
            cross join lateral (select r.registered_on + %s as last_day) l
            where r.state = 'REGISTERED'"""
            .formatted(Work.status("l.last_day"), Rules.value("RESIDENCE_CONFIRM_DAYS", "MEMBER", "judged.day"));

    @Override
    public List<Work> works() {
        return List.of(Work.of(WorkKind.RESIDENCE_TO_CONFIRM, TO_CONFIRM)
                .by(WorkOffice.ITSELF, MoveResidence.STEPS.named(ResidenceState.REGISTERED, "confirm"))
                .at("/organization/v1/residence-registrations/"));
    }
}
