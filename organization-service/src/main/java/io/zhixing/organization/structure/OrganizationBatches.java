package io.zhixing.organization.structure;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

/** Many organizations by one statement each for reading and writing: the path of imports. */
@ApplicationScoped
class OrganizationBatches {

    private final Sql database;

    OrganizationBatches(Sql database) {
        this.database = database;
    }

    /** That the one type may stand under the other. */
    record Allowed(OrganizationType child, OrganizationType parent) {}

    /** An organization with the labels it has given out, while its row is locked or not written yet. */
    static final class Node {

        private PartyOrganization organization;
        private final int before;
        private int children;

        Node(PartyOrganization organization, int children) {
            this.organization = organization;
            this.before = children;
            this.children = children;
        }

        PartyOrganization organization() {
            return organization;
        }

        /** What a row made of it; the labels that it has given out stay. */
        void become(PartyOrganization changed) {
            organization = changed;
        }

        Seat seat() {
            return organization.seat();
        }

        UUID id() {
            return organization.id();
        }

        int children() {
            return children;
        }

        boolean hasGivenOut() {
            return children > before;
        }

        String nextPath() {
            return Organizations.pathBelow(organization.path(), ++children);
        }
    }

    /** Those of these codes that the caller sees, locked in one order so that two imports never wait for each other. */
    Map<String, Node> locked(Collection<String> codes) {
        return database.map("""
                select id, code, name, short_name, type, kind, sector, area_code, unit_credit_code, covered_units, origin_organization_id,
                       host_area, project_id, parent_id, organization_path, established_on, state, version, children
                from party_organization where code = any (?) order by id for no key update""",
                row -> row.getString("code"), row -> new Node(OrganizationRows.stored(row), row.getInt("children")),
                SqlArray.texts(codes.stream().distinct().toList()));
    }

    Set<Allowed> allowedParents() {
        return new HashSet<>(database.list("select child_type, parent_type from allowed_parent",
                row -> new Allowed(OrganizationType.valueOf(row.getString(1)),
                        OrganizationType.valueOf(row.getString(2)))));
    }

    /**
     * Writes new organizations, and the labels that were given out below those that were there.
     *
     * @param all the new ones among them
     */
    void write(List<Node> fresh, Collection<Node> all) {
        OrganizationRows.columns(Batch.of(fresh), Node::organization).column("integer", Node::children)
                .update(database, """
                            insert into party_organization (id, code, name, short_name, type, kind, sector, area_code, unit_credit_code,
                              covered_units, origin_organization_id, host_area, project_id, parent_id, organization_path, established_on, state,
                              version, children)
                            select n.id, n.code, n.name, n.short_name, n.type, n.kind, n.sector, n.area_code, n.unit_credit_code,
                              string_to_array(n.units, e'\\x1f'), n.origin, n.host_area, n.project_id, n.parent_id, n.path, n.established_on, n.state,
                              n.version, n.children
                            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                              ?::text[], ?::text[], ?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::date[], ?::text[], ?::bigint[],
                              ?::integer[]) as n (id, code, name, short_name, type, kind, sector, area_code, unit_credit_code, units, origin,
                              host_area, project_id, parent_id, path, established_on, state, version, children)""");
        var givers = all.stream().filter(node -> node.hasGivenOut() && !fresh.contains(node)).toList();
        Batch.of(givers).column("uuid", Node::id).column("integer", Node::children).update(database, """
                    update party_organization o set children = g.children
                    from unnest(?::uuid[], ?::integer[]) as g (id, children) where o.id = g.id""");
    }
}
