package io.zhixing.organization.standing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.inbox.ReceivedEvents.Received;

/** The appraisal rounds of organizations with the counts of the confirmed ones. */
final class RoundProjection {

    private RoundProjection() {}

    /** What is read of {@code appraisal-round-changed}. @param counts null before the round is confirmed */
    record RoundState(UUID organizationId, int year, LocalDate asOf, String state, UUID supersedesRoundId,
            LocalDate effectiveOn, int roll, Counts counts) {}

    record Counts(int eligible, int tookPart, int graded, int excellent, int qualified, int basicallyQualified,
            int unqualified) {}

    static void upsert(Connection pipeline, List<Received<RoundState>> rounds) throws SQLException {
        Batch.of(rounds).column("uuid", received -> UUID.fromString(received.event().aggregateId()))
                .column("uuid", received -> received.state().organizationId())
                .column("integer", received -> received.state().year())
                .column("date", received -> received.state().asOf())
                .column("text", received -> received.state().state())
                .column("uuid", received -> received.state().supersedesRoundId())
                .column("date", received -> received.state().effectiveOn())
                .column("integer", received -> received.state().roll())
                .column("integer", counted(Counts::eligible)).column("integer", counted(Counts::tookPart))
                .column("integer", counted(Counts::graded)).column("integer", counted(Counts::excellent))
                .column("integer", counted(Counts::qualified)).column("integer", counted(Counts::basicallyQualified))
                .column("integer", counted(Counts::unqualified))
                .column("bigint", received -> received.event().version()).update(pipeline, """
                        insert into appraisal_round_ref as held (id, organization_id, year, as_of, state, supersedes_id, changed_on, roll,
                          eligible, took_part, graded, excellent, qualified, basically_qualified, unqualified, version)
                        select * from unnest(?::uuid[], ?::uuid[], ?::integer[], ?::date[], ?::text[], ?::uuid[], ?::date[], ?::integer[],
                          ?::integer[], ?::integer[], ?::integer[], ?::integer[], ?::integer[], ?::integer[], ?::integer[], ?::bigint[])
                        on conflict (id) do update set as_of = excluded.as_of, state = excluded.state, changed_on = excluded.changed_on,
                          roll = excluded.roll, eligible = excluded.eligible, took_part = excluded.took_part, graded = excluded.graded,
                          excellent = excluded.excellent, qualified = excluded.qualified,
                          basically_qualified = excluded.basically_qualified, unqualified = excluded.unqualified, version = excluded.version
                        where held.version < excluded.version""");
    }

    private static Function<Received<RoundState>, Integer> counted(Function<Counts, Integer> count) {
        return received -> received.state().counts() == null ? null : count.apply(received.state().counts());
    }
}
