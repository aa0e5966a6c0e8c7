package io.zhixing.organization.floating;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.organization.rule.Rules;
import io.zhixing.organization.workitem.Work;
import io.zhixing.organization.workitem.WorkKind;
import io.zhixing.organization.workitem.WorkOffice;
import io.zhixing.organization.workitem.WorkSource;

/** Floating members whom the host has not confirmed, and those with whom home must be in contact again. */
@ApplicationScoped
class FloatingWork implements WorkSource {

    private static final String TO_CONFIRM = """
            select f.id, f.host_id as organization_id, 'WAITING' as status, f.stepped_on as since, null::date as due_on, 1 as quantity,
              null::text as barred
            from floating_member f where f.state = 'REGISTERED' and f.host_id is not null""";
    private static final String TO_CONTACT = """
            select f.id, f.home_id as organization_id, %s as status, f.last_contact_on as since, l.last_day as due_on, 1 as quantity,
              null::text as barred
            from floating_member f
            cross join lateral (select (f.last_contact_on + make_interval(months => %s))::date as last_day) l
            where f.state <> 'ENDED' and l.last_day <= judged.day + judged.lead"""
            .formatted(Work.status("l.last_day"), Rules.value("FLOATING_CONTACT_MONTHS", "MEMBER", "judged.day"));

    @Override
    public List<Work> works() {
        return List.of(
                Work.of(WorkKind.FLOATING_TO_CONFIRM, TO_CONFIRM)
                        .by(WorkOffice.ITSELF,
                                MoveFloatingMember.STEPS.named(FloatingState.REGISTERED, "confirm-host"))
                        .at("/organization/v1/floating-members/"),
                Work.of(WorkKind.FLOATING_CONTACT_DUE, TO_CONTACT)
                        .by(WorkOffice.ITSELF, MoveFloatingMember.STEPS.named(FloatingState.REGISTERED, "contact"))
                        .at("/organization/v1/floating-members/"));
    }
}
