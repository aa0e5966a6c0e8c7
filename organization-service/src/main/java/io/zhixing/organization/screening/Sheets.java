package io.zhixing.organization.screening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;

@ApplicationScoped
public class Sheets implements PanacheRepositoryBase<ScreeningSheet, UUID> {

    private static final String COLUMNS = """
            s.id, s.screening_id, s.organization_id, s.state, s.version, n.members, n.unchecked, n.pending""";
    private static final String FROM = """
            screening_sheet s
            cross join lateral (select count(*) as members, count(*) filter (where i.state = 'UNCHECKED') as unchecked,
                                       count(*) filter (where i.state = 'REPORTED') as pending
                                from screening_item i where i.sheet_id = s.id) n""";

    static final Listing<SheetView> LISTING = Listing.of(SheetView.class, COLUMNS, FROM, Sheets::view)
            .scopedBy("s.organization_path")
            .orderedBy("organization", "s.organization_path", "text", "s.id", "uuid")
            .filter("screening", "s.screening_id = ?")
            .filter("state", "s.state = any (?)")
            .measure("members", "n.members")
            .measure("unchecked", "n.unchecked")
            .measure("pending", "n.pending");

    static final Listing<ItemView> ITEMS = Listing
            .of(ItemView.class, "i.id, i.sheet_id, i.member_id, i.finding, i.action, i.note, i.state, i.version",
                    """
                    screening_item i join screening_sheet s on s.id = i.sheet_id""",
                    row -> new ItemView(row.getObject("id", UUID.class), row.getObject("sheet_id", UUID.class),
                            row.getObject("member_id", UUID.class), finding(row), action(row), row.getString("note"),
                            ItemState.valueOf(row.getString("state")), row.getLong("version")))
            .scopedBy("i.organization_path")
            .orderedBy("organization", "i.organization_path", "text", "i.id", "uuid")
            .filter("screening", "s.screening_id = ?")
            .filter("sheet", "i.sheet_id = ?")
            .filter("finding", "i.finding = any (?)")
            .filter("state", "i.state = any (?)");

    private final Sql database;

    Sheets(Sql database) {
        this.database = database;
    }

    ScreeningSheet locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Path of the primary committee nearest above a branch, seen by the caller or not; without one, of its superior. */
    String reviewOffice(String path) {
        return database.one("select review_office(?)", row -> row.getString(1), path);
    }

    /** A sheet with its progress by now. */
    SheetView view(UUID id) {
        return database.one("select " + COLUMNS + " from " + FROM + " where s.id = ?", Sheets::view, id);
    }

    private static SheetView view(ResultSet row) throws SQLException {
        return new SheetView(row.getObject("id", UUID.class), row.getObject("screening_id", UUID.class),
                row.getObject("organization_id", UUID.class), SheetState.valueOf(row.getString("state")),
                row.getLong("members"), row.getLong("unchecked"), row.getLong("pending"), row.getLong("version"));
    }

    private static Finding finding(ResultSet row) throws SQLException {
        var text = row.getString("finding");
        return text == null ? null : Finding.valueOf(text);
    }

    private static ScreeningAction action(ResultSet row) throws SQLException {
        var text = row.getString("action");
        return text == null ? null : ScreeningAction.valueOf(text);
    }
}
