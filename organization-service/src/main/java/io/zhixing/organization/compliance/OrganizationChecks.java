package io.zhixing.organization.compliance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.organization.compliance.Compliance.Finding;
import io.zhixing.platform.sql.Sql;

/** One organization held against every rule that concerns it on a day: one statement a rule. */
@ApplicationScoped
class OrganizationChecks {

    private final Sql database;

    OrganizationChecks(Sql database) {
        this.database = database;
    }

    List<Finding> of(UUID organization, LocalDate on) {
        var findings = new ArrayList<Finding>();
        for (var rule : OrganizationRule.values()) {
            var listing = Compliance.of(rule);
            findings.addAll(
                    database.list(listing.selecting(Compliance.AT_WORK_AND_IN_FORCE + " and p.organization_id = ?"),
                            listing.reader(), on, organization));
        }
        return findings;
    }
}
