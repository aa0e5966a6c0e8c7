package io.zhixing.project.notice;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;

/** What a notice must know of its project. */
@Singleton
class AnnouncedProjects {

    private final AgroalDataSource database;

    AnnouncedProjects(AgroalDataSource database) {
        this.database = database;
    }

    record Announced(UUID organizationId, String path) {}

    /** Empty when the caller does not see the project. */
    Optional<Announced> find(UUID project) {
        try (var connection = database.getConnection();
                var statement = connection
                        .prepareStatement("select organization_id, organization_path from project where id = ?")) {
            statement.setObject(1, project);
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Announced(row.getObject(1, UUID.class), row.getString(2)))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
