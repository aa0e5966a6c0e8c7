package io.zhixing.organization.standing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.inbox.ReceivedEvents.Received;

/**
 * The cases of weak and lax organizations (软弱涣散整顿). Category and state are kept in the publisher's words: what they mean
 * is his, and a word that is new must not stop the reading.
 */
final class RectificationProjection {

    private RectificationProjection() {}

    /** What is read of {@code weak-organization-case-changed}; id and version are the event's own. */
    record CaseState(UUID organizationId, Integer year, String category, String state, LocalDate effectiveOn) {}

    static void upsert(Connection pipeline, List<Received<CaseState>> cases) throws SQLException {
        Batch.of(cases).column("uuid", received -> UUID.fromString(received.event().aggregateId()))
                .column("uuid", received -> received.state().organizationId())
                .column("integer", received -> received.state().year())
                .column("text", received -> received.state().category())
                .column("text", received -> received.state().state())
                .column("date", received -> received.state().effectiveOn())
                .column("bigint", received -> received.event().version()).update(pipeline, """
                        insert into rectification_ref as held (id, organization_id, year, category, state, changed_on, version)
                        select * from unnest(?::uuid[], ?::uuid[], ?::integer[], ?::text[], ?::text[], ?::date[], ?::bigint[])
                        on conflict (id) do update set year = excluded.year, category = excluded.category, state = excluded.state,
                          changed_on = excluded.changed_on, version = excluded.version
                        where held.version < excluded.version""");
    }
}
