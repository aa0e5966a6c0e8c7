package io.zhixing.platform.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;

import io.zhixing.platform.access.Caller;
import io.zhixing.platform.access.Grant;
import io.zhixing.platform.list.Cursor;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;

/**
 * Tells a caller what changed since he last asked, in the order of commit and without gap, also while others write. What
 * he no longer sees comes as a tombstone. An open transaction in any database of the server delays the feed; it never
 * makes it skip.
 */
@RequestScoped
public class ChangeFeed {

    private static final int MOST = 200;
    private static final int USUAL = 50;

    private final Map<String, FeedKind<?>> kinds = new TreeMap<>();
    private final FeedRows rows;
    private final Cursor cursors;
    private final Caller caller;

    ChangeFeed(Instance<FeedKind<?>> kinds, FeedRows rows, Cursor cursors, Caller caller) {
        kinds.forEach(kind -> this.kinds.put(kind.type(), kind));
        this.rows = rows;
        this.cursors = cursors;
        this.caller = caller;
    }

    /**
     * As they came in the query. {@code CURSOR_MISMATCH} for another caller or other grants; {@code CHANGES_CURSOR_EXPIRED}
     * after the database was restored to an earlier time: then everything is to be read anew.
     *
     * @param since null for the beginning, {@code now} for a cursor alone
     */
    public Changes since(String since, List<String> types, String limit) {
        var faults = new Faults();
        var wanted = types == null || types.isEmpty() ? List.copyOf(kinds.keySet()) : types;
        faults.addIf(!kinds.keySet().containsAll(wanted), PlatformProblems.PARAMETER_INVALID
                .at(Place.parameter("type"), "type", String.join("|", kinds.keySet())));
        int most = limit(limit, faults);
        faults.refuse();
        if ("now".equals(since)) {
            return new Changes(List.of(), cursor(rows.horizon()), false);
        }
        var from = since == null ? null : FeedPosition.of(cursors.read(binding(), since));
        var read = rows.read(from, wanted, most + 1);
        if (from != null && from.epoch() != read.horizon().epoch()) {
            throw PlatformProblems.CHANGES_CURSOR_EXPIRED.about();
        }
        boolean more = read.rows().size() > most;
        var page = read.rows().subList(0, Math.min(most, read.rows().size()));
        // At the end stands the horizon, taken with the rows: one taken now would pass by what was committed meanwhile.
        var next = more ? page.get(most - 1).position() : read.horizon();
        return new Changes(changes(page), cursor(next), more);
    }

    /** The cursor of an export that begins after this call: what changes from now on comes behind it. Empty without a feed. */
    public Optional<String> cursorForExport() {
        return kinds.isEmpty() ? Optional.empty() : Optional.of(cursor(rows.horizon()));
    }

    private List<Change> changes(List<FeedRows.Row> page) {
        var newest = new LinkedHashMap<UUID, FeedRows.Row>();
        page.forEach(row -> {
            newest.remove(row.id());
            newest.put(row.id(), row);
        });
        var byType = newest.values().stream().collect(Collectors.groupingBy(FeedRows.Row::type,
                Collectors.mapping(FeedRows.Row::id, Collectors.toList())));
        var seen = new HashMap<UUID, FeedRows.Seen>();
        byType.forEach((type, ids) -> seen.putAll(rows.seen(kinds.get(type), ids)));
        var changes = new ArrayList<Change>();
        newest.values().forEach(row -> {
            var now = seen.get(row.id());
            changes.add(now != null
                    ? new Change(row.type(), row.id(), Change.Op.UPSERT, now.version(), null, row.changedAt(),
                            now.view())
                    : new Change(row.type(), row.id(), Change.Op.TOMBSTONE, row.version(),
                            row.voided() ? Change.Reason.VOIDED : Change.Reason.LEFT_SCOPE, row.changedAt(), null));
        });
        return changes;
    }

    private String cursor(FeedPosition position) {
        return cursors.write(binding(), position.words());
    }

    /** By the organizations of the grants and not by their paths: when one of them moves, the feed goes on. */
    private String binding() {
        return "changes|" + caller.grants().stream().sorted(Comparator.comparing(Grant::organization)
                .thenComparing(Grant::role)).map(grant -> grant.role() + "@" + grant.organization()).distinct()
                .collect(Collectors.joining(","));
    }

    private static int limit(String limit, Faults faults) {
        if (limit == null) {
            return USUAL;
        }
        boolean number = limit.matches("[0-9]{1,3}") && Integer.parseInt(limit) >= 1 && Integer.parseInt(limit) <= MOST;
        faults.addIf(!number,
                PlatformProblems.PARAMETER_INVALID.at(Place.parameter("limit"), "limit", "1-" + MOST));
        return number ? Integer.parseInt(limit) : USUAL;
    }
}
