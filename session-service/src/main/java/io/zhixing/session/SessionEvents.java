package io.zhixing.session;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.zhixing.platform.outbox.EventType;
import io.zhixing.platform.outbox.PublishedEvents;
import io.zhixing.platform.problem.ConstraintProblems;
import io.zhixing.platform.problem.Problem;
import io.zhixing.session.study.SessionChange;
import io.zhixing.session.study.StudySession;

/** What this service publishes, and what its constraints mean to a caller. */
@Singleton
public class SessionEvents implements PublishedEvents, ConstraintProblems {

    @Override
    public String topic() {
        return "session.events.v1";
    }

    @Override
    public List<EventType> types() {
        return List.of(
                EventType.of("study-session-recorded.v1", StudySession.RESOURCE, SessionChange.Recorded.class),
                EventType.of("study-session-corrected.v1", StudySession.RESOURCE, SessionChange.Corrected.class),
                EventType.of("study-session-voided.v1", StudySession.RESOURCE, SessionChange.Voided.class));
    }

    @Override
    public Map<String, Problem> byName() {
        return Map.of("attendance_member_once", SessionProblems.ATTENDEE_REPEATED,
                "lecture_one_lecturer", SessionProblems.LECTURER_UNCLEAR,
                "study_session_ends_after_start", SessionProblems.SESSION_ENDS_BEFORE_START,
                "study_session_reference_once", SessionProblems.SESSION_ALREADY_RECORDED,
                "study_session_not_held_in_future", SessionProblems.HELD_IN_FUTURE);
    }
}
