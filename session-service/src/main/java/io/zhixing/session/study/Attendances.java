package io.zhixing.session.study;

import io.zhixing.platform.list.Listing;

/** Who attended what. */
final class Attendances {

    static final Listing<AttendanceView> LISTING = Listing
            .of(AttendanceView.class, "a.id, a.session_id, a.organization_id, a.held_on, a.member_id, a.state, "
                    + "a.stated, a.reason, a.ground", "attendance a", AttendanceView::read)
            .scopedBy("a.organization_path")
            .orderedBy("organization", "a.organization_path", "text", "a.id", "uuid")
            .filter("studySession", "a.session_id = ?")
            .filter("member", "a.member_id = ?")
            .filter("state", "a.state = any (?)")
            .filter("heldFrom", "a.held_on >= ?")
            .filter("heldTo", "a.held_on <= ?")
            .filter("recordedUntil", "a.recorded_on <= ?");

    private Attendances() {}
}
