package io.zhixing.organization.standing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.inbox.ReceivedEvents.Received;

/** The correction periods of members, a row each; a state older than the held one changes nothing. */
final class CorrectionProjection {

    private CorrectionProjection() {}

    /**
     * What is read of {@code correction-period-changed}; id and version are the event's own. Without a state the period is
     * open; one that is unknown here stops the event, not a reader.
     */
    record PeriodState(UUID memberId, int year, LocalDate until, CorrectionState state, LocalDate effectiveOn) {
        CorrectionState now() {
            return state == null ? CorrectionState.OPEN : state;
        }
    }

    static void upsert(Connection pipeline, List<Received<PeriodState>> periods) throws SQLException {
        Batch.of(periods).column("uuid", received -> UUID.fromString(received.event().aggregateId()))
                .column("uuid", received -> received.state().memberId())
                .column("integer", received -> received.state().year())
                .column("date", received -> received.state().until())
                .column("text", received -> received.state().now().name())
                .column("date", received -> received.state().effectiveOn())
                .column("bigint", received -> received.event().version()).update(pipeline, """
                        insert into correction_period_ref as held (id, member_id, year, until_day, state, changed_on, version)
                        select * from unnest(?::uuid[], ?::uuid[], ?::integer[], ?::date[], ?::text[], ?::date[], ?::bigint[])
                        on conflict (id) do update set until_day = excluded.until_day, state = excluded.state,
                          changed_on = excluded.changed_on, version = excluded.version
                        where held.version < excluded.version""");
    }
}
