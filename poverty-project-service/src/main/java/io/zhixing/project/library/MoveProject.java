package io.zhixing.project.library;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.transition.StepHistory;

/** Takes a step of a project: state, effects, history and event in one transaction. */
@RequestScoped
public class MoveProject {

    private final ServiceProjects projects;
    private final ProjectSteps steps;
    private final ProjectEffects effects;
    private final StepHistory history;
    private final Outbox outbox;

    MoveProject(ServiceProjects projects, ProjectSteps steps, ProjectEffects effects, StepHistory history,
            Outbox outbox) {
        this.projects = projects;
        this.steps = steps;
        this.effects = effects;
        this.history = history;
        this.outbox = outbox;
    }

    public ServiceProject handle(UUID id, long read, ProjectMove move) {
        var project = projects.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, project.version());
        var step = steps.judge(project, move);
        move.refuseFieldsOfOtherSteps();
        effects.prepare(project, move);
        project.reach(step.to(), move.on());
        projects.flush();   // the version is taken and the row locked before money moves
        effects.apply(project, move);
        history.add(ServiceProject.RESOURCE, id, project.version(), project.path(), step, move.on(), move.comment());
        outbox.append(project.changed(step.from()), project.path());
        return project;
    }
}
