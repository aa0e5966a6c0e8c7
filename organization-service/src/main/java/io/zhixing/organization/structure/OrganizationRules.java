package io.zhixing.organization.structure;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.platform.sql.Sql;

/** The dated rules on organizations, and the facts they are held against. */
@ApplicationScoped
public class OrganizationRules {

    private final Sql database;

    OrganizationRules(Sql database) {
        this.database = database;
    }

    /** How many full members a branch needs and has on a day, by the rule in force on it. */
    record FullMembers(long needed, long present, String source) {

        boolean isEnough() {
            return present >= needed;
        }
    }

    /** Empty where no rule is in force for the type on the day. */
    Optional<FullMembers> fullMembers(UUID organizationId, OrganizationType type, LocalDate on) {
        return database.first("""
                select r.value, full_members_on(?, ?), r.source from organization_rule r
                where r.code = 'BRANCH_MINIMUM_FULL_MEMBERS' and r.applies_to = ? and r.severity = 'ERROR'
                  and r.effective_from <= ? and (r.effective_to is null or r.effective_to > ?)""",
                row -> new FullMembers(row.getLong(1), row.getLong(2), row.getString(3)), organizationId, on,
                type.name(), on, on);
    }
}
