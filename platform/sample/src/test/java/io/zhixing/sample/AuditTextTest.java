package io.zhixing.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of an entry is hashed: whoever repeats the hash relies on these letters, old entries too. */
@QuarkusTest
class AuditTextTest {

    private static final String BOTH = """
            select audit_canonical(e) = jsonb_build_object('organizationId', (e).organization_id, 'shard', (e).shard, 'seq', (e).seq,
              'at', to_char((e).at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
              'client', (e).client, 'actor', (e).actor, 'roles', (e).roles, 'operation', (e).operation, 'action', (e).action,
              'objectType', (e).object_type, 'objectId', (e).object_id, 'objectVersion', (e).object_version,
              'digestBefore', encode((e).digest_before, 'hex'), 'digestAfter', encode((e).digest_after, 'hex'),
              'purpose', (e).purpose, 'rowCount', (e).row_count, 'result', (e).result, 'traceId', (e).trace_id)::text
            from (select row(gen_random_uuid(), gen_random_uuid(), 7, clock_timestamp(), %1$s, %1$s, %1$s, %1$s, %1$s, %1$s,
              gen_random_uuid(), 12, sha256('before'), sha256('after'), %1$s, 1000, %1$s, %1$s, null, null)::audit_entry as e
              union all select row(gen_random_uuid(), gen_random_uuid(), 1, '2016-07-01Z', %1$s, %1$s, '', null, %1$s, null,
              null, null, null, null, null, null, %1$s, null, null, null)::audit_entry) entries""";

    @ParameterizedTest
    @ValueSource(strings = {"'plain'", "'知行'", "''", "'a \"quoted\" \\ back/slash'", "'</script>'", "chr(128512)",
            "'line' || chr(10) || chr(13) || chr(9) || chr(8) || chr(12) || chr(1) || chr(31) || chr(127)"})
    void an_entry_is_written_as_jsonb_writes_it(String text) {
        // When
        var equal = Database.asOwner().query(BOTH.formatted(text), row -> row.getBoolean(1));
        // Then
        assertEquals(List.of(true, true), equal);
    }
}
