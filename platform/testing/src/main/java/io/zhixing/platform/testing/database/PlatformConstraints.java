package io.zhixing.platform.testing.database;

import java.util.Map;

/** What the schema rules let pass in the platform's own tables, each with the reason. */
final class PlatformConstraints {

    /** Constraints that no call can break; their violation is a defect and rightly a 500. */
    static final Map<String, String> NEVER_BROKEN = Map.ofEntries(
            Map.entry("stream_one_row", "the row is written by the migration and by a restore"),
            Map.entry("outbox_id_unique", "the id is made by the server"),
            Map.entry("change_op", "the operation is a constant of the code"),
            Map.entry("change_version_unique",
                    "versions are raised under optimistic locking, which refuses the second writer first"),
            Map.entry("import_job_counts", "every count is raised by the statement that raises the rows read"),
            Map.entry("import_job_mode", "an enum"),
            Map.entry("import_job_state", "an enum"),
            Map.entry("import_result_job_fk", "results are written by the job itself"),
            Map.entry("import_upload_job_fk", "a file is stored with its job"),
            Map.entry("parked_event_reason", "an enum"),
            Map.entry("projection_rebuild_state", "an enum"));

    /** Tables with an organization's data that no policy guards. */
    static final Map<String, String> OPEN = Map.of(
            "outbox", "the application may add to it and read nothing; the relay sends every organization's events");

    /** Tables whose policies bind the application but not their owner. */
    static final Map<String, String> NOT_FORCED = Map.of(
            "audit_entry",
            "written by functions that run as the owner, whoever calls; triggers keep the owner from altering it",
            "audit_head", "the same functions lock and raise the head of a chain");

    private PlatformConstraints() {}
}
