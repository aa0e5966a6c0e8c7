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
import io.zhixing.project.CountyOffice;
import io.zhixing.project.ProjectProblems;
import io.zhixing.project.Roles;
import io.zhixing.project.notice.PublicNotice.NoticeState;

/** The end of a notice: passed when its days have run and nothing stands against it. */
@RequestScoped
public class CloseNotice {

    record Facts(PublicNotice notice, CountyOffice county) {

        /** Where the level sits that put it up. */
        String office() {
            return notice.office(county);
        }
    }

    private static final Guard<Facts> RUN = Guard.holdsOn((facts, on) -> facts.notice().hasRunBy(on),
            ProjectProblems.NOTICE_OPEN);
    private static final Guard<Facts> UNDISPUTED = Guard.holds(facts -> !facts.notice().isDisputed(),
            ProjectProblems.OBJECTION_OPEN);
    private static final Guard<Facts> NOT_REFUTED = Guard.holds(facts -> !facts.notice().isRefuted(),
            ProjectProblems.OBJECTION_UPHELD);

    private static final Guard<Facts> REFUTED = Guard.holds(facts -> facts.notice().isRefuted(),
            ProjectProblems.NO_OBJECTION_UPHELD);

    public static final Steps<NoticeState, Facts> STEPS = Steps.of(
            Step.<NoticeState, Facts>of("pass", NoticeState.OPEN, NoticeState.PASSED).called("通过", "Pass")
                    .by(Roles.FUND_APPROVER).at(Facts::office).when(RUN, UNDISPUTED, NOT_REFUTED),
            Step.<NoticeState, Facts>of("uphold", NoticeState.OPEN, NoticeState.UPHELD)
                    .called("异议成立", "Uphold an objection").by(Roles.FUND_APPROVER).at(Facts::office)
                    .when(REFUTED));

    private final PublicNotices notices;
    private final Notices closing;
    private final CountyOffice county;
    private final StepJudge judge;

    CloseNotice(PublicNotices notices, Notices closing, CountyOffice county, StepJudge judge) {
        this.notices = notices;
        this.closing = closing;
        this.county = county;
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

    private Subject<NoticeState, Facts> subject(PublicNotice notice) {
        return new Subject<>(notice.state(), notice.version(), notice.path(), notice.startsOn(),
                new Facts(notice, county));
    }
}
