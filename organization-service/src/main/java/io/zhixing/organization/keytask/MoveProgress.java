package io.zhixing.organization.keytask;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToLongFunction;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.keytask.ProgressSteps.Facts;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.organization.structure.PartyOrganization;
import io.zhixing.organization.structure.SecondPerson;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.transition.Step;
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
    private final SecondPerson secondPerson;
    private final Outbox outbox;

    MoveProgress(KeyTasks tasks, Progresses progresses, KeepEvidence evidence, Organizations organizations,
            StepJudge judge, StepHistory history, SecondPerson secondPerson, Outbox outbox) {
        this.tasks = tasks;
        this.progresses = progresses;
        this.evidence = evidence;
        this.organizations = organizations;
        this.judge = judge;
        this.history = history;
        this.secondPerson = secondPerson;
        this.outbox = outbox;
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
        obliges(task, organization);
        return write(task, organization, before.orElse(null), step, move);
    }

    /**
     * A report with the step that leads up to it, both judged.
     *
     * @param first null where none is needed, like its move
     */
    record Judged(Step<ProgressState, Facts> first, ProgressMove before, Step<ProgressState, Facts> step,
            ProgressMove report) {}

    /**
     * Judges a report as a row of a file states it, with the step that it needs first: all before anything is written. What is
     * reported already is not to be reported again.
     *
     * @param organization locked
     * @param known null before the first step
     * @param startedOn null for the day of the report
     * @param unconfirmed how many directly below were not confirmed by the day of the report
     */
    Judged judge(KeyTask task, PartyOrganization organization, KeyTaskProgress known, LocalDate startedOn,
            ProgressMove report, long unconfirmed) {
        var subject = subject(task, organization, known, report, on -> unconfirmed);
        var before = switch (subject.state()) {
            case NOT_STARTED -> new ProgressMove("start", startedOn == null ? report.on() : startedOn, null, null);
            case RETURNED -> new ProgressMove("resume", report.on(), null, null);
            default -> null;
        };
        var first = before == null ? null : judge.require(STEPS, subject, before.transition(), before.on());
        var then = first == null
                ? subject
                : new Subject<>(first.to(), subject.version() + 1, subject.path(), before.on(), subject.facts());
        var step = judge.require(STEPS, then, report.transition(), report.on());
        obliges(task, organization);
        return new Judged(first, before, step, report);
    }

    /** Takes the steps that were judged, of an organization that had begun. */
    KeyTaskProgress take(KeyTask task, PartyOrganization organization, KeyTaskProgress known, Judged judged) {
        var progress = judged.first() == null
                ? known
                : write(task, organization, known, judged.first(), judged.before());
        return write(task, organization, progress, judged.step(), judged.report());
    }

    private static void obliges(KeyTask task, PartyOrganization organization) {
        if (!task.obliges(organization)) {
            throw OrganizationProblems.NOT_OBLIGED.about();
        }
    }

    /** @param known null when the step makes the row */
    private KeyTaskProgress write(KeyTask task, PartyOrganization organization, KeyTaskProgress known,
            Step<ProgressState, Facts> step, ProgressMove move) {
        var progress = known == null ? new KeyTaskProgress(task, organization, move.on()) : known;
        if (known != null) {
            take(progress, step.to(), move);
        }
        progresses.persistAndFlush(progress);
        var counted = step.to() == ProgressState.REPORTED ? evidence.of(task, progress, organization, move) : null;
        history.add(KeyTaskProgress.RESOURCE, progress.id(), progress.version(), organization.path(), step, move.on(),
                move.comment());
        outbox.append(progress.changed(task, counted), organization.path());
        return progress;
    }

    private void take(KeyTaskProgress progress, ProgressState to, ProgressMove move) {
        switch (to) {
            case REPORTED -> progress.report(move.on());
            case CONFIRMED -> progress.confirm(move.on());
            case RETURNED -> progress.giveBack(move.comment(), move.on());
            default -> progress.reach(to, move.on());
        }
    }

    private Subject<ProgressState, Facts> subject(KeyTask task, PartyOrganization organization,
            KeyTaskProgress progress, ProgressMove move) {
        return subject(task, organization, progress, move,
                on -> tasks.unconfirmedBelow(task, organization.id(), on));
    }

    private Subject<ProgressState, Facts> subject(KeyTask task, PartyOrganization organization,
            KeyTaskProgress progress, ProgressMove move, ToLongFunction<LocalDate> unconfirmedBelow) {
        var facts = new Facts(task, organization, progress, move, unconfirmedBelow);
        return progress == null
                ? new Subject<>(ProgressState.NOT_STARTED, 0, organization.path(), first(task, organization), facts)
                : new Subject<>(progress.state(), progress.version(), organization.path(), progress.steppedOn(), facts)
                        .lastBy(secondPerson.lastHand(progress.id()));
    }

    /** Neither before the campaign nor before the organization. */
    private static LocalDate first(KeyTask task, PartyOrganization organization) {
        return Optional.of(organization.establishedOn()).filter(day -> day.isAfter(task.startsOn()))
                .orElse(task.startsOn());
    }
}
