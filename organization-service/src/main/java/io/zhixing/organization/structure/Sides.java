package io.zhixing.organization.structure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.platform.sql.Sql;

/**
 * The other side of what two organizations share (transfer, floating member, residence), which need not lie in the
 * caller's scope: where it stands and what it takes, nothing else.
 */
@ApplicationScoped
public class Sides {

    private final Sql database;

    Sides(Sql database) {
        this.database = database;
    }

    public record Side(UUID id, String path, OrganizationType type, OrganizationState state, LocalDate establishedOn) {

        /** Whether it is being set up or at work. */
        public boolean takesMembers() {
            return state == OrganizationState.PREPARING || state == OrganizationState.ACTIVE;
        }

        public boolean isSetUpOn(LocalDate day) {
            return !day.isBefore(establishedOn);
        }
    }

    /** @param reference id or code */
    public Optional<Side> side(String reference) {
        return database.first("select id, path, type, state, established_on from transfer_side(?)",
                row -> new Side(row.getObject(1, UUID.class), row.getString(2),
                        OrganizationType.valueOf(row.getString(3)), OrganizationState.valueOf(row.getString(4)),
                        row.getObject(5, LocalDate.class)),
                reference);
    }

    /** Lets the rest of the transaction reach these places beside the caller's own: what it writes there follows from his step. */
    public void reachAlso(Collection<String> paths) {
        database.call(
                "select set_config('app.organization_path', concat_ws(',', nullif(current_setting('app.organization_path', true), ''), ?), true)",
                String.join(",", paths));
    }

    /** Lets the rest of the transaction reach both sides: the step was judged, and what it writes belongs to both. */
    public void reachBoth(String one, String other) {
        database.call("select set_config('app.organization_path', ?, true)", one + "," + other);
    }
}
