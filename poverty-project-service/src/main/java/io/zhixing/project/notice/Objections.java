package io.zhixing.project.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.platform.list.Listing;
import io.zhixing.project.notice.Objection.ObjectionState;

@ApplicationScoped
public class Objections implements PanacheRepositoryBase<Objection, UUID> {

    static final Listing<ObjectionView> LISTING = Listing.of(ObjectionView.class,
            "o.id, o.notice_id, o.content, o.received_on, o.status, o.status_on, o.answer, o.version", "objection o",
            Objections::view)
            .scopedBy("o.organization_path")
            .orderedBy("organization", "o.organization_path", "text", "o.id", "uuid")
            .filter("notice", "o.notice_id = ?")
            .filter("state", "o.status = any (?)");

    private static ObjectionView view(ResultSet row) throws SQLException {
        return new ObjectionView(row.getObject("id", UUID.class), row.getObject("notice_id", UUID.class),
                row.getString("content"), row.getObject("received_on", LocalDate.class),
                ObjectionState.valueOf(row.getString("status")), row.getObject("status_on", LocalDate.class),
                row.getString("answer"), row.getLong("version"));
    }
}
