package io.zhixing.organization.structure;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

/**
 * The other side of what two organizations share (transfer, floating member, residence), which need not lie in the
 * caller's scope: where it stands and what it takes, nothing else.
 */
@ApplicationScoped
public class Sides {

    private final AgroalDataSource database;

    Sides(AgroalDataSource database) {
        this.database = database;
    }

    public record Side(UUID id, String path, OrganizationType type, OrganizationState state, LocalDate establishedOn) {

        /** Whether it is being set up or at work. */
        public boolean takesMembers() {
            return state == OrganizationState.PREPARING || state == OrganizationState.ACTIVE;
        }
    }

    /** @param reference id or code */
    public Optional<Side> side(String reference) {
        try (var connection = database.getConnection();
                var statement = connection
                        .prepareStatement("select id, path, type, state, established_on from transfer_side(?)")) {
            statement.setString(1, reference);
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Side(rows.getObject(1, UUID.class), rows.getString(2),
                                OrganizationType.valueOf(rows.getString(3)),
                                OrganizationState.valueOf(rows.getString(4)), rows.getObject(5, LocalDate.class)))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Lets the rest of the transaction reach these places beside the caller's own: what it writes there follows from his step. */
    public void reachAlso(Collection<String> paths) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select set_config('app.organization_path', concat_ws(',', nullif(current_setting('app.organization_path', true), ''), ?), true)")) {
            statement.setString(1, String.join(",", paths));
            statement.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Lets the rest of the transaction reach both sides: the step was judged, and what it writes belongs to both. */
    public void reachBoth(String one, String other) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select set_config('app.organization_path', ?, true)")) {
            statement.setString(1, one + "," + other);
            statement.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
