package io.zhixing.organization;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.zhixing.platform.access.PathRange;
import io.zhixing.platform.testing.database.Database;

/** How many rows the database holds below an organization: what a refused call must leave as it was. */
record Stored(long organizations, long members, long rollPeriods, long posts, long steps, long changes) {

    /** As many more in the change feed, and nothing else. */
    Stored withChanges(long more) {
        return new Stored(organizations, members, rollPeriods, posts, steps, changes + more);
    }

    /** The range of paths stands beside the policies, which would judge every row of the tables one by one. */
    static Stored below(Register.Organization organization) {
        var range = PathRange.subtree(Register.path(organization));
        return Database.asApplication().within(range.from()).query("""
                with below as (select ? as "from", ? as "to")
                select %s, (select count(*) from change
                  where organization_path >= below."from" and organization_path < below."to"
                     or previous_path >= below."from" and previous_path < below."to")
                from below""".formatted(Stream
                .of("party_organization", "party_member", "roll_period", "post", "step_history")
                .map("""
                        (select count(*) from %s where organization_path >= below."from" and organization_path < below."to")"""::formatted)
                .collect(Collectors.joining(", "))),
                row -> new Stored(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5),
                        row.getLong(6)),
                range.from(), range.to()).get(0);
    }
}
