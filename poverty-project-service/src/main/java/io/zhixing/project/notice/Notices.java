package io.zhixing.project.notice;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.outbox.Outbox;
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
    private final Outbox outbox;

    Notices(PublicNotices notices, Rules rules, Outbox outbox) {
        this.notices = notices;
        this.rules = rules;
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

    /** One objection more, or one answered: a version of the notice. */
    void dispute(PublicNotice notice, int by, LocalDate on) {
        notice.disputed(by);
        notices.flush();
        outbox.append(notice.dispute(on), notice.path());
    }

    /** Closes a notice that still stands. */
    void takeDown(PublicNotice notice, NoticeState outcome, LocalDate on) {
        notice.close(outcome, on);
        notices.flush();
        outbox.append(notice.closed(), notice.path());
    }

    /** Closes the county's entry notice of a project, when one stands. */
    public void takeDownEntry(UUID project, NoticeState outcome, LocalDate on) {
        notices.open(project, NoticeKind.ENTRY, NoticeLevel.COUNTY)
                .ifPresent(notice -> takeDown(notice, outcome, on));
    }

    /** Whether the rule of the day asks for a notice that has not passed by then. */
    public boolean lacks(UUID project, NoticeKind kind, NoticeLevel level, LocalDate on) {
        return rules.value("NOTICE_REQUIRED", kind + "_" + level, on) > 0
                && !notices.hasPassed(project, kind, level, on);
    }

    /** What stands against passing the county's entry notice on a day; null when nothing does. */
    public ProjectProblems againstEntry(UUID project, LocalDate on) {
        return notices.open(project, NoticeKind.ENTRY, NoticeLevel.COUNTY)
                .map(notice -> !notice.hasRunBy(on)
                        ? ProjectProblems.NOTICE_OPEN
                        : notice.isDisputed() ? ProjectProblems.OBJECTION_OPEN : null)
                .orElse(null);
    }
}
