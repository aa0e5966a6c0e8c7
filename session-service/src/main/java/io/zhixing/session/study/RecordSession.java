package io.zhixing.session.study;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Ids;
import io.zhixing.platform.time.Shanghai;
import io.zhixing.session.Roles;
import io.zhixing.session.SessionProblems;
import io.zhixing.session.directory.Directory;
import io.zhixing.session.directory.StudyFacts;
import io.zhixing.session.figures.StudyTally;
import io.zhixing.session.lecture.LectureView;
import io.zhixing.session.lecture.LecturerKind;

/** Records a session with its attendance and lectures: four statements of its own whatever the number of attendees. */
@RequestScoped
class RecordSession {

    private static final String[] RECORDERS_OF_A_BRANCH = {Roles.BRANCH_SECRETARY, Roles.BRANCH_CLERK,
            Roles.SYSTEM_CLIENT};
    private static final String[] RECORDERS_ELSEWHERE = {Roles.CAMPAIGN_OFFICER, Roles.SYSTEM_CLIENT};

    private final Access access;
    private final Clock clock;
    private final Directory directory;
    private final StudySessions sessions;
    private final SessionDetails details;
    private final StudyTally tally;
    private final Outbox outbox;

    RecordSession(Access access, Clock clock, Directory directory, StudySessions sessions, SessionDetails details,
            StudyTally tally, Outbox outbox) {
        this.access = access;
        this.clock = clock;
        this.directory = directory;
        this.sessions = sessions;
        this.details = details;
        this.tally = tally;
        this.outbox = outbox;
    }

    public StudySessionView handle(StudySessionRequest stated) {
        refuseWhatIsWrongInItself(stated, clock.instant());
        var day = Shanghai.dayOf(stated.startedAt().toInstant());
        var facts = directory.factsOf(stated.organizationId(), day,
                stated.attendance().stream().map(StudySessionRequest.Attendee::memberId).toList(),
                stated.lectures().stream().map(StudySessionRequest.LectureGiven::lecturerMemberId)
                        .filter(Objects::nonNull).distinct().toList());
        if (facts.path() == null || !access.scope().covers(facts.path())) {
            throw new ProblemException(List.of(PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/organizationId"),
                    stated.organizationId())));
        }
        access.require(facts.path(), facts.isHostBranch() ? RECORDERS_OF_A_BRANCH : RECORDERS_ELSEWHERE);
        if (!facts.isHostActiveOn(day)) {
            throw SessionProblems.ORGANIZATION_NOT_ACTIVE.about(day);
        }
        refuseGuestsWithoutGround(stated, facts);
        return write(stated, facts);
    }

    private StudySessionView write(StudySessionRequest stated, StudyFacts facts) {
        var attended = stated.attendance().stream()
                .map(one -> new SessionDetails.Attended(Ids.next(), one, state(one, facts))).toList();
        var lectures = stated.lectures().stream()
                .map(one -> new SessionDetails.Lectured(Ids.next(), one, kind(one, facts))).toList();
        var session = new StudySession(stated, facts.path(), Shanghai.today(clock),
                AttendanceCount.of(attended.stream().map(SessionDetails.Attended::state).toList()));
        sessions.persistAndFlush(session);
        details.write(session, attended, lectures);
        tally.add(session, lectures.size(),
                (int) lectures.stream().filter(one -> one.kind() == LecturerKind.SECRETARY).count());
        outbox.append(StudySession.Recorded.of(session,
                lectures.stream().map(one -> new StudySession.Recorded.Lectured(one.id(),
                        one.stated().lecturerMemberId(), one.kind())).toList(),
                attended.stream()
                        .map(one -> new StudySession.Recorded.Attended(one.stated().memberId(), one.state())).toList()),
                facts.path());
        return StudySessionView.of(session, lectures.stream().map(one -> view(session, one)).toList());
    }

    private static void refuseWhatIsWrongInItself(StudySessionRequest stated, Instant now) {
        var faults = new Faults();
        faults.addIf(!stated.endedAt().isAfter(stated.startedAt()),
                SessionProblems.SESSION_ENDS_BEFORE_START.at(Place.pointer("/endedAt")));
        faults.addIf(stated.endedAt().toInstant().isAfter(now),
                SessionProblems.HELD_IN_FUTURE.at(Place.pointer("/endedAt")));
        var seen = new HashSet<UUID>();
        IntStream.range(0, stated.attendance().size()).forEach(i -> {
            var member = stated.attendance().get(i).memberId();
            faults.addIf(!seen.add(member),
                    SessionProblems.ATTENDEE_REPEATED.at(Place.pointer("/attendance/" + i + "/memberId"), member));
        });
        IntStream.range(0, stated.lectures().size()).forEach(i -> {
            var lecture = stated.lectures().get(i);
            faults.addIf((lecture.lecturerMemberId() == null) == (lecture.externalLecturer() == null),
                    SessionProblems.LECTURER_UNCLEAR.at(Place.pointer("/lectures/" + i)));
        });
        boolean needsLecturer = stated.type() == SessionType.PARTY_LECTURE
                || stated.contents().contains(SessionContent.LECTURE);
        faults.addIf(needsLecturer && stated.lectures().isEmpty(),
                SessionProblems.LECTURER_REQUIRED.at(Place.pointer("/lectures")));
        faults.refuse();
    }

    private static void refuseGuestsWithoutGround(StudySessionRequest stated, StudyFacts facts) {
        var faults = new Faults();
        IntStream.range(0, stated.attendance().size()).forEach(i -> {
            var attendee = stated.attendance().get(i);
            boolean guest = attendee.state() == StatedAttendance.GUEST;
            boolean own = facts.own().contains(attendee.memberId());
            boolean stranger = facts.known().contains(attendee.memberId()) && !own;
            var place = Place.pointer("/attendance/" + i + "/state");
            faults.addIf(guest && own, SessionProblems.GUEST_OF_OWN_BRANCH.at(place));
            faults.addIf(!guest && stranger || guest && !own && attendee.ground() == null,
                    SessionProblems.GUEST_WITHOUT_GROUND.at(place));
        });
        faults.refuse();
    }

    private static AttendanceState state(StudySessionRequest.Attendee attendee, StudyFacts facts) {
        return facts.known().contains(attendee.memberId())
                ? AttendanceState.valueOf(attendee.state().name())
                : AttendanceState.PENDING_DIRECTORY;
    }

    private static LecturerKind kind(StudySessionRequest.LectureGiven lecture, StudyFacts facts) {
        return LecturerKind.of(lecture.lecturerMemberId() != null,
                facts.secretaries().contains(lecture.lecturerMemberId()), lecture.office() != null);
    }

    private static LectureView view(StudySession session, SessionDetails.Lectured one) {
        return new LectureView(one.id(), session.id(), session.organizationId(), session.heldOn(),
                one.stated().lecturerMemberId(), one.stated().externalLecturer(), one.stated().office(),
                one.stated().title(), one.stated().minutes(), one.kind());
    }
}
