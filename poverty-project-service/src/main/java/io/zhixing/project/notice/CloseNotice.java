package io.zhixing.project.notice;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.LockModeType;

import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.transition.Guard;
import io.zhixing.platform.transition.Move;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.StepJudge;
import io.zhixing.platform.transition.Steps;
import io.zhixing.platform.transition.Subject;
import io.zhixing.platform.transition.Transitions;
import io.zhixing.project.ProjectProblems;
import io.zhixing.project.Roles;
import io.zhixing.project.notice.PublicNotice.NoticeState;

/** The end of a notice: passed when its days have run and nothing stands against it. */
@RequestScoped
public class CloseNotice {

    private static final Guard<PublicNotice> RUN = Guard.holdsOn(PublicNotice::hasRunBy, ProjectProblems.NOTICE_OPEN);
    private static final Guard<PublicNotice> UNDISPUTED = Guard.holds(notice -> !notice.isDisputed(),
            ProjectProblems.OBJECTION_OPEN);
    private static final Guard<PublicNotice> NOT_REFUTED = Guard.holds(notice -> !notice.isRefuted(),
            ProjectProblems.OBJECTION_UPHELD);

    private static final Guard<PublicNotice> REFUTED = Guard.holds(PublicNotice::isRefuted,
            ProjectProblems.NO_OBJECTION_UPHELD);

    public static final Steps<NoticeState, PublicNotice> STEPS = Steps.of(
            Step.<NoticeState, PublicNotice>of("pass", NoticeState.OPEN, NoticeState.PASSED).called("通过", "Pass")
                    .by(Roles.FUND_APPROVER).at(PublicNotice::office).when(RUN, UNDISPUTED, NOT_REFUTED),
            Step.<NoticeState, PublicNotice>of("uphold", NoticeState.OPEN, NoticeState.UPHELD)
                    .called("异议成立", "Uphold an objection").by(Roles.FUND_APPROVER).at(PublicNotice::office)
                    .when(REFUTED));

    private final PublicNotices notices;
    private final Notices closing;
    private final StepJudge judge;

    CloseNotice(PublicNotices notices, Notices closing, StepJudge judge) {
        this.notices = notices;
        this.closing = closing;
        this.judge = judge;
    }

    Transitions open(PublicNotice notice) {
        return judge.open(STEPS, subject(notice));
    }

    public PublicNotice handle(UUID id, long read, Move move) {
        var notice = notices.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(PlatformProblems.NOT_FOUND::about);
        // An objection that has come since is told, rather than that the notice is another.
        var step = judge.require(STEPS, subject(notice), move.transition(), move.on());
        ETag.check(read, notice.version());
        closing.takeDown(notice, step, move.on(), move.comment());
        return notice;
    }

    private static Subject<NoticeState, PublicNotice> subject(PublicNotice notice) {
        return new Subject<>(notice.state(), notice.version(), notice.path(), notice.startsOn(), notice);
    }
}
