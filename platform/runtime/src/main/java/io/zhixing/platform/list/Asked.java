package io.zhixing.platform.list;

import java.util.List;

import io.zhixing.platform.access.Access;

/** A list as one caller asks for it: which rows, in which order, area by area. */
record Asked<V>(Listing<V> listing, Query query, Listing.Order order, boolean descending, List<Area> areas) {

    /** Judges the query's parameters first, all together; only then it is looked at what the caller may see. */
    static <V> Asked<V> of(Listing<V> listing, Query query, Access access) {
        var sort = query.sort();
        boolean descending = sort != null && sort.startsWith("-");
        var order = sort == null
                ? first(listing)
                : listing.orders().get(descending ? sort.substring(1) : sort);
        if (order == null) {
            query.wrong("sort", String.join("|", listing.orders().keySet()));
        }
        query.refuseFaults();
        return new Asked<>(listing, query, order, descending, Area.asked(listing, query, access));
    }

    Selection selection(Area area) {
        return area.limit(new Selection(listing, query, order, descending));
    }

    private static Listing.Order first(Listing<?> listing) {
        return listing.orders().values().iterator().next();
    }
}
