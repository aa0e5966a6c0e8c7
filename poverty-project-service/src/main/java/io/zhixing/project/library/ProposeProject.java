package io.zhixing.project.library;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.project.ProjectProblems;
import io.zhixing.project.Roles;

/** Draws up a project with its performance targets and, where a day is given, submits it in the same request. */
@RequestScoped
public class ProposeProject {

    private final Access access;
    private final ServiceProjects projects;
    private final PerformanceTargets targets;
    private final ProjectSteps steps;
    private final StepHistory history;
    private final Outbox outbox;

    ProposeProject(Access access, ServiceProjects projects, PerformanceTargets targets, ProjectSteps steps,
            StepHistory history, Outbox outbox) {
        this.access = access;
        this.projects = projects;
        this.targets = targets;
        this.steps = steps;
        this.history = history;
        this.outbox = outbox;
    }

    /** @param submittedOn the day on which it went to the town; null to keep a draft */
    public ServiceProject handle(ServiceProject.Facts facts, List<PerformanceTargets.Target> stated,
            LocalDate submittedOn) {
        var place = access.locate(facts.organizationId().toString(), Place.pointer("/organizationId"));
        access.require(place.path(), Roles.FUND_REQUESTER, Roles.SYSTEM_CLIENT);
        var project = new ServiceProject(facts, place.path(), assistingPath(facts), !stated.isEmpty());
        if (submittedOn == null) {
            projects.persistAndFlush(project);
        } else {
            var step = steps.submit(project, submittedOn);
            projects.persistAndFlush(project);
            history.add(ServiceProject.RESOURCE, project.id(), project.version(), project.path(), step, submittedOn,
                    null);
        }
        targets.add(project, stated);
        outbox.append(project.changed(ProjectState.DRAFT), project.path());
        return project;
    }

    private String assistingPath(ServiceProject.Facts facts) {
        if (facts.assistingOrganizationId() == null) {
            return null;
        }
        if (facts.assistingOrganizationId().equals(facts.organizationId())) {
            throw new ProblemException(
                    List.of(ProjectProblems.ASSISTING_IS_ITSELF.at(Place.pointer("/assistingOrganizationId"))));
        }
        return access.locate(facts.assistingOrganizationId().toString(), Place.pointer("/assistingOrganizationId"))
                .path();
    }
}
