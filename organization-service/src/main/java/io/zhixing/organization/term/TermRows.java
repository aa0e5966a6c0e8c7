package io.zhixing.organization.term;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.organization.structure.OrganizationState;
import io.zhixing.organization.structure.OrganizationType;
import io.zhixing.organization.structure.Sector;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

/** Many terms by one statement each for reading and writing: the path of imports. */
@ApplicationScoped
class TermRows {

    private final Sql database;

    TermRows(Sql database) {
        this.database = database;
    }

    /** An organization as far as its terms ask. */
    record Elector(UUID id, String path, OrganizationType type, Sector sector, OrganizationState state,
            LocalDate establishedOn) {

        boolean isInPlace() {
            return state == OrganizationState.PREPARING || state == OrganizationState.ACTIVE;
        }
    }

    /** A term that is there already, or was made by an earlier row. */
    record Known(UUID id, UUID organization, int number, LocalDate electedOn, LocalDate heldFrom, int years,
            LocalDate endedOn, long version) {

        boolean overlaps(Known other) {
            return (endedOn == null || other.heldFrom.isBefore(endedOn))
                    && (other.endedOn == null || heldFrom.isBefore(other.endedOn));
        }
    }

    /** Those of these codes that the caller sees, locked in one order until the transaction ends. */
    Map<String, Elector> electors(Collection<String> codes) {
        return database.map("""
                select id, code, organization_path, type, sector, state, established_on
                from party_organization where code = any (?) order by id for no key update""",
                row -> row.getString("code"), TermRows::elector, SqlArray.texts(codes.stream().distinct().toList()));
    }

    /** All terms of these organizations. */
    List<Known> of(Collection<UUID> organizations) {
        return database.list("""
                select id, organization_id, number, elected_on, coalesce(held_from, elected_on) as held_from, years, ended_on, version
                from committee_term where organization_id = any (?)""",
                row -> new Known(row.getObject("id", UUID.class), row.getObject("organization_id", UUID.class),
                        row.getInt("number"), row.getObject("elected_on", LocalDate.class),
                        row.getObject("held_from", LocalDate.class), row.getInt("years"),
                        row.getObject("ended_on", LocalDate.class), row.getLong("version")),
                SqlArray.uuids(organizations));
    }

    /** Needs the transaction of the import, in which the organizations are locked. */
    void write(List<CommitteeTerm> terms) {
        CommitteeTerm.columns(Batch.of(terms)).update(database,
                """
                    insert into committee_term (id, organization_id, number, elected_on, years, ends_on, deviation_reason, deviation_source,
                      ended_on, stepped_on, version)
                    select * from unnest(?::uuid[], ?::uuid[], ?::integer[], ?::date[], ?::integer[], ?::date[], ?::text[], ?::text[],
                                         ?::date[], ?::date[], ?::bigint[])""");
    }

    private static Elector elector(ResultSet row) throws SQLException {
        var sector = row.getString("sector");
        return new Elector(row.getObject("id", UUID.class), row.getString("organization_path"),
                OrganizationType.valueOf(row.getString("type")), sector == null ? null : Sector.valueOf(sector),
                OrganizationState.valueOf(row.getString("state")), row.getObject("established_on", LocalDate.class));
    }
}
