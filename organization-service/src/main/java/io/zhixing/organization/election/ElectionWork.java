package io.zhixing.organization.election;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.organization.workitem.Work;
import io.zhixing.organization.workitem.WorkKind;
import io.zhixing.organization.workitem.WorkOffice;
import io.zhixing.organization.workitem.WorkSource;

/** Elections that wait for the superior, and those whose planned day comes or has passed without a result. */
@ApplicationScoped
class ElectionWork implements WorkSource {

    private static final String WAITING = """
            select e.id, e.organization_id, 'WAITING' as status, e.stepped_on as since, null::date as due_on, 1 as quantity,
              e.recorder as barred
            from term_election e where e.state = '%s'""";
    private static final String HELD_BY = """
            select e.id, e.organization_id, %s as status, e.stepped_on as since, e.planned_on as due_on, 1 as quantity,
              null::text as barred
            from term_election e where e.state = 'APPROVED'""".formatted(Work.status("e.planned_on"));

    @Override
    public List<Work> works() {
        return List.of(
                Work.of(WorkKind.ELECTION_TO_APPROVE, WAITING.formatted(ElectionState.APPLIED))
                        .by(WorkOffice.SUPERIOR, ElectionSteps.STEPS.named(ElectionState.APPLIED, "approve"))
                        .at("/organization/v1/term-elections/"),
                Work.of(WorkKind.ELECTION_TO_HOLD, HELD_BY)
                        .by(WorkOffice.ITSELF, ElectionSteps.STEPS.named(ElectionState.APPROVED, "record-result"))
                        .at("/organization/v1/term-elections/"),
                Work.of(WorkKind.ELECTION_TO_CONFIRM, WAITING.formatted(ElectionState.ELECTED))
                        .by(WorkOffice.SUPERIOR, ElectionSteps.STEPS.named(ElectionState.ELECTED, "confirm"))
                        .at("/organization/v1/term-elections/"));
    }
}
