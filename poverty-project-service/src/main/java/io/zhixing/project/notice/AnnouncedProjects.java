package io.zhixing.project.notice;

import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.sql.Sql;

/** What a notice must know of its project. */
@Singleton
class AnnouncedProjects {

    private final Sql database;

    AnnouncedProjects(Sql database) {
        this.database = database;
    }

    record Announced(UUID organizationId, String path) {}

    /** Empty when the caller does not see the project. */
    Optional<Announced> find(UUID project) {
        return database.first("select organization_id, organization_path from project where id = ?",
                row -> new Announced(row.getObject(1, UUID.class), row.getString(2)), project);
    }

    /**
     * Nobody else puts up a notice of the project before the commit: of two for the same days that are written at once, each
     * would wait for what becomes of the other.
     */
    void hold(UUID project) {
        database.call("select from project where id = ? for no key update", project);
    }
}
