package io.zhixing.session.study;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.platform.list.Listing;

@ApplicationScoped
public class StudySessions implements PanacheRepositoryBase<StudySession, UUID> {

    /** A type that is also a content (collective study) is found by either. */
    static final Listing<StudySessionRow> LISTING = Listing
            .of(StudySessionRow.class,
                    "s.id, s.organization_id, s.party_group_id, s.party_group_relation, s.type, s.contents, s.started_at, "
                            + "s.ended_at, s.held_on, s.recorded_on, s.place, s.convener_member_id, s.convener_relation, s.topic_record, s.class_hours, s.state, "
                            + "s.present, s.absent, s.on_leave, s.exempt, s.guest, s.pending_directory, s.version",
                    "study_session s", StudySessionRow::read)
            .scopedBy("s.organization_path")
            .orderedBy("organization", "s.organization_path", "text", "s.id", "uuid")
            .orderedBy("heldOn", "s.held_on", "date", "s.id", "uuid")
            .filter("type", "s.type = any (?)")
            .filter("content", "s.contents && ? or s.type = any (?)")
            .filter("state", "s.state = any (?)")
            .filter("convenerRelation", "s.convener_relation = any (?)")
            .filter("convenerNotOfHost", "s.convener_relation <> 'OF_HOST' and s.convener_relation = any (?)")
            .filter("partyGroupRelation", "s.party_group_relation = any (?)")
            .filter("partyGroupNotOfHost", "s.party_group_relation <> 'OF_HOST' and s.party_group_relation = any (?)")
            .filter("heldFrom", "s.held_on >= ?")
            .filter("heldTo", "s.held_on <= ?")
            .filter("recordedUntil", "s.recorded_on <= ?");
}
