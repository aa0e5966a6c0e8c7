package io.zhixing.project.payment;

import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.sql.Sql;

/** What an order must know of its budget. */
@Singleton
class Budgets {

    private final Sql database;

    Budgets(Sql database) {
        this.database = database;
    }

    record Budget(UUID projectId, UUID organizationId, String path, String countyCode) {}

    /** Empty when the caller does not see it. */
    Optional<Budget> find(UUID budget) {
        return database.first("""
                select p.id, p.organization_id, p.organization_path, b.county_code
                from project_budget b join project p on p.id = b.project_id where b.id = ?""",
                row -> new Budget(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3),
                        row.getString(4)),
                budget);
    }

    /** Keeps the project as it is until the commit: projects are locked before orders. */
    void holdProject(UUID project) {
        database.call("select from project where id = ? for share", project);
    }
}
