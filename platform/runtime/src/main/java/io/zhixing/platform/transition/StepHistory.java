package io.zhixing.platform.transition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.access.Caller;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The steps that aggregates have taken, one row a version. */
@Singleton
public class StepHistory {

    /** The history of one resource: filters {@code resourceType} and {@code resource}; the index needs both. */
    public static final Listing<Taken> LISTING = Listing.of(Taken.class,
            "h.version, h.step, h.from_state, h.to_state, h.taken_on, h.comment, h.entered_by, h.entered_at",
            "step_history h", StepHistory::read)
            .scopedBy("h.organization_path")
            .orderedBy("version", "h.version", "bigint", "h.resource_id", "uuid")
            .filter("resourceType", "h.resource_type = ?")
            .filter("resource", "h.resource_id = ?");

    private final Sql database;
    private final Caller caller;

    StepHistory(Sql database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    @Schema(name = "StepTaken", description = "已执行的步骤 A step that was taken", examples = """
            {"version":2,"step":"activate","fromState":"PREPARING","toState":"ACTIVE","on":"2016-01-04",
             "enteredBy":"county-office/01912d68","enteredAt":"2026-09-01T08:30:02+08:00"}""")
    public record Taken(
            @Schema(description = "此后的版本 Version after it", required = true, minimum = "1") long version,
            @Schema(description = "步骤 Step", required = true) String step,
            @Schema(description = "原状态 State before", required = true) String fromState,
            @Schema(description = "新状态 State after", required = true) String toState,
            @Schema(description = "业务日期 Business day", required = true) LocalDate on,
            @Schema(description = "说明 Comment") String comment,
            @Schema(description = "登记人 Client and subject who entered it", required = true) String enteredBy,
            @Schema(description = "登记时间 Instant of entry", required = true) Instant enteredAt) {}

    /**
     * Needs the transaction of the step.
     *
     * @param version the aggregate's version after the step
     */
    public void add(String resourceType, UUID resource, long version, String path, Step<?, ?> step, LocalDate on,
            String comment) {
        database.update("""
                insert into step_history (resource_type, resource_id, version, organization_path, step, from_state, to_state,
                                          taken_on, comment, entered_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", resourceType, resource, version, path, step.name(),
                step.from().name(), step.to().name(), on, comment, caller.name());
    }

    /** A step among many that are taken by one statement. */
    public record Entry(UUID resource, long version, String path, Step<?, ?> step, LocalDate on, String comment) {}

    /** The same as {@link #add} for many resources of one type, by one statement. */
    public void addAll(String resourceType, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var recorder = caller.name();
        Batch.of(entries).column("text", entry -> resourceType).column("uuid", Entry::resource)
                .column("bigint", Entry::version).column("text", Entry::path)
                .column("text", entry -> entry.step().name()).column("text", entry -> entry.step().from().name())
                .column("text", entry -> entry.step().to().name()).column("date", Entry::on)
                .column("text", Entry::comment).column("text", entry -> recorder).update(database, """
                            insert into step_history (resource_type, resource_id, version, organization_path, step, from_state, to_state,
                                                      taken_on, comment, entered_by)
                            select * from unnest(?::text[], ?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::date[],
                                                 ?::text[], ?::text[])""");
    }

    private static Taken read(ResultSet row) throws SQLException {
        return new Taken(row.getLong("version"), row.getString("step"), row.getString("from_state"),
                row.getString("to_state"), row.getObject("taken_on", LocalDate.class), row.getString("comment"),
                row.getString("entered_by"), row.getTimestamp("entered_at").toInstant());
    }
}
