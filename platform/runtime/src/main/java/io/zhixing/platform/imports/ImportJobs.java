package io.zhixing.platform.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.time.Ids;

/** The table of imports. A job belongs to its uploader; nobody else sees it. */
@Singleton
class ImportJobs {

    private static final String COLUMNS = """
            j.id, j.kind, j.mode, j.dry_run, j.state, j.rows_read, j.created, j.updated, j.unchanged, j.rejected, j.not_attempted,
            j.queued_at, j.started_at, j.finished_at, j.requester, j.version""";

    static final Listing<ImportJob> LISTING = Listing.of(ImportJob.class, COLUMNS, "import_job j", ImportJobs::read)
            .orderedBy("queuedAt", "j.queued_at", "timestamptz", "j.id", "uuid")
            .filter("requester", "j.requester = ?")
            .filter("kind", "j.kind = ?");

    private final Sql database;

    ImportJobs(Sql database) {
        this.database = database;
    }

    /**
     * A job as the worker takes it: with the format of its file and the caller on whose behalf it runs.
     *
     * @param attempts which attempt this is since rows were last added to its results, from 1
     * @param turn which it is of all that took the job, from 1; what is written for an earlier one is refused
     */
    record Taken(ImportJob job, ImportFormat format, String caller, int attempts, long turn) {

        UUID id() {
            return job.id();
        }
    }

    /** Another one works the job off since: what this one did for it is to be taken back. */
    static final class TakenByAnother extends RuntimeException {

        private TakenByAnother() {
            super("taken by another", null, false, false);
        }
    }

    UUID queue(String kind, ImportJob.Mode mode, boolean dryRun, ImportFormat format, String requester, String caller) {
        var id = Ids.next();
        database.update("""
                insert into import_job (id, kind, mode, dry_run, format, requester, caller, state)
                values (?, ?, ?, ?, ?, ?, ?, 'QUEUED')""", id, kind, mode.name(), dryRun, format.name(), requester,
                caller);
        return id;
    }

    Optional<ImportJob> ofRequester(UUID id, String requester) {
        return database.first("select " + COLUMNS + " from import_job j where j.id = ? and j.requester = ?",
                ImportJobs::read, id, requester);
    }

    /** How many rows have results. */
    long rowsRead(UUID id) {
        return database.one("select rows_read from import_job where id = ?", row -> row.getLong(1), id);
    }

    ImportFormat format(UUID id) {
        return database
                .first("select format from import_job where id = ?", row -> ImportFormat.valueOf(row.getString(1)), id)
                .orElseThrow();
    }

    boolean isUploadRemoved(UUID id) {
        return database
                .first("select upload_removed_at is not null from import_job where id = ?", row -> row.getBoolean(1),
                        id)
                .orElse(true);
    }

    /** Whether the job was still open and will end before its next chunk. */
    boolean askToCancel(UUID id) {
        return database.update(
                """
                update import_job set cancel_asked = true, version = version + 1 where id = ? and state in ('QUEUED', 'RUNNING')""",
                id) == 1;
    }

    /**
     * The oldest open job that nobody works on; whoever takes it keeps it by {@link #keep} from one transaction to the next,
     * and by {@link #hold} within one, however long that takes.
     */
    Optional<Taken> take(Duration lease) {
        return database.first("""
                update import_job j set state = 'RUNNING', started_at = coalesce(started_at, clock_timestamp()), turn = turn + 1,
                  lease_until = clock_timestamp() + make_interval(secs => ?), attempts = attempts + 1, version = version + 1
                where j.id = (select id from import_job where state in ('QUEUED', 'RUNNING') and lease_until < clock_timestamp()
                                and pg_try_advisory_xact_lock(hashtext('zhixing-import'), hashtext(id::text))
                              order by queued_at limit 1 for update skip locked)
                returning """ + " " + COLUMNS + ", j.format, j.caller, j.attempts, j.turn",
                row -> new Taken(read(row), ImportFormat.valueOf(row.getString("format")), row.getString("caller"),
                        row.getInt("attempts"), row.getLong("turn")),
                lease.toSeconds());
    }

    /** Nobody takes the job as long as the running transaction lasts; the lock goes with it, also when the service is killed. */
    void hold(Taken job) {
        database.call("select pg_advisory_xact_lock(hashtext('zhixing-import'), hashtext(?))", job.id().toString());
    }

    /** Keeps the job for the next stretch; whether its uploader has asked to cancel it. */
    boolean keep(Taken job, Duration lease) {
        return database.first("""
                update import_job set lease_until = clock_timestamp() + make_interval(secs => ?) where id = ? and turn = ?
                returning cancel_asked""", row -> row.getBoolean(1), lease.toSeconds(), job.id(), job.turn())
                .orElseThrow(TakenByAnother::new);
    }

    /** Left for the next start; this attempt was not in vain. */
    void release(Taken job) {
        database.update("""
                update import_job set lease_until = '-infinity', attempts = greatest(attempts - 1, 0)
                where id = ? and turn = ? and state = 'RUNNING'""", job.id(), job.turn());
    }

    /**
     * Adds these results to the job's counts, in the transaction of the results, and keeps the job for its next stretch;
     * whether its uploader has asked to cancel it.
     */
    boolean count(Taken job, List<ImportResult> results, Duration lease) {
        var counts = new EnumMap<RowOutcome.Outcome, Long>(RowOutcome.Outcome.class);
        results.forEach(result -> counts.merge(result.outcome(), 1L, Long::sum));
        return database.first("""
                update import_job set rows_read = rows_read + ?, created = created + ?, updated = updated + ?, unchanged = unchanged + ?,
                  rejected = rejected + ?, not_attempted = not_attempted + ?, attempts = 0, version = version + 1,
                  lease_until = clock_timestamp() + make_interval(secs => ?) where id = ? and turn = ?
                returning cancel_asked""", row -> row.getBoolean(1), (long) results.size(),
                counts.getOrDefault(RowOutcome.Outcome.CREATED, 0L),
                counts.getOrDefault(RowOutcome.Outcome.UPDATED, 0L),
                counts.getOrDefault(RowOutcome.Outcome.UNCHANGED, 0L),
                counts.getOrDefault(RowOutcome.Outcome.REJECTED, 0L),
                counts.getOrDefault(RowOutcome.Outcome.NOT_ATTEMPTED, 0L), lease.toSeconds(), job.id(), job.turn())
                .orElseThrow(TakenByAnother::new);
    }

    void end(Taken job, ImportJob.State state) {
        int ended = database.update("""
                update import_job set state = ?, finished_at = clock_timestamp(), version = version + 1
                where id = ? and turn = ?""", state.name(), job.id(), job.turn());
        if (ended == 0) {
            throw new TakenByAnother();
        }
    }

    /** Removes files of imports that ended before this instant; results stay. */
    void removeUploads(Instant endedBefore) {
        database.update("""
                with ended as (update import_job set upload_removed_at = clock_timestamp()
                               where finished_at < ? and upload_removed_at is null returning id)
                delete from import_upload u using ended e where u.job_id = e.id""", endedBefore);
    }

    private static ImportJob read(ResultSet row) throws SQLException {
        return new ImportJob(row.getObject("id", UUID.class), row.getString("kind"),
                ImportJob.Mode.valueOf(row.getString("mode")), row.getBoolean("dry_run"),
                ImportJob.State.valueOf(row.getString("state")), row.getLong("rows_read"), row.getLong("created"),
                row.getLong("updated"), row.getLong("unchanged"), row.getLong("rejected"), row.getLong("not_attempted"),
                instant(row, "queued_at"), instant(row, "started_at"), instant(row, "finished_at"),
                row.getString("requester"), row.getLong("version"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
