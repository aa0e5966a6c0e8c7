package io.zhixing.organization.term;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.zhixing.organization.structure.OrganizationState;
import io.zhixing.organization.structure.OrganizationType;
import io.zhixing.organization.structure.Sector;
import io.zhixing.platform.bulk.Batch;

/** Many terms by one statement each for reading and writing: the path of imports. */
@ApplicationScoped
class TermRows {

    private final AgroalDataSource database;

    TermRows(AgroalDataSource database) {
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
    record Known(UUID id, UUID organization, int number, LocalDate electedOn, int years, LocalDate endedOn,
            long version) {

        boolean overlaps(Known other) {
            return (endedOn == null || other.electedOn.isBefore(endedOn))
                    && (other.endedOn == null || electedOn.isBefore(other.endedOn));
        }
    }

    /** Those of these codes that the caller sees, locked in one order until the transaction ends. */
    Map<String, Elector> electors(Collection<String> codes) {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement("""
                select id, code, organization_path, type, sector, state, established_on
                from party_organization where code = any (?) order by id for no key update""")) {
            statement.setArray(1, connection.createArrayOf("text", codes.stream().distinct().toArray()));
            var electors = new HashMap<String, Elector>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    electors.put(rows.getString("code"), elector(rows));
                }
            }
            return electors;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** All terms of these organizations. */
    List<Known> of(Collection<UUID> organizations) {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement("""
                select id, organization_id, number, elected_on, years, ended_on, version
                from committee_term where organization_id = any (?)""")) {
            statement.setArray(1, connection.createArrayOf("uuid", organizations.toArray()));
            var known = new ArrayList<Known>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.add(new Known(rows.getObject("id", UUID.class), rows.getObject("organization_id", UUID.class),
                            rows.getInt("number"), rows.getObject("elected_on", LocalDate.class),
                            rows.getInt("years"), rows.getObject("ended_on", LocalDate.class),
                            rows.getLong("version")));
                }
            }
            return known;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Needs the transaction of the import, in which the organizations are locked. */
    void write(List<CommitteeTerm> terms) {
        try (var connection = database.getConnection()) {
            CommitteeTerm.columns(Batch.of(terms)).update(connection,
                    """
                    insert into committee_term (id, organization_id, number, elected_on, years, ends_on, deviation_reason, deviation_source,
                      ended_on, stepped_on, version)
                    select * from unnest(?::uuid[], ?::uuid[], ?::integer[], ?::date[], ?::integer[], ?::date[], ?::text[], ?::text[],
                                         ?::date[], ?::date[], ?::bigint[])""");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Elector elector(ResultSet row) throws SQLException {
        var sector = row.getString("sector");
        return new Elector(row.getObject("id", UUID.class), row.getString("organization_path"),
                OrganizationType.valueOf(row.getString("type")), sector == null ? null : Sector.valueOf(sector),
                OrganizationState.valueOf(row.getString("state")), row.getObject("established_on", LocalDate.class));
    }
}
