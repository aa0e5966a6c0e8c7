package io.zhixing.organization.structure;

import java.sql.SQLException;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

/** The dated changes of organizations, one row a version. */
@ApplicationScoped
public class OrganizationHistory {

    private final AgroalDataSource database;

    OrganizationHistory(AgroalDataSource database) {
        this.database = database;
    }

    /** @param on the business day of the change */
    void add(PartyOrganization organization, String change, LocalDate on, String comment, String by) {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement("""
                insert into organization_change (organization_id, version, organization_path, change, effective_on, comment, entered_by)
                values (?, ?, ?, ?, ?, ?, ?)""")) {
            statement.setObject(1, organization.id());
            statement.setLong(2, organization.version());
            statement.setString(3, organization.path());
            statement.setString(4, change);
            statement.setObject(5, on);
            statement.setString(6, comment);
            statement.setString(7, by);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
