package io.zhixing.platform.imports;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;

/** One result for each row of an import. */
@Singleton
class ImportResults {

    private static final ObjectMapper STORED = new ObjectMapper();
    private static final int AT_ONCE = 2_000;

    static final Listing<ImportResult> LISTING = Listing.of(ImportResult.class,
            "r.row_number, r.line, r.key, r.outcome, r.resource_id, r.version, r.errors", "import_result r",
            ImportResults::read)
            .orderedBy("row", "r.row_number", "bigint", "r.job_id", "uuid")
            .filter("job", "r.job_id = ?")
            .filter("outcome", "r.outcome = any (?)");

    private final Sql database;

    ImportResults(Sql database) {
        this.database = database;
    }

    /** In parts: of a file that was tried as a whole all rows come together. */
    void add(UUID job, List<ImportResult> results) {
        for (int i = 0; i < results.size(); i += AT_ONCE) {
            addSome(job, results.subList(i, Math.min(i + AT_ONCE, results.size())));
        }
    }

    private void addSome(UUID job, List<ImportResult> results) {
        Batch.of(results).column("uuid", one -> job).column("bigint", ImportResult::row)
                .column("bigint", ImportResult::line).column("text", ImportResult::key)
                .column("text", one -> one.outcome().name()).column("uuid", ImportResult::resourceId)
                .column("bigint", ImportResult::version).column("text", ImportResults::errors)
                .update(database,
                        """
                            insert into import_result (job_id, row_number, line, key, outcome, resource_id, version, errors)
                            select * from unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::uuid[], ?::bigint[], ?::text[])""");
    }

    /** What is wrong with the next rejected rows behind this one, by their numbers. */
    Map<Long, List<ImportResult.RowError>> rejected(UUID job, long after, int atMost) {
        return database.map("""
                select row_number, errors from import_result where job_id = ? and outcome = 'REJECTED' and row_number > ?
                order by row_number limit ?""",
                row -> row.getLong(1), row -> errors(row.getString(2)), job, after, atMost);
    }

    private static ImportResult read(ResultSet row) throws SQLException {
        var version = row.getLong("version");
        return new ImportResult(row.getLong("row_number"), row.getLong("line"), row.getString("key"),
                RowOutcome.Outcome.valueOf(row.getString("outcome")), row.getObject("resource_id", UUID.class),
                version == 0 ? null : version, errors(row.getString("errors")));
    }

    private static String errors(ImportResult result) {
        try {
            return result.errors() == null ? null : STORED.writeValueAsString(result.errors());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<ImportResult.RowError> errors(String stored) {
        try {
            return stored == null
                    ? null
                    : new ArrayList<>(STORED.readValue(stored, new TypeReference<List<ImportResult.RowError>>() {
                    }));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
