package io.zhixing.session.study;

import io.zhixing.platform.list.Listing;

/** Who attended what. */
final class Attendances {

    static final Listing<AttendanceView> LISTING = listing("attendance a");

    /** As known on the day {@code recordedUntil}. */
    static final Listing<AttendanceView> AS_KNOWN = listing("""
            (select 'infinity'::date as superseded_on, 0::bigint as session_version, p.* from attendance p
             union all select p.* from attendance_past p) a""")
            .filter("recordedUntil", "a.recorded_on <= ? and a.superseded_on > ?");

    private Attendances() {}

    private static Listing<AttendanceView> listing(String from) {
        return Listing
                .of(AttendanceView.class, "a.id, a.session_id, a.organization_id, a.held_on, a.member_id, a.state, "
                        + "a.stated, a.reason, a.ground", from, AttendanceView::read)
                .scopedBy("a.organization_path")
                .orderedBy("organization", "a.organization_path", "text", "a.id", "uuid")
                .filter("studySession", "a.session_id = ?")
                .filter("member", "a.member_id = ?")
                .filter("state", "a.state = any (?)")
                .filter("heldFrom", "a.held_on >= ?")
                .filter("heldTo", "a.held_on <= ?");
    }
}
