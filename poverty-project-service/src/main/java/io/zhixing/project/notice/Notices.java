package io.zhixing.project.notice;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Problem;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.project.ProjectProblems;
import io.zhixing.project.notice.PublicNotice.NoticeKind;
import io.zhixing.project.notice.PublicNotice.NoticeLevel;
import io.zhixing.project.notice.PublicNotice.NoticeState;
import io.zhixing.project.rule.Rules;

/** Puts notices up and takes them down, each with its event; what a project's steps ask of notices. */
@RequestScoped
public class Notices {

    private final PublicNotices notices;
    private final Rules rules;
    private final StepHistory history;
    private final Outbox outbox;

    Notices(PublicNotices notices, Rules rules, StepHistory history, Outbox outbox) {
        this.notices = notices;
        this.rules = rules;
        this.history = history;
        this.outbox = outbox;
    }

    /** Judged by the rule on minimum days in force on the first day. */
    public PublicNotice putUp(PublicNotice.Facts facts, UUID organization, String path) {
        int required = (int) rules.value("NOTICE_MINIMUM_DAYS", facts.kind() + "_" + facts.level(), facts.startsOn());
        var stated = facts.endsOn() == null
                ? new PublicNotice.Facts(facts.projectId(), facts.kind(), facts.level(), facts.startsOn(),
                        facts.startsOn().plusDays(required))
                : facts;
        var notice = new PublicNotice(stated, organization, path, required);
        notices.persistAndFlush(notice);
        outbox.append(notice.opened(), path);
        return notice;
    }

    /** One objection more: a version of the notice. */
    void objectTo(PublicNotice notice, LocalDate on) {
        notice.objectedTo();
        tellDispute(notice, on);
    }

    /** One objection answered: a version of the notice. */
    void answer(PublicNotice notice, boolean upheld, LocalDate on) {
        notice.answered(upheld);
        tellDispute(notice, on);
    }

    private void tellDispute(PublicNotice notice, LocalDate on) {
        notices.flush();
        outbox.append(notice.dispute(on), notice.path());
    }

    /** Closes a notice that still stands. @param comment null where nobody said anything */
    void takeDown(PublicNotice notice, Step<NoticeState, ?> step, LocalDate on, String comment) {
        notice.close(step.to(), on);
        notices.flush();
        history.add(PublicNotice.RESOURCE, notice.id(), notice.version(), notice.path(), step, on, comment);
        outbox.append(notice.closed(), notice.path());
    }

    /**
     * Closes the county's entry notices of a project that stand on a day; none passes over an objection that came since it was
     * read.
     *
     * @param outcome another one than open
     */
    public void takeDownEntry(UUID project, NoticeState outcome, LocalDate on) {
        var step = CloseNotice.STEPS.leaving(NoticeState.OPEN).stream().filter(one -> one.to() == outcome).findFirst()
                .orElseThrow();
        for (var notice : notices.of(project, NoticeKind.ENTRY, NoticeLevel.COUNTY)) {
            if (notice.state() == NoticeState.OPEN && !notice.startsOn().isAfter(on)) {
                notices.hold(notice);
                if (outcome == NoticeState.PASSED) {
                    notice.against(on).ifPresent(Notices::refuse);
                }
                if (notice.state() == NoticeState.OPEN) {
                    takeDown(notice, step, on, null);
                }
            }
        }
    }

    private static void refuse(Problem problem) {
        throw problem.about();
    }

    /** Whether the rule of the day asks for a notice that has not passed by then. */
    public boolean lacks(UUID project, NoticeKind kind, NoticeLevel level, LocalDate on) {
        return rules.value("NOTICE_REQUIRED", kind + "_" + level, on) > 0
                && !notices.hasPassed(project, kind, level, on);
    }

    /** The same of a notice at whatever level. */
    public boolean lacks(UUID project, NoticeKind kind, LocalDate on) {
        return rules.value("NOTICE_REQUIRED", kind.name(), on) > 0 && !notices.hasPassed(project, kind, on);
    }

    /**
     * Whether an objection to entry holds: to one of the county's entry notices that still stand, or, where none stands, by
     * the way in which the last one was taken down.
     */
    public boolean isEntryRefuted(UUID project) {
        var all = notices.of(project, NoticeKind.ENTRY, NoticeLevel.COUNTY);
        var standing = all.stream().filter(notice -> notice.state() == NoticeState.OPEN).toList();
        return standing.isEmpty()
                ? !all.isEmpty() && all.get(all.size() - 1).state() == NoticeState.UPHELD
                : standing.stream().anyMatch(PublicNotice::isRefuted);
    }

    /**
     * What stands against entry into the library on a day: each of the county's entry notices that still stands must be ready
     * to pass; where none stands, the last one must have passed.
     */
    public Optional<ProblemException> againstEntry(UUID project, LocalDate on) {
        var all = notices.of(project, NoticeKind.ENTRY, NoticeLevel.COUNTY);
        var standing = all.stream().filter(notice -> notice.state() == NoticeState.OPEN).toList();
        if (standing.isEmpty() && (all.isEmpty() || !all.get(all.size() - 1).hasPassedBy(on))) {
            return Optional.of(ProjectProblems.NOTICE_REQUIRED.about(NoticeKind.ENTRY + " " + NoticeLevel.COUNTY));
        }
        return standing.stream().flatMap(notice -> notice.against(on).stream()).findFirst().map(Problem::about);
    }
}
