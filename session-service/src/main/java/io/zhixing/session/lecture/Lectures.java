package io.zhixing.session.lecture;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;

@Singleton
public class Lectures {

    private static final String COLUMNS = "l.id, l.session_id, l.organization_id, l.held_on, l.lecturer_member_id, "
            + "l.external_lecturer, l.office, l.title, l.minutes, l.lecturer_kind";

    static final Listing<LectureView> LISTING = listing("lecture l");

    /** As known on the day {@code recordedUntil}. */
    static final Listing<LectureView> AS_KNOWN = listing("""
            (select 'infinity'::date as superseded_on, 0::bigint as session_version, p.* from lecture p
             union all select p.* from lecture_past p) l""")
            .filter("recordedUntil", "l.recorded_on <= ? and l.superseded_on > ?");

    private final Sql database;

    Lectures(Sql database) {
        this.database = database;
    }

    public List<LectureView> ofSession(UUID session) {
        return database.list("select " + COLUMNS + " from lecture l where l.session_id = ? order by l.id",
                LectureView::read, session);
    }

    /** Of a version that a session no longer has. */
    public List<LectureView> ofVersion(UUID session, long version) {
        return database.list("select " + COLUMNS
                + " from lecture_past l where l.session_id = ? and l.session_version = ? order by l.id",
                LectureView::read, session, version);
    }

    private static Listing<LectureView> listing(String from) {
        return Listing.of(LectureView.class, COLUMNS, from, LectureView::read)
                .scopedBy("l.organization_path")
                .orderedBy("organization", "l.organization_path", "text", "l.id", "uuid")
                .orderedBy("heldOn", "l.held_on", "date", "l.id", "uuid")
                .filter("studySession", "l.session_id = ?")
                .filter("lecturerKind", "l.lecturer_kind = any (?)")
                .filter("heldFrom", "l.held_on >= ?")
                .filter("heldTo", "l.held_on <= ?");
    }
}
