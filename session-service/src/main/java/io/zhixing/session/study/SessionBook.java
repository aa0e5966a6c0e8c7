package io.zhixing.session.study;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

/** Sessions, attendance and lectures written in bulk: two statements whatever their number. */
@Singleton
class SessionBook {

    private static final String HEADS = """
            insert into study_session (id, organization_id, organization_path, party_group_id, party_group_relation, type, contents, started_at, ended_at,
              held_on, recorded_on, place, convener_member_id, convener_relation, topic_record, discussion_record, outcome_record, class_hours, state,
              present, absent, on_leave, exempt, guest, pending_directory, reference, stated_digest, version)
            select id, organization_id, organization_path, party_group_id, party_group_relation, type, string_to_array(contents, ','), started_at, ended_at,
              held_on, recorded_on, place, convener_member_id, convener_relation, topic_record, discussion_record, outcome_record, class_hours, state,
              present, absent, on_leave, exempt, guest, pending_directory, reference, stated_digest, 1
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[],
              ?::date[], ?::date[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::numeric[], ?::text[],
              ?::integer[], ?::integer[], ?::integer[], ?::integer[], ?::integer[], ?::integer[], ?::text[], ?::text[])
              as n (id, organization_id, organization_path, party_group_id, party_group_relation, type, contents, started_at, ended_at,
              held_on, recorded_on, place, convener_member_id, convener_relation, topic_record, discussion_record, outcome_record, class_hours, state,
              present, absent, on_leave, exempt, guest, pending_directory, reference, stated_digest)""";

    private static final String DETAILS = """
            with head as (
              select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::date[], ?::date[])
                as h (session_id, organization_id, organization_path, held_on, recorded_on)),
            attended as (
              insert into attendance (id, session_id, organization_id, organization_path, held_on, recorded_on, member_id, state, stated, reason, ground)
              select a.id, h.*, a.member_id, a.state, a.stated, a.reason, a.ground
              from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
                as a (id, session_id, member_id, state, stated, reason, ground) join head h on h.session_id = a.session_id)
            insert into lecture (id, session_id, organization_id, organization_path, held_on, recorded_on,
                                 lecturer_member_id, external_lecturer, office, title, minutes, lecturer_kind)
            select l.id, h.*, l.lecturer_member_id, l.external_lecturer, l.office, l.title, l.minutes, l.lecturer_kind
            from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::text[])
              as l (id, session_id, lecturer_member_id, external_lecturer, office, title, minutes, lecturer_kind)
            join head h on h.session_id = l.session_id""";

    private final Sql database;

    SessionBook(Sql database) {
        this.database = database;
    }

    /** A recorded session as its sender knows it; one that is voided has left its number. */
    record Numbered(UUID organizationId, String reference) {}

    /** What is stored under a sender's number. */
    record Stored(UUID id, long version, String statedDigest) {}

    private record Attended(UUID session, RecordedSession.Attended one) {}

    private record Lectured(UUID session, RecordedSession.Lectured one) {}

    void write(List<RecordedSession> sessions) {
        heads(sessions).update(database, HEADS);
        writeDetails(sessions);
    }

    /** Attendance and lectures of sessions whose heads are in the book. */
    void writeDetails(List<RecordedSession> sessions) {
        database.update(DETAILS, Batch.of(sessions).column("uuid", one -> one.session().id())
                .column("uuid", one -> one.session().organizationId())
                .column("text", one -> one.session().organizationPath()).column("date", one -> one.session().heldOn())
                .column("date", one -> one.session().knownSince()), attended(sessions), lectured(sessions));
    }

    Map<Numbered, Stored> stored(Collection<Numbered> numbers) {
        return database.map(
                """
                select s.organization_id, s.reference, s.id, s.version, s.stated_digest from study_session s
                join unnest(?::uuid[], ?::text[]) as n (organization_id, reference) using (organization_id, reference)
                where s.state <> 'VOIDED'""",
                row -> new Numbered(row.getObject(1, UUID.class), row.getString(2)),
                row -> new Stored(row.getObject(3, UUID.class), row.getLong(4), row.getString(5)),
                Batch.of(numbers).column("uuid", Numbered::organizationId).column("text", Numbered::reference));
    }

    /** Those of these sessions that are in the book: what was written in this transaction and not taken back. */
    Set<UUID> kept(Collection<UUID> sessions) {
        return new HashSet<>(database.list("select s.id from study_session s where s.id = any (?)",
                row -> row.getObject(1, UUID.class), SqlArray.uuids(sessions)));
    }

    private static Batch<RecordedSession> heads(List<RecordedSession> sessions) {
        return Batch.of(sessions).column("uuid", one -> one.session().id())
                .column("uuid", one -> one.session().organizationId())
                .column("text", one -> one.session().organizationPath())
                .column("uuid", one -> one.session().partyGroupId())
                .column("text", one -> name(one.session().partyGroupRelation()))
                .column("text", one -> one.session().type().name())
                .column("text",
                        one -> String.join(",", one.session().contents().stream().map(Enum::name).toList()))
                .column("timestamptz", one -> one.session().startedAt().toString())
                .column("timestamptz", one -> one.session().endedAt().toString())
                .column("date", one -> one.session().heldOn()).column("date", one -> one.session().knownSince())
                .column("text", one -> one.session().place())
                .column("uuid", one -> one.session().convenerMemberId())
                .column("text", one -> name(one.session().convenerRelation()))
                .column("text", one -> one.session().topicRecord())
                .column("text", one -> one.session().discussionRecord())
                .column("text", one -> one.session().outcomeRecord())
                .column("numeric", one -> one.session().classHours())
                .column("text", one -> one.session().state().name())
                .column("integer", one -> one.session().attendance().present())
                .column("integer", one -> one.session().attendance().absent())
                .column("integer", one -> one.session().attendance().onLeave())
                .column("integer", one -> one.session().attendance().exempt())
                .column("integer", one -> one.session().attendance().guest())
                .column("integer", one -> one.session().attendance().pendingDirectory())
                .column("text", one -> one.session().reference())
                .column("text", one -> one.session().statedDigest());
    }

    private static Batch<Attended> attended(List<RecordedSession> sessions) {
        return Batch
                .of(sessions.stream()
                        .flatMap(of -> of.attended().stream().map(one -> new Attended(of.session().id(), one)))
                        .toList())
                .column("uuid", row -> row.one().id()).column("uuid", Attended::session)
                .column("uuid", row -> row.one().stated().memberId()).column("text", row -> row.one().state().name())
                .column("text", row -> row.one().stated().state().name())
                .column("text", row -> row.one().stated().reason())
                .column("text", row -> name(row.one().stated().ground()));
    }

    private static Batch<Lectured> lectured(List<RecordedSession> sessions) {
        return Batch
                .of(sessions.stream()
                        .flatMap(of -> of.lectures().stream().map(one -> new Lectured(of.session().id(), one)))
                        .toList())
                .column("uuid", row -> row.one().id()).column("uuid", Lectured::session)
                .column("uuid", row -> row.one().stated().lecturerMemberId())
                .column("text", row -> row.one().stated().externalLecturer())
                .column("text", row -> row.one().stated().office()).column("text", row -> row.one().stated().title())
                .column("integer", row -> row.one().stated().minutes())
                .column("text", row -> row.one().kind().name());
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
