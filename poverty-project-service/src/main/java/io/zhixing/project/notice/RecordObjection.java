package io.zhixing.project.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.LockModeType;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Shanghai;
import io.zhixing.project.ProjectProblems;
import io.zhixing.project.Roles;

/** Records an objection to a notice that still stands; the notice's row is locked, so that passing it waits or fails. */
@RequestScoped
public class RecordObjection {

    private final Access access;
    private final PublicNotices notices;
    private final Objections objections;
    private final Notices changing;
    private final Clock clock;

    RecordObjection(Access access, PublicNotices notices, Objections objections, Notices changing, Clock clock) {
        this.access = access;
        this.notices = notices;
        this.objections = objections;
        this.changing = changing;
        this.clock = clock;
    }

    public Objection handle(UUID noticeId, String content, LocalDate receivedOn) {
        var notice = notices.findByIdOptional(noticeId, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new ProblemException(
                        List.of(PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/noticeId"), noticeId))));
        access.require(notice.path(), Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.SUPERVISOR);
        if (notice.state() != PublicNotice.NoticeState.OPEN) {
            throw PlatformProblems.TRANSITION_NOT_AVAILABLE.about(notice.state(), "object");
        }
        if (receivedOn.isAfter(Shanghai.today(clock)) || receivedOn.isBefore(notice.startsOn())) {
            throw ProjectProblems.STEP_OUT_OF_ORDER.about();
        }
        var objection = new Objection(notice, content, receivedOn);
        objections.persist(objection);
        changing.objectTo(notice, receivedOn);
        return objection;
    }
}
