package io.zhixing.session.study;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.time.Shanghai;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.session.SessionProblems;
import io.zhixing.session.figures.StudyTally;

/**
 * 更正: a recorded session says what it should have said, judged as a whole as when it is recorded. The former version is kept,
 * and counts as known before the day of the correction. The number of statements does not depend on the attendees.
 */
@RequestScoped
class CorrectSession {

    private final StudySessions sessions;
    private final SessionVersions versions;
    private final RecordSession recordSession;
    private final SessionBook book;
    private final StudyTally tally;
    private final StepHistory history;
    private final Outbox outbox;
    private final Clock clock;

    CorrectSession(StudySessions sessions, SessionVersions versions, RecordSession recordSession, SessionBook book,
            StudyTally tally, StepHistory history, Outbox outbox, Clock clock) {
        this.sessions = sessions;
        this.versions = versions;
        this.recordSession = recordSession;
        this.book = book;
        this.tally = tally;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param read the version that the caller has read */
    public StudySessionView handle(UUID id, long read, SessionCorrection correction) {
        versions.holdDirectory();
        var session = sessions.locked(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        var before = versions.present(session);
        var stated = correction.of(before.stated());
        var facts = recordSession.factsOf(List.of(stated)).get(0);
        recordSession.requireRecorder(session.organizationPath(), facts);
        ETag.check(read, session.version());
        if (session.isVoided()) {
            throw SessionProblems.SESSION_VOIDED.about();
        }
        if (stated.digest().equals(before.stated().digest())) {
            throw SessionProblems.CORRECTION_CHANGES_NOTHING.about();
        }
        SessionRules.refuseWhatIsWrongInItself(stated, clock.instant());
        recordSession.judge(stated, facts);
        var today = Shanghai.today(clock);
        versions.supersede(id, today);
        var corrected = RecordedSession.correcting(session, stated, facts, today);
        sessions.flush();
        book.writeDetails(List.of(corrected));
        history.add(StudySession.RESOURCE, id, session.version(), session.organizationPath(),
                Step.of("correct", session.state(), session.state()), today, correction.reason());
        outbox.append(corrected.correction(read), session.organizationPath());
        tally.add(List.of(before.counted().takenBack(today), RecordSession.counted(corrected)));
        return corrected.view();
    }
}
