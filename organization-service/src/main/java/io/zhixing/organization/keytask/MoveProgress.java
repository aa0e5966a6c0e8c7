package io.zhixing.organization.keytask;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.keytask.ProgressSteps.Facts;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.organization.structure.PartyOrganization;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.StepJudge;
import io.zhixing.platform.transition.Steps;
import io.zhixing.platform.transition.Subject;
import io.zhixing.platform.transition.Transitions;

/** Takes a step of an organization's progress with a key task; the first one makes its row. */
@RequestScoped
public class MoveProgress {

    public static final Steps<ProgressState, Facts> STEPS = ProgressSteps.STEPS;

    private final KeyTasks tasks;
    private final Progresses progresses;
    private final KeepEvidence evidence;
    private final Organizations organizations;
    private final StepJudge judge;
    private final StepHistory history;
    private final Outbox outbox;
    private final Caller caller;

    MoveProgress(KeyTasks tasks, Progresses progresses, KeepEvidence evidence, Organizations organizations,
            StepJudge judge, StepHistory history, Outbox outbox, Caller caller) {
        this.tasks = tasks;
        this.progresses = progresses;
        this.evidence = evidence;
        this.organizations = organizations;
        this.judge = judge;
        this.history = history;
        this.outbox = outbox;
        this.caller = caller;
    }

    Transitions open(UUID taskId, UUID organizationId) {
        var task = tasks.findByIdOptional(taskId).orElseThrow(PlatformProblems.NOT_FOUND::about);
        var organization = organizations.findByIdOptional(organizationId)
                .orElseThrow(PlatformProblems.NOT_FOUND::about);
        return judge.open(STEPS, subject(task, organization, progresses.of(taskId, organizationId).orElse(null), null));
    }

    /** The organization stays locked, so that two who take the first step at once are told apart by the version they read. */
    public KeyTaskProgress handle(UUID taskId, UUID organizationId, long read, ProgressMove move) {
        var task = tasks.findByIdOptional(taskId).orElseThrow(PlatformProblems.NOT_FOUND::about);
        var organization = organizations.locked(organizationId).orElseThrow(PlatformProblems.NOT_FOUND::about);
        var before = progresses.of(taskId, organizationId);
        ETag.check(read, before.map(KeyTaskProgress::version).orElse(0L));
        var subject = subject(task, organization, before.orElse(null), move);
        var step = judge.require(STEPS, subject, move.transition(), move.on());
        if (!task.obliges(organization)) {
            throw OrganizationProblems.NOT_OBLIGED.about();
        }
        var progress = before.orElseGet(() -> new KeyTaskProgress(task, organization, move.on()));
        before.ifPresent(known -> take(known, step.to(), move));
        progresses.persistAndFlush(progress);
        var counted = step.to() == ProgressState.REPORTED ? evidence.of(task, progress, organization, move) : null;
        history.add(KeyTaskProgress.RESOURCE, progress.id(), progress.version(), organization.path(), step, move.on(),
                move.comment());
        outbox.append(progress.changed(task, counted), organization.path());
        return progress;
    }

    private void take(KeyTaskProgress progress, ProgressState to, ProgressMove move) {
        switch (to) {
            case REPORTED -> progress.report(caller.name(), move.on());
            case CONFIRMED -> progress.confirm(move.on());
            case RETURNED -> progress.giveBack(move.comment(), move.on());
            default -> progress.reach(to, move.on());
        }
    }

    private Subject<ProgressState, Facts> subject(KeyTask task, PartyOrganization organization,
            KeyTaskProgress progress, ProgressMove move) {
        var facts = new Facts(task, organization, progress, move, caller.name(),
                on -> tasks.unconfirmedBelow(task, organization.id(), on));
        return progress == null
                ? new Subject<>(ProgressState.NOT_STARTED, 0, organization.path(), first(task, organization), facts)
                : new Subject<>(progress.state(), progress.version(), organization.path(), progress.steppedOn(), facts);
    }

    /** Neither before the campaign nor before the organization. */
    private static LocalDate first(KeyTask task, PartyOrganization organization) {
        return Optional.of(organization.establishedOn()).filter(day -> day.isAfter(task.startsOn()))
                .orElse(task.startsOn());
    }
}
