package io.zhixing.project.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.inbox.Moves;

/** The directory's table, written in batches on the consumer's connection; a state that is older than the held one changes nothing. */
final class DirectoryProjection {

    private final Connection connection;

    DirectoryProjection(Connection connection) {
        this.connection = connection;
    }

    /** What is read of an organization's events: each carries the whole organization. */
    record OrganizationState(UUID organizationId, long version, String code, String type, String state, String areaCode,
            String path) {}

    void organizations(List<OrganizationState> states) throws SQLException {
        Batch.of(states).column("uuid", OrganizationState::organizationId).column("bigint", OrganizationState::version)
                .column("text", OrganizationState::code).column("text", OrganizationState::type)
                .column("text", OrganizationState::state).column("text", OrganizationState::areaCode)
                .column("text", OrganizationState::path)
                .update(connection, """
                insert into organization_ref as held (id, version, code, type, state, area_code, organization_path)
                select * from unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                on conflict (id) do update set version = excluded.version, code = excluded.code, type = excluded.type,
                  state = excluded.state, area_code = excluded.area_code, organization_path = excluded.organization_path
                where held.version < excluded.version""");
    }

    /** What is read of {@code organization-path-changed}. */
    record Place(UUID organizationId, String code, String path, String previousPath) {}

    /**
     * Organizations that stand elsewhere; whatever carries their former path follows.
     *
     * @param all in the order of the topic; @param newest the last of each organization
     */
    void places(List<Place> all, List<Place> newest) throws SQLException {
        Batch.of(newest).column("uuid", Place::organizationId).column("text", Place::code).column("text", Place::path)
                .update(connection, """
                        update organization_ref held set code = n.code, organization_path = n.path
                        from unnest(?::uuid[], ?::text[], ?::text[]) as n (id, code, path) where held.id = n.id""");
        Moves.follow(connection, all.stream().map(one -> new Moves.Move(one.previousPath(), one.path())).toList());
    }
}
