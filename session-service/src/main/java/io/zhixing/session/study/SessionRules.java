package io.zhixing.session.study;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import java.util.stream.IntStream;

import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.session.SessionProblems;
import io.zhixing.session.directory.HostRelation;
import io.zhixing.session.directory.StudyFacts;

/** What a session must keep to be recorded; all that is wrong is refused together, each at its place. */
final class SessionRules {

    /** What is said of a text that is missing: 有主题、有讨论、有收获. */
    static final String RECORDS = "{session.records}";

    private SessionRules() {}

    static void refuseWhatIsWrongInItself(StudySessionRequest stated, Instant now) {
        var faults = new Faults();
        faults.addIf(!stated.endedAt().isAfter(stated.startedAt()),
                SessionProblems.SESSION_ENDS_BEFORE_START.at(Place.pointer("/endedAt")));
        faults.addIf(stated.endedAt().toInstant().isAfter(now),
                SessionProblems.HELD_IN_FUTURE.at(Place.pointer("/endedAt")));
        long minutes = Duration.between(stated.startedAt(), stated.endedAt()).toMinutes();
        var seen = new HashSet<UUID>();
        IntStream.range(0, stated.attendance().size()).forEach(i -> {
            var attendee = stated.attendance().get(i);
            faults.addIf(!seen.add(attendee.memberId()), SessionProblems.ATTENDEE_REPEATED
                    .at(Place.pointer("/attendance/" + i + "/memberId"), attendee.memberId()));
            faults.addIf(attendee.ground() != null && attendee.state() != StatedAttendance.GUEST,
                    SessionProblems.GROUND_WITHOUT_GUEST.at(Place.pointer("/attendance/" + i + "/ground")));
        });
        IntStream.range(0, stated.lectures().size()).forEach(i -> {
            var lecture = stated.lectures().get(i);
            faults.addIf((lecture.lecturerMemberId() == null) == (lecture.externalLecturer() == null),
                    SessionProblems.LECTURER_UNCLEAR.at(Place.pointer("/lectures/" + i)));
            faults.addIf(stated.endedAt().isAfter(stated.startedAt()) && lecture.minutes() > minutes,
                    SessionProblems.LECTURE_LONGER_THAN_SESSION
                            .at(Place.pointer("/lectures/" + i + "/minutes"), lecture.minutes(), minutes));
        });
        boolean needsLecturer = stated.type() == SessionType.PARTY_LECTURE
                || stated.contents().contains(SessionContent.LECTURE);
        faults.addIf(needsLecturer && stated.lectures().isEmpty(),
                SessionProblems.LECTURER_REQUIRED.at(Place.pointer("/lectures")));
        faults.refuse();
    }

    static void refuseWhoIsNotOfTheHost(StudySessionRequest stated, StudyFacts facts) {
        var faults = new Faults();
        faults.addIf(facts.convener() == HostRelation.NOT_OF_HOST,
                SessionProblems.CONVENER_NOT_OF_HOST.at(Place.pointer("/convenerMemberId")));
        faults.addIf(facts.partyGroup() == HostRelation.NOT_OF_HOST,
                SessionProblems.PARTY_GROUP_NOT_OF_HOST.at(Place.pointer("/partyGroupId")));
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
}
