package io.zhixing.organization.standing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.zhixing.platform.bulk.Batch;

/** The standings as they were confirmed, a row each; a state older than the held one changes nothing. */
final class StandingProjection {

    private StandingProjection() {}

    /** What is read of {@code member-standing-confirmed}. A grade or reason that is unknown here stops the event, not a reader. */
    record StandingState(UUID standingId, long version, UUID memberId, int year, StandingGrade grade,
            UngradedReason ungradedReason, LocalDate effectiveOn) {}

    static void upsert(Connection pipeline, List<StandingState> states) throws SQLException {
        Batch.of(states).column("uuid", StandingState::standingId).column("uuid", StandingState::memberId)
                .column("integer", StandingState::year).column("text", StandingState::grade)
                .column("text", StandingState::ungradedReason).column("date", StandingState::effectiveOn)
                .column("bigint", StandingState::version).update(pipeline, """
                        insert into member_standing_ref as held (id, member_id, year, grade, ungraded_reason, confirmed_on, version)
                        select * from unnest(?::uuid[], ?::uuid[], ?::integer[], ?::text[], ?::text[], ?::date[], ?::bigint[])
                        on conflict (id) do update set grade = excluded.grade, ungraded_reason = excluded.ungraded_reason,
                          confirmed_on = excluded.confirmed_on, version = excluded.version
                        where held.version < excluded.version""");
    }
}
