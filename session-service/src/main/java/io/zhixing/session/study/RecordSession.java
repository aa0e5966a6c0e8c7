package io.zhixing.session.study;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Shanghai;
import io.zhixing.session.Roles;
import io.zhixing.session.SessionProblems;
import io.zhixing.session.directory.Directory;
import io.zhixing.session.directory.StudyFacts;
import io.zhixing.session.figures.StudyTally;

/** Records sessions with attendance and lectures: four statements of its own whatever the number of attendees. */
@RequestScoped
class RecordSession {

    private static final String[] RECORDERS_OF_A_BRANCH = {Roles.BRANCH_SECRETARY, Roles.BRANCH_CLERK,
            Roles.SYSTEM_CLIENT};
    private static final String[] RECORDERS_ELSEWHERE = {Roles.CAMPAIGN_OFFICER, Roles.SYSTEM_CLIENT};

    private final Access access;
    private final Clock clock;
    private final Directory directory;
    private final SessionBook book;
    private final StudyTally tally;
    private final Outbox outbox;

    RecordSession(Access access, Clock clock, Directory directory, SessionBook book, StudyTally tally, Outbox outbox) {
        this.access = access;
        this.clock = clock;
        this.directory = directory;
        this.book = book;
        this.tally = tally;
        this.outbox = outbox;
    }

    public StudySessionView handle(StudySessionRequest stated) {
        SessionRules.refuseWhatIsWrongInItself(stated, clock.instant());
        var recorded = judged(stated, factsOf(List.of(stated)).get(0));
        write(List.of(recorded));
        count(List.of(counted(recorded)));
        return recorded.view();
    }

    /** One answer for each session, in order. */
    List<StudyFacts> factsOf(List<StudySessionRequest> stated) {
        return directory.factsOf(stated.stream().map(RecordSession::asked).toList());
    }

    /** The session as it will count, if the caller may record it and the directory has nothing against it. */
    RecordedSession judged(StudySessionRequest stated, StudyFacts facts) {
        judge(stated, facts);
        return RecordedSession.of(stated, facts, Shanghai.today(clock));
    }

    /** Refuses what the caller may not record, and what the directory has against it. */
    void judge(StudySessionRequest stated, StudyFacts facts) {
        if (facts.path() == null || !access.scope().covers(facts.path())) {
            throw new ProblemException(List.of(PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/organizationId"),
                    stated.organizationId())));
        }
        requireRecorder(facts.path(), facts);
        if (!facts.isHostActiveOn(stated.heldOn())) {
            throw SessionProblems.ORGANIZATION_NOT_ACTIVE.about(stated.heldOn());
        }
        SessionRules.refuseWhoIsNotOfTheHost(stated, facts);
    }

    /** {@code FORBIDDEN} unless the caller may record for the host at this path. */
    void requireRecorder(String path, StudyFacts facts) {
        access.require(path, facts.isHostBranch() ? RECORDERS_OF_A_BRANCH : RECORDERS_ELSEWHERE);
    }

    void write(List<RecordedSession> sessions) {
        book.write(sessions);
        var paths = sessions.stream()
                .collect(Collectors.toMap(one -> one.session().id(), one -> one.session().organizationPath()));
        outbox.appendAll(sessions.stream().map(RecordedSession::event).toList(),
                event -> paths.get(event.studySessionId()));
    }

    /** The last thing in the transaction that recorded them: whoever records for the same host and day waits until it ends. */
    void count(List<StudyTally.Counted> sessions) {
        tally.add(sessions);
    }

    static StudyTally.Counted counted(RecordedSession one) {
        return StudyTally.Counted.of(one.session(), one.lectures().size(), one.secretaryLectures());
    }

    private static Directory.Asked asked(StudySessionRequest stated) {
        return new Directory.Asked(stated.organizationId(), stated.heldOn(), stated.convenerMemberId(),
                stated.partyGroupId(),
                stated.attendance().stream().map(StudySessionRequest.Attendee::memberId).toList(),
                stated.lectures().stream().map(StudySessionRequest.LectureGiven::lecturerMemberId)
                        .filter(Objects::nonNull).distinct().toList());
    }
}
