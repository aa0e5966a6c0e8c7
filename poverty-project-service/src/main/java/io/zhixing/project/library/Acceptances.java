package io.zhixing.project.library;

import java.time.LocalDate;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;
import io.zhixing.platform.time.Ids;

/** 验收: insert only; a further acceptance follows a failed one. */
@Singleton
class Acceptances {

    private final Sql database;

    Acceptances(Sql database) {
        this.database = database;
    }

    /** The caller belongs to the team; the database refuses a team with the one who reported completion in it. */
    void record(ServiceProject project, ProjectMove.AcceptanceStated stated, boolean passed, LocalDate heldOn,
            String caller) {
        var team = Stream.concat(Stream.of(caller), stated.team().stream().map(member -> "member:" + member))
                .distinct().toList();
        database.update("""
                insert into acceptance (id, organization_path, project_id, held_on, verdict, defects, report_document, requested_by, team)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", Ids.next(), project.path(), project.id(), heldOn,
                passed ? "PASSED" : "FAILED", stated.defects(), stated.reportDocument(), project.completer(),
                SqlArray.texts(team));
    }
}
