package io.zhixing.session.study;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.platform.list.Listing;

@ApplicationScoped
public class StudySessions implements PanacheRepositoryBase<StudySession, UUID> {

    static final Listing<StudySessionRow> LISTING = listing("study_session s");

    /** As they were known on the day {@code recordedUntil}: of each session the version of that day. */
    static final Listing<StudySessionRow> AS_KNOWN = listing(
            """
            (select 'infinity'::date as superseded_on, p.* from study_session p union all select p.* from study_session_past p) s""")
            .filter("recordedUntil", "s.recorded_on <= ? and s.superseded_on > ?");

    /** Kept by the caller alone until his transaction ends. */
    Optional<StudySession> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** A type that is also a content (collective study) is found by either. */
    private static Listing<StudySessionRow> listing(String from) {
        return Listing
                .of(StudySessionRow.class,
                        "s.id, s.organization_id, s.party_group_id, s.party_group_relation, s.type, s.contents, s.started_at, "
                                + "s.ended_at, s.held_on, coalesce(s.first_recorded_on, s.recorded_on) as recorded_first_on, s.corrected_on, s.voided_on, "
                                + "s.place, s.convener_member_id, s.convener_relation, s.topic_record, s.class_hours, s.state, "
                                + "s.present, s.absent, s.on_leave, s.exempt, s.guest, s.pending_directory, s.version",
                        from, StudySessionRow::read)
                .scopedBy("s.organization_path")
                .orderedBy("organization", "s.organization_path", "text", "s.id", "uuid")
                .orderedBy("heldOn", "s.held_on", "date", "s.id", "uuid")
                .filter("type", "s.type = any (?)")
                .filter("content", "s.contents && ? or s.type = any (?)")
                .filter("state", "s.state = any (?)")
                .filter("convenerRelation", "s.convener_relation = any (?)")
                .filter("convenerNotOfHost", "s.convener_relation <> 'OF_HOST' and s.convener_relation = any (?)")
                .filter("partyGroupRelation", "s.party_group_relation = any (?)")
                .filter("partyGroupNotOfHost",
                        "s.party_group_relation <> 'OF_HOST' and s.party_group_relation = any (?)")
                .filter("heldFrom", "s.held_on >= ?")
                .filter("heldTo", "s.held_on <= ?");
    }
}
