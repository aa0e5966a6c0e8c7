package io.zhixing.organization.structure;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

/** The dated rules on organizations, and the facts they are held against. */
@ApplicationScoped
public class OrganizationRules {

    private final AgroalDataSource database;

    OrganizationRules(AgroalDataSource database) {
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
        try (var connection = database.getConnection(); var statement = connection.prepareStatement("""
                select r.value, full_members_on(?, ?), r.source from organization_rule r
                where r.code = 'BRANCH_MINIMUM_FULL_MEMBERS' and r.applies_to = ? and r.severity = 'ERROR'
                  and r.effective_from <= ? and (r.effective_to is null or r.effective_to > ?)""")) {
            statement.setObject(1, organizationId);
            statement.setObject(2, on);
            statement.setString(3, type.name());
            statement.setObject(4, on);
            statement.setObject(5, on);
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new FullMembers(rows.getLong(1), rows.getLong(2), rows.getString(3)))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
