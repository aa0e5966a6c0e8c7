package io.zhixing.session.study;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.time.Shanghai;
import io.zhixing.platform.transition.Guard;
import io.zhixing.platform.transition.Move;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.StepJudge;
import io.zhixing.platform.transition.Steps;
import io.zhixing.platform.transition.Subject;
import io.zhixing.platform.transition.Transitions;
import io.zhixing.session.Roles;
import io.zhixing.session.SessionProblems;
import io.zhixing.session.directory.Directory;
import io.zhixing.session.figures.StudyTally;

/**
 * 作废: a second person says that a recorded session is none. It counts nowhere from the day of the entry on, and as known
 * before as before.
 */
@RequestScoped
public class VoidSession {

    /**
     * @param move null while nobody takes a step and only its openness is asked for
     * @param office the path at which the caller would void it
     * @param hands who recorded it and who corrected it last
     */
    record Facts(Move move, String office, String caller, Set<String> hands) {

        boolean lacksReason() {
            return move != null && (move.comment() == null || move.comment().isBlank());
        }
    }

    private static final Guard<Facts> REASON_GIVEN = Guard.holds(facts -> !facts.lacksReason(),
            SessionProblems.STEP_REASON_REQUIRED);
    private static final Guard<Facts> NOT_ONES_OWN = Guard.holds(facts -> !facts.hands().contains(facts.caller()),
            SessionProblems.RECORDER_VOIDS);

    public static final Steps<SessionState, Facts> STEPS = Steps.of(
            Step.<SessionState, Facts>of("void", SessionState.RECORDED, SessionState.VOIDED).called("作废", "Void")
                    .by(Roles.BRANCH_SECRETARY, Roles.CAMPAIGN_OFFICER).at(Facts::office).requires("comment")
                    .when(REASON_GIVEN, NOT_ONES_OWN));

    private static final String NOWHERE = "";

    private final StudySessions sessions;
    private final SessionVersions versions;
    private final Directory directory;
    private final Access access;
    private final Caller caller;
    private final StepJudge judge;
    private final StudyTally tally;
    private final StepHistory history;
    private final Outbox outbox;
    private final Clock clock;

    VoidSession(StudySessions sessions, SessionVersions versions, Directory directory, Access access, Caller caller,
            StepJudge judge, StudyTally tally, StepHistory history, Outbox outbox, Clock clock) {
        this.sessions = sessions;
        this.versions = versions;
        this.directory = directory;
        this.access = access;
        this.caller = caller;
        this.judge = judge;
        this.tally = tally;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
    }

    Transitions open(StudySession session) {
        return judge.open(STEPS, subject(session, null));
    }

    /** @param read the version that the caller has read */
    public StudySession handle(UUID id, long read, Move move) {
        versions.holdDirectory();
        var session = sessions.locked(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, session.version());
        var step = judge.require(STEPS, subject(session, move), move.transition(), move.on());
        var counted = versions.present(session).counted();
        var today = Shanghai.today(clock);
        versions.supersede(id, today);
        session.voidOn(move.on(), today);
        sessions.flush();
        history.add(StudySession.RESOURCE, id, session.version(), session.organizationPath(), step, move.on(),
                move.comment());
        outbox.append(SessionChange.Voided.of(session), session.organizationPath());
        tally.add(List.of(counted.takenBack(today)));
        return session;
    }

    private Subject<SessionState, Facts> subject(StudySession session, Move move) {
        return new Subject<>(session.state(), session.version(), session.organizationPath(), session.steppedOn(),
                new Facts(move, office(session), caller.name(), versions.hands(session.id())));
    }

    /** A branch's secretary voids at the branch, an officer above it; of any other host an officer at the host. */
    private String office(StudySession session) {
        var host = session.organizationPath();
        if (directory.isBranch(session.organizationId())) {
            return access.may(host, Roles.BRANCH_SECRETARY) ? host : superior(host);
        }
        return access.may(host, Roles.CAMPAIGN_OFFICER) ? host : NOWHERE;
    }

    private static String superior(String path) {
        return path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
    }
}
