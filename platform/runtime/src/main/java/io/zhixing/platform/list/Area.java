package io.zhixing.platform.list;

import java.util.ArrayList;
import java.util.List;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.access.PathRange;
import io.zhixing.platform.problem.Place;

/**
 * One part of what a caller asks for, or everything where nothing is scoped: his grants, the organization that he names, the
 * other side of what two organizations share, and his own rows. Parts are disjoint, so that no row comes twice.
 *
 * @param answered parts whose rows other areas have
 */
record Area(Part part, List<Part> answered) {

    /** Rows by one column: a subtree, one organization alone, or one person. */
    private record Part(String column, PathRange range, Object exactly) {

        void limit(Selection selection) {
            if (range == null) {
                selection.exactly(column, exactly);
            } else {
                selection.within(column, range);
            }
        }

        void leaveOut(Selection selection) {
            if (range == null) {
                selection.differing(column, exactly);
            } else {
                selection.outside(column, range);
            }
        }
    }

    /** {@code REFERENCE_UNKNOWN} when the query names an organization that is not there for the caller. */
    static List<Area> asked(Listing<?> listing, Query query, Access access) {
        if (listing.path() == null) {
            return List.of(new Area(null, List.of()));
        }
        var own = parts(listing.path(), query, access);
        var areas = new ArrayList<Area>();
        own.forEach(part -> areas.add(new Area(part, List.of())));
        var answered = new ArrayList<>(own);
        if (listing.otherPath() != null) {
            var other = parts(listing.otherPath(), query, access);
            other.forEach(part -> areas.add(new Area(part, own)));
            answered.addAll(other);
        }
        if (listing.person() != null && query.organization() == null) {
            access.person().ifPresent(
                    person -> areas.add(new Area(new Part(listing.person(), null, person), List.copyOf(answered))));
        }
        return areas;
    }

    Selection limit(Selection selection) {
        if (part != null) {
            part.limit(selection);
            answered.forEach(other -> other.leaveOut(selection));
        }
        return selection;
    }

    private static List<Part> parts(String column, Query query, Access access) {
        if (query.organization() == null) {
            return access.scope().ranges().stream().map(range -> new Part(column, range, null)).toList();
        }
        var path = access.locate(query.organization(), Place.parameter("organization")).path();
        return List.of(query.directOnly()
                ? new Part(column, null, path)
                : new Part(column, PathRange.subtree(path), null));
    }
}
