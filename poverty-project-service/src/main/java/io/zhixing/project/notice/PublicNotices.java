package io.zhixing.project.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.platform.list.Listing;
import io.zhixing.project.notice.PublicNotice.NoticeKind;
import io.zhixing.project.notice.PublicNotice.NoticeLevel;
import io.zhixing.project.notice.PublicNotice.NoticeState;

@ApplicationScoped
public class PublicNotices implements PanacheRepositoryBase<PublicNotice, UUID> {

    static final Listing<NoticeView> LISTING = Listing
            .of(NoticeView.class, """
            n.id, n.project_id, n.organization_id, n.kind, n.level, n.starts_on, n.ends_on, n.required_days, n.open_objections,
            n.upheld_objections, coalesce(n.outcome, 'OPEN') as state, n.closed_on, n.version""", "public_notice n",
                    PublicNotices::view)
            .scopedBy("n.organization_path")
            .orderedBy("organization", "n.organization_path", "text", "n.id", "uuid")
            .filter("project", "n.project_id = ?")
            .filter("kind", "n.kind = any (?)")
            .filter("state", "coalesce(n.outcome, 'OPEN') = any (?)");

    /** The notice as it is now and stays until the commit: whoever objects to it or answers is waited for. */
    void hold(PublicNotice notice) {
        getEntityManager().refresh(notice, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The notices of this kind and level in the order of their first days. */
    public List<PublicNotice> of(UUID project, NoticeKind kind, NoticeLevel level) {
        return find("projectId = ?1 and kind = ?2 and level = ?3 order by startsOn, id", project, kind, level).list();
    }

    /** Whether a notice of this kind and level has passed by that day. */
    public boolean hasPassed(UUID project, NoticeKind kind, NoticeLevel level, LocalDate by) {
        return count("projectId = ?1 and kind = ?2 and level = ?3 and outcome = ?4 and closedOn <= ?5", project, kind,
                level, NoticeState.PASSED, by) > 0;
    }

    /** The same at whatever level. */
    public boolean hasPassed(UUID project, NoticeKind kind, LocalDate by) {
        return count("projectId = ?1 and kind = ?2 and outcome = ?3 and closedOn <= ?4", project, kind,
                NoticeState.PASSED, by) > 0;
    }

    private static NoticeView view(ResultSet row) throws SQLException {
        int required = row.getInt("required_days");
        return new NoticeView(row.getObject("id", UUID.class), row.getObject("project_id", UUID.class),
                row.getObject("organization_id", UUID.class), NoticeKind.valueOf(row.getString("kind")),
                NoticeLevel.valueOf(row.getString("level")), row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class), required,
                required == 0 ? NoticeView.NO_RULE_KNOWN : null, row.getInt("open_objections"),
                row.getInt("upheld_objections"),
                NoticeState.valueOf(row.getString("state")), row.getObject("closed_on", LocalDate.class),
                row.getLong("version"));
    }
}
