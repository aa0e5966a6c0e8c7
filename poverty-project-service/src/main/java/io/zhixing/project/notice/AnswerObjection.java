package io.zhixing.project.notice;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.LockModeType;

import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.transition.Guard;
import io.zhixing.platform.transition.Move;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.StepJudge;
import io.zhixing.platform.transition.Steps;
import io.zhixing.platform.transition.Subject;
import io.zhixing.project.CountyOffice;
import io.zhixing.project.ProjectProblems;
import io.zhixing.project.Roles;
import io.zhixing.project.notice.Objection.ObjectionState;

/** The answer to an objection: dismissed or upheld, always with its reason. */
@RequestScoped
public class AnswerObjection {

    /** {@code comment} is the answer. */
    record Facts(PublicNotice notice, String comment, CountyOffice county) {

        /** Whoever decides about the notice answers the objections to it. */
        String office() {
            return notice.office(county);
        }
    }

    private static final Guard<Facts> ANSWERED = Guard.holds(
            facts -> facts.comment() != null && !facts.comment().isBlank(), ProjectProblems.REASON_REQUIRED);

    public static final Steps<ObjectionState, Facts> STEPS = Steps.of(
            Step.<ObjectionState, Facts>of("dismiss", ObjectionState.OPEN, ObjectionState.DISMISSED)
                    .called("不成立", "Dismiss").by(Roles.FUND_APPROVER).at(Facts::office).requires("comment")
                    .when(ANSWERED),
            Step.<ObjectionState, Facts>of("uphold", ObjectionState.OPEN, ObjectionState.UPHELD)
                    .called("成立", "Uphold").by(Roles.FUND_APPROVER).at(Facts::office).requires("comment")
                    .when(ANSWERED));

    private final Objections objections;
    private final PublicNotices notices;
    private final Notices changing;
    private final CountyOffice county;
    private final StepJudge judge;
    private final StepHistory history;

    AnswerObjection(Objections objections, PublicNotices notices, Notices changing, CountyOffice county,
            StepJudge judge, StepHistory history) {
        this.objections = objections;
        this.notices = notices;
        this.changing = changing;
        this.county = county;
        this.judge = judge;
        this.history = history;
    }

    public Objection handle(UUID id, long read, Move move) {
        var objection = objections.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, objection.version());
        var notice = notices.findById(objection.noticeId(), LockModeType.PESSIMISTIC_WRITE);
        var step = judge.require(STEPS, new Subject<>(objection.state(), objection.version(), objection.path(),
                objection.stateOn(), new Facts(notice, move.comment(), county)), move.transition(), move.on());
        objection.answer(step.to(), move.on(), move.comment());
        changing.answer(notice, step.to() == ObjectionState.UPHELD, move.on());
        history.add(Objection.RESOURCE, id, objection.version(), objection.path(), step, move.on(), move.comment());
        return objection;
    }
}
