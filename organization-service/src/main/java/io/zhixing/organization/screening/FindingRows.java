package io.zhixing.organization.screening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

/**
 * Items of many members by a fixed number of statements: the path of imports. Each looks up by one array and one index, so
 * that a chunk costs the same in a run over a branch and in one over the city.
 */
@ApplicationScoped
class FindingRows {

    private final Sql database;

    FindingRows(Sql database) {
        this.database = database;
    }

    /** A member in the run over an organization. */
    record Place(UUID screened, UUID member) {}

    /** An item as it stands, with the path of its branch. */
    record Found(UUID id, String path, Finding finding, ScreeningAction action, ItemState state, LocalDate steppedOn,
            long version) {}

    /** An item as a row leaves it. */
    record Answer(UUID id, long read, Finding finding, ScreeningAction action, String note, ItemState state,
            LocalDate on) {

        long version() {
            return read + 1;
        }
    }

    /** Ids by code of the organizations over which runs may go; they need not lie in the caller's scope. */
    Map<String, UUID> screened(Collection<String> codes) {
        return database.map("select reference, id from organizations_named(?)", row -> row.getString(1),
                row -> row.getObject(2, UUID.class), SqlArray.texts(codes.stream().distinct().toList()));
    }

    /** Items of these members in runs that are open; their sheets stay locked until the transaction ends. */
    Map<Place, Found> open(Collection<UUID> members) {
        lock(sheets(members));
        return database.map("""
                select i.id, i.member_id, r.organization_id, o.organization_path, i.finding, i.action, i.state, i.stepped_on, i.version
                from screening_item i join screening_sheet s on s.id = i.sheet_id join screening r on r.id = s.screening_id
                join party_organization o on o.id = s.organization_id
                where i.member_id = any (?) and r.state = 'OPEN'""",
                row -> new Place(row.getObject("organization_id", UUID.class), row.getObject("member_id", UUID.class)),
                FindingRows::found, SqlArray.uuids(members));
    }

    /** Needs the transaction of the import, in which the sheets are locked. */
    void write(List<Answer> answers) {
        Batch.of(answers).column("uuid", Answer::id).column("text", answer -> answer.finding().name())
                .column("text", answer -> answer.action().name()).column("text", Answer::note)
                .column("text", answer -> answer.state().name()).column("date", Answer::on)
                .column("bigint", Answer::version).update(database,
                        """
                            update screening_item i set finding = a.finding, action = a.action, note = a.note, state = a.state,
                              stepped_on = a.stepped_on, version = a.version
                            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::bigint[])
                              as a (id, finding, action, note, state, stepped_on, version)
                            where i.id = a.id""");
    }

    /** An item stays on its sheet, so its sheet may be asked for before it is locked. */
    private List<UUID> sheets(Collection<UUID> members) {
        return database.list("select distinct sheet_id from screening_item where member_id = any (?)",
                row -> row.getObject(1, UUID.class), SqlArray.uuids(members));
    }

    private void lock(List<UUID> sheets) {
        database.call("select id from screening_sheet where id = any (?) order by id for no key update",
                SqlArray.uuids(sheets));
    }

    private static Found found(ResultSet row) throws SQLException {
        var finding = row.getString("finding");
        var action = row.getString("action");
        return new Found(row.getObject("id", UUID.class), row.getString("organization_path"),
                finding == null ? null : Finding.valueOf(finding),
                action == null ? null : ScreeningAction.valueOf(action), ItemState.valueOf(row.getString("state")),
                row.getObject("stepped_on", LocalDate.class), row.getLong("version"));
    }
}
