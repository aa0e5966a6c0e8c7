package io.zhixing.session.study;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.session.lecture.LecturerKind;

/** What is published of a session: each event carries what a copy of it needs, as ids and facts, never its texts. */
public interface SessionChange extends DomainEvent {

    UUID studySessionId();

    @Override
    default UUID aggregateId() {
        return studySessionId();
    }

    /**
     * A session as recorded; published again, with the next version, when the directory changes what counts in it or what is
     * known of its convener and group.
     *
     * @param partyGroupId null where none is named
     */
    record Recorded(UUID studySessionId, long version, UUID organizationId, UUID partyGroupId,
            LocalDate effectiveOn, SessionType type, List<SessionContent> contents, LocalDate heldOn, Instant startedAt,
            long minutes,
            ClassHours classHours, List<Lectured> lectures, List<Attended> attendance) implements SessionChange {

        /** @param lecturerMemberId null for an external lecturer */
        public record Lectured(UUID lectureId, UUID lecturerMemberId, LecturerKind lecturerKind) {}

        public record Attended(UUID memberId, AttendanceState state) {}

        static Recorded of(StudySession session, List<Lectured> lectures, List<Attended> attendance) {
            return new Recorded(session.id(), session.version(), session.organizationId(), session.partyGroupId(),
                    session.heldOn(), session.type(), session.contents(), session.heldOn(), session.startedAt(),
                    Duration.between(session.startedAt(), session.endedAt()).toMinutes(),
                    ClassHours.of(session.classHours()), lectures, attendance);
        }
    }

    /**
     * 更正: it says from now on what it should have said, whole as when it was recorded.
     *
     * @param corrects the version that was wrong
     */
    record Corrected(@JsonUnwrapped Recorded session, long corrects, LocalDate correctedOn) implements SessionChange {

        @Override
        public UUID studySessionId() {
            return session.studySessionId();
        }

        @Override
        public long version() {
            return session.version();
        }

        @Override
        public UUID organizationId() {
            return session.organizationId();
        }

        @Override
        public LocalDate effectiveOn() {
            return session.effectiveOn();
        }
    }

    /** 作废: it counts nowhere any more. {@code effectiveOn} is the business day of the step. */
    record Voided(UUID studySessionId, long version, UUID organizationId, UUID partyGroupId, LocalDate effectiveOn,
            SessionType type, List<SessionContent> contents, LocalDate heldOn) implements SessionChange {

        static Voided of(StudySession session) {
            return new Voided(session.id(), session.version(), session.organizationId(), session.partyGroupId(),
                    session.voidedOn(), session.type(), session.contents(), session.heldOn());
        }
    }
}
