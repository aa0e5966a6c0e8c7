package io.zhixing.project.library;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.zhixing.platform.time.Ids;

/** 验收: insert only; a further acceptance follows a failed one. */
@Singleton
class Acceptances {

    private final AgroalDataSource database;

    Acceptances(AgroalDataSource database) {
        this.database = database;
    }

    /** The caller belongs to the team; the database refuses a team with the one who reported completion in it. */
    void record(ServiceProject project, ProjectMove.AcceptanceStated stated, boolean passed, LocalDate heldOn,
            String caller) {
        var team = Stream.concat(Stream.of(caller), stated.team().stream().map(member -> "member:" + member))
                .distinct().toArray();
        try (var connection = database.getConnection(); var statement = connection.prepareStatement("""
                insert into acceptance (id, organization_path, project_id, held_on, verdict, defects, report_document, requested_by, team)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            statement.setObject(1, Ids.next());
            statement.setString(2, project.path());
            statement.setObject(3, project.id());
            statement.setObject(4, heldOn);
            statement.setString(5, passed ? "PASSED" : "FAILED");
            statement.setString(6, stated.defects());
            statement.setString(7, stated.reportDocument());
            statement.setString(8, project.completer());
            statement.setArray(9, connection.createArrayOf("text", team));
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
