package io.zhixing.organization.structure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import io.zhixing.platform.access.PathRange;
import io.zhixing.platform.feed.FeedKind;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

/** The tree as a whole: what stands below what, and how a part of it goes elsewhere. */
@ApplicationScoped
class OrganizationTree {

    private final Sql database;
    private final List<? extends FeedKind<?>> kinds;

    OrganizationTree(Sql database, Instance<FeedKind<?>> kinds) {
        this.database = database;
        this.kinds = kinds.stream().toList();
    }

    /**
     * Takes the tree for this transaction: whoever writes by a path is waited for, and waits. Ask before anything is read.
     * {@code TEMPORARILY_UNAVAILABLE} while another call turns the tree.
     */
    void take() {
        if (!is("select take_tree()")) {
            throw PlatformProblems.TEMPORARILY_UNAVAILABLE.about();
        }
    }

    /** Whether an organization in preparation or at work stands directly below. */
    boolean hasChildrenInPlace(UUID id) {
        return is(
                "select exists (select from party_organization where parent_id = ? and state in ('PREPARING', 'ACTIVE'))",
                id);
    }

    /** First day on which none of those that stood directly below and have gone since was there; empty when none has gone. */
    Optional<LocalDate> childrenUntil(UUID id) {
        return day("select children_until(?)", id);
    }

    /** Whether it is in preparation or at work, and has been since that day. */
    boolean isInPlaceSince(UUID id, LocalDate day) {
        return is("""
                select exists (select from party_organization where id = ? and state in ('PREPARING', 'ACTIVE'))
                  and not exists (select from organization_period where organization_id = ?
                    and state not in ('PREPARING', 'ACTIVE') and (valid_to is null or valid_to > ?))""", id, id, day);
    }

    /** Whether an organization of this type may stand where this one stands, with those below it, on that day and since. */
    boolean fitsSince(UUID id, OrganizationType type, LocalDate day) {
        return is("select fits_since(?, ?, ?)", id, type.name(), day);
    }

    /** The last day on which an organization moved into this subtree, within it or out of it; empty when none has moved. */
    Optional<LocalDate> movedLast(String path) {
        return day("select subtree_moved_last(?)", path);
    }

    /** Levels of codes in the subtree, the organization's own included. */
    int levels(String path) {
        var range = PathRange.subtree(path);
        return database.one("""
                select (max(length(code)) - min(length(code))) / %d + 1 from party_organization
                where organization_path >= ? and organization_path < ? and state <> 'MERGED'"""
                .formatted(OrganizationCode.DIGITS_A_LEVEL), row -> row.getInt(1), range.from(), range.to());
    }

    /**
     * Rewrites paths and codes below a place whose own organization was moved already, and every row that carries one of
     * the old paths.
     *
     * @param codeTo null where the codes stay
     * @return what is to be published of those below
     */
    List<OrganizationNews.PathChanged> moveBelow(String from, String to, String codeFrom, String codeTo, LocalDate on) {
        var range = PathRange.subtree(from);
        return database.list(
                """
                update party_organization set organization_path = ? || substr(organization_path, length(?) + 1),
                  code = case when ?::text is null or not starts_with(code, ?) then code else ? || substr(code, length(?) + 1) end,
                  path_version = path_version + 1, placed_on = ?
                where organization_path >= ? and organization_path < ?
                returning id, path_version, version, code, organization_path, ? || substr(organization_path, length(?) + 1)""",
                row -> new OrganizationNews.PathChanged(row.getObject(1, UUID.class), row.getLong(2), on,
                        row.getLong(3), row.getString(4), row.getString(5), row.getString(6)),
                to, from, codeTo, codeFrom, codeTo, codeFrom, on, range.from(), range.to(), from, to);
    }

    /** Every row that carries a path below the one now carries it below the other. */
    void moveRows(String from, String to) {
        kinds.forEach(kind -> kind.otherPath().ifPresent(column -> tellOtherSide(kind, column, from, to)));
        // These follow the organization by themselves: by the statement above, and by triggers on it.
        var byThemselves = List.of("party_organization", "organization_period", "register_delta");
        database.call("select move_rows(?, ?, ?, ?, ?)", from, to, SqlArray.texts(byThemselves),
                SqlArray.texts(kinds.stream().map(FeedKind::table).toList()),
                SqlArray.texts(kinds.stream().map(FeedKind::type).toList()));
    }

    /** move_rows tells the change feed of what moves with its own organization; here it is the other side that moves. */
    private void tellOtherSide(FeedKind<?> kind, String column, String from, String to) {
        var range = PathRange.subtree(from);
        database.update("""
                insert into change (stream_epoch, resource_type, resource_id, version, op, organization_path, previous_path)
                select s.epoch, ?, r.id, r.version, 'MOVE', ? || substr(r.%1$s, length(?) + 1), r.%1$s
                from stream s, %2$s r where r.%1$s >= ? and r.%1$s < ?""".formatted(column, kind.table()), kind.type(),
                to, from, range.from(), range.to());
    }

    private Optional<LocalDate> day(String question, Object value) {
        return database.one(question, row -> Optional.ofNullable(row.getObject(1, LocalDate.class)), value);
    }

    private boolean is(String question, Object... values) {
        return database.one(question, row -> row.getBoolean(1), values);
    }
}
