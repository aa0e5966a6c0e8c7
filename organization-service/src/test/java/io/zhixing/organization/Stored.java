package io.zhixing.organization;

import java.sql.SQLException;

import io.zhixing.platform.testing.database.Database;

/** How many rows the database holds below an organization: what a refused call must leave as it was. */
record Stored(long organizations, long members, long rollPeriods, long posts, long steps, long changes) {

    /** As many more in the change feed, and nothing else. */
    Stored withChanges(long more) {
        return new Stored(organizations, members, rollPeriods, posts, steps, changes + more);
    }

    static Stored below(Register.Organization organization) {
        try (var connection = Database.asApplication().connect();
                var scope = connection.prepareStatement(
                        "select set_config('app.organization_path', path, false) from organizations_named(array[?])");
                var count = connection.prepareStatement("""
                        select (select count(*) from party_organization), (select count(*) from party_member),
                               (select count(*) from roll_period), (select count(*) from post),
                               (select count(*) from step_history), (select count(*) from change)""")) {
            scope.setString(1, organization.id());
            scope.execute();
            try (var rows = count.executeQuery()) {
                rows.next();
                return new Stored(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getLong(4), rows.getLong(5),
                        rows.getLong(6));
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
