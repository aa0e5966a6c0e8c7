package io.zhixing.session.study;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.zhixing.platform.time.Ids;
import io.zhixing.session.directory.StudyFacts;
import io.zhixing.session.lecture.LectureView;
import io.zhixing.session.lecture.LecturerKind;

/** A session with what its attendance and lectures count as, by what the directory knows now. */
record RecordedSession(StudySession session, List<Attended> attended, List<Lectured> lectures) {

    /** An attendee as he counts. */
    record Attended(UUID id, StudySessionRequest.Attendee stated, AttendanceState state) {}

    /** A lecture with what its lecturer was on that day. */
    record Lectured(UUID id, StudySessionRequest.LectureGiven stated, LecturerKind kind) {}

    static RecordedSession of(StudySessionRequest stated, StudyFacts facts, LocalDate today) {
        var attended = attended(stated, facts);
        return new RecordedSession(new StudySession(stated, facts, today, count(attended)), attended,
                lectures(stated, facts));
    }

    /** The session says it from this day on. */
    static RecordedSession correcting(StudySession session, StudySessionRequest stated, StudyFacts facts,
            LocalDate today) {
        var attended = attended(stated, facts);
        session.correct(stated, facts, today, count(attended));
        return new RecordedSession(session, attended, lectures(stated, facts));
    }

    int secretaryLectures() {
        return (int) lectures.stream().filter(one -> one.kind() == LecturerKind.SECRETARY).count();
    }

    SessionChange.Recorded event() {
        return SessionChange.Recorded.of(session,
                lectures.stream().map(one -> new SessionChange.Recorded.Lectured(one.id(),
                        one.stated().lecturerMemberId(), one.kind())).toList(),
                attended.stream()
                        .map(one -> new SessionChange.Recorded.Attended(one.stated().memberId(), one.state()))
                        .toList());
    }

    /** @param corrects the version that was wrong; the present one is flushed */
    SessionChange.Corrected correction(long corrects) {
        return new SessionChange.Corrected(event(), corrects, session.correctedOn());
    }

    StudySessionView view() {
        return StudySessionView.of(session, lectures.stream().map(this::view).toList());
    }

    private LectureView view(Lectured one) {
        return new LectureView(one.id(), session.id(), session.organizationId(), session.heldOn(),
                one.stated().lecturerMemberId(), one.stated().externalLecturer(), one.stated().office(),
                one.stated().title(), one.stated().minutes(), one.kind());
    }

    private static List<Attended> attended(StudySessionRequest stated, StudyFacts facts) {
        return stated.attendance().stream().map(one -> new Attended(Ids.next(), one, state(one, facts))).toList();
    }

    private static List<Lectured> lectures(StudySessionRequest stated, StudyFacts facts) {
        return stated.lectures().stream().map(one -> new Lectured(Ids.next(), one, kind(one, facts))).toList();
    }

    private static AttendanceCount count(List<Attended> attended) {
        return AttendanceCount.of(attended.stream().map(Attended::state).toList());
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
}
