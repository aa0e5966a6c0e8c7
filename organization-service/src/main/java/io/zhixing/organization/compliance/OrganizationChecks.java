package io.zhixing.organization.compliance;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.zhixing.organization.compliance.Compliance.Finding;

/** One organization held against every rule that concerns it on a day: one statement a rule. */
@ApplicationScoped
class OrganizationChecks {

    private final AgroalDataSource database;

    OrganizationChecks(AgroalDataSource database) {
        this.database = database;
    }

    List<Finding> of(UUID organization, LocalDate on) {
        var findings = new ArrayList<Finding>();
        try (var connection = database.getConnection()) {
            for (var rule : OrganizationRule.values()) {
                var listing = Compliance.of(rule);
                try (var statement = connection.prepareStatement(
                        listing.selecting(Compliance.AT_WORK_AND_IN_FORCE + " and p.organization_id = ?"))) {
                    statement.setObject(1, on);
                    statement.setObject(2, organization);
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            findings.add(listing.reader().read(rows));
                        }
                    }
                }
            }
            return findings;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
