package io.zhixing.session.study;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.imports.ImportKind;
import io.zhixing.platform.imports.ImportRow;
import io.zhixing.platform.imports.ImportRun;
import io.zhixing.platform.imports.RowOutcome;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Ids;
import io.zhixing.session.SessionProblems;
import io.zhixing.session.directory.Directory;
import io.zhixing.session.figures.StudyTally;

/**
 * Sessions from files, one a row with its attendance and lectures, judged and written as by the single call. A session is
 * known by its sender's number at its host: the same row again is UNCHANGED, another row under that number is refused,
 * because what is recorded is corrected and not overwritten.
 */
@RequestScoped
class SessionImport implements ImportKind<SessionRow> {

    private final RecordSession recordSession;
    private final Directory directory;
    private final SessionBook book;
    private final Access access;
    private final Clock clock;
    /** Of the job in hand: it outlasts chunks that are begun anew. */
    private final Map<SessionBook.Numbered, Long> firstRows = new HashMap<>();
    /** Recorded in the running transaction and still to be counted; some may have been taken back since. */
    private final List<StudyTally.Counted> uncounted = new ArrayList<>();

    SessionImport(RecordSession recordSession, Directory directory, SessionBook book, Access access, Clock clock) {
        this.recordSession = recordSession;
        this.directory = directory;
        this.book = book;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public Class<SessionRow> row() {
        return SessionRow.class;
    }

    @Override
    public Map<String, String> ignoredColumns() {
        return Map.of("organizationName", "主办组织名称");
    }

    @Override
    public ImportRun<SessionRow> begin() {
        return new Run();
    }

    private final class Run implements ImportRun<SessionRow> {

        @Override
        public String key(SessionRow row) {
            return row.reference();
        }

        @Override
        public List<String> uniqueKeys(SessionRow row) {
            return List.of(row.organization() + " " + row.reference());
        }

        @Override
        public List<RowOutcome> apply(List<ImportRow<SessionRow>> rows) {
            var became = new RowOutcome[rows.size()];
            var stated = stated(rows.stream().map(ImportRow::value).toList(), became);
            leaveOutWhatStoodBefore(stated, rows, became);
            leaveOutWhatIsStored(stated, became);
            write(judged(stated, became), became);
            return Arrays.asList(became);
        }

        @Override
        public void complete() {
            if (uncounted.isEmpty()) {
                return;
            }
            var kept = book.kept(uncounted.stream().map(StudyTally.Counted::sessionId).toList());
            recordSession.count(uncounted.stream().filter(one -> kept.contains(one.sessionId())).toList());
            uncounted.clear();
        }
    }

    /** A row that is still to be recorded. */
    private record Pending<T>(int row, T value) {}

    private List<Pending<StudySessionRequest>> stated(List<SessionRow> rows, RowOutcome[] became) {
        var names = new RowNames(directory.organizationsNamed(rows.stream().map(SessionRow::organization).distinct()
                .toList()),
                directory.membersNumbered(rows.stream().flatMap(SessionImport::numbers).distinct().toList()),
                path -> access.scope().covers(path));
        var now = clock.instant();
        var stated = new ArrayList<Pending<StudySessionRequest>>();
        for (int i = 0; i < rows.size(); i++) {
            try {
                var request = names.resolved(rows.get(i));
                SessionRules.refuseWhatIsWrongInItself(request, now);
                stated.add(new Pending<>(i, request));
            } catch (ProblemException refused) {
                became[i] = RowOutcome.rejected(refused);
            }
        }
        return stated;
    }

    /** A host may be named by code and by id: only here it is known that two rows mean one session. */
    private void leaveOutWhatStoodBefore(List<Pending<StudySessionRequest>> stated, List<ImportRow<SessionRow>> rows,
            RowOutcome[] became) {
        stated.removeIf(one -> {
            long row = rows.get(one.row()).row();
            long first = firstRows.computeIfAbsent(numbered(one.value()), session -> row);
            if (first != row) {
                became[one.row()] = RowOutcome.rejected(PlatformProblems.DUPLICATE_IN_FILE.about(first));
            }
            return first != row;
        });
    }

    private void leaveOutWhatIsStored(List<Pending<StudySessionRequest>> stated, RowOutcome[] became) {
        var stored = book.stored(stated.stream().map(one -> numbered(one.value())).toList());
        stated.removeIf(one -> {
            var known = stored.get(numbered(one.value()));
            if (known != null) {
                became[one.row()] = known.statedDigest().equals(one.value().digest())
                        ? RowOutcome.unchanged(known.id(), known.version())
                        : RowOutcome.rejected(SessionProblems.SESSION_ALREADY_RECORDED.about());
            }
            return known != null;
        });
    }

    private List<Pending<RecordedSession>> judged(List<Pending<StudySessionRequest>> stated, RowOutcome[] became) {
        var facts = recordSession.factsOf(stated.stream().map(Pending::value).toList());
        var recorded = new ArrayList<Pending<RecordedSession>>();
        for (int i = 0; i < stated.size(); i++) {
            var one = stated.get(i);
            try {
                recorded.add(new Pending<>(one.row(), recordSession.judged(one.value(), facts.get(i))));
            } catch (ProblemException refused) {
                became[one.row()] = RowOutcome.rejected(refused);
            }
        }
        return recorded;
    }

    private void write(List<Pending<RecordedSession>> recorded, RowOutcome[] became) {
        var sessions = recorded.stream().map(Pending::value).toList();
        recordSession.write(sessions);
        sessions.forEach(one -> uncounted.add(RecordSession.counted(one)));
        recorded.forEach(one -> became[one.row()] = RowOutcome.created(one.value().session().id(),
                one.value().session().version()));
    }

    private static SessionBook.Numbered numbered(StudySessionRequest stated) {
        return new SessionBook.Numbered(stated.organizationId(), stated.reference());
    }

    private static Stream<String> numbers(SessionRow row) {
        return Stream.of(Stream.ofNullable(row.convener()), row.attendance().stream().map(AttendeeCell::member),
                row.lectures().stream().map(LectureCell::lecturer)).flatMap(Function.identity())
                .filter(reference -> reference != null && Ids.read(reference).isEmpty());
    }
}
