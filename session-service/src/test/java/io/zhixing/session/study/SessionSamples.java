package io.zhixing.session.study;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.session.lecture.LecturerKind;

/** One event of each published type: what the committed examples are made from. */
public final class SessionSamples {

    private static final UUID SESSION = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4e1");
    private static final UUID LECTURE = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4e2");
    private static final UUID SECOND_LECTURE = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4e3");
    private static final UUID SECOND_MEMBER = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d6");
    private static final UUID UNKNOWN_MEMBER = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d7");
    private static final UUID BRANCH = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d2");
    private static final UUID MEMBER = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d4");
    private static final UUID GROUP = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d8");
    private static final LocalDate HELD = LocalDate.of(2016, 7, 1);

    private SessionSamples() {}

    public static List<DomainEvent> all() {
        return List.of(recorded(1), new SessionChange.Corrected(recorded(2), 1, HELD.plusDays(3)),
                new SessionChange.Voided(SESSION, 3, BRANCH, GROUP, HELD.plusDays(4), SessionType.THEMED_PARTY_DAY,
                        List.of(SessionContent.COLLECTIVE_STUDY, SessionContent.LECTURE), HELD));
    }

    private static SessionChange.Recorded recorded(long version) {
        return new SessionChange.Recorded(SESSION, version, BRANCH, GROUP, HELD, SessionType.THEMED_PARTY_DAY,
                List.of(SessionContent.COLLECTIVE_STUDY, SessionContent.LECTURE), HELD,
                Instant.parse("2016-07-01T01:00:00Z"), 90, ClassHours.of(new BigDecimal("2.00")),
                List.of(new SessionChange.Recorded.Lectured(LECTURE, MEMBER, LecturerKind.SECRETARY),
                        new SessionChange.Recorded.Lectured(SECOND_LECTURE, null, LecturerKind.EXTERNAL)),
                List.of(new SessionChange.Recorded.Attended(MEMBER, AttendanceState.PRESENT),
                        new SessionChange.Recorded.Attended(SECOND_MEMBER, AttendanceState.ON_LEAVE),
                        new SessionChange.Recorded.Attended(UNKNOWN_MEMBER, AttendanceState.PENDING_DIRECTORY)));
    }
}
