package io.zhixing.project.payment;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;

/** What an order must know of its budget. */
@Singleton
class Budgets {

    private final AgroalDataSource database;

    Budgets(AgroalDataSource database) {
        this.database = database;
    }

    record Budget(UUID projectId, UUID organizationId, String path) {}

    /** Empty when the caller does not see it. */
    Optional<Budget> find(UUID budget) {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement("""
                select p.id, p.organization_id, p.organization_path
                from project_budget b join project p on p.id = b.project_id where b.id = ?""")) {
            statement.setObject(1, budget);
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Budget(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
                                row.getString(3)))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Keeps the project as it is until the commit: projects are locked before orders. */
    void holdProject(UUID project) {
        try (var connection = database.getConnection();
                var statement = connection
                        .prepareStatement("select from project where id = ? for share")) {
            statement.setObject(1, project);
            statement.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
