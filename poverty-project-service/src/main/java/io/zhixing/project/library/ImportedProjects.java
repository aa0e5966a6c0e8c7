package io.zhixing.project.library;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.zhixing.platform.access.Caller;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;
import io.zhixing.platform.time.Ids;

/** Projects of an import with their targets and first steps, three statements whatever their number. */
@Singleton
class ImportedProjects {

    private static final String PROJECTS = """
            insert into project (id, organization_id, organization_path, assisting_organization_id, assisting_path, code, name, category, nature,
              county_code, area_code, purpose_code, implementing_unit, tasks, beneficiaries, benefit_mechanism, plan_start, plan_end, library_year,
              has_performance_target, status, status_on, submitted_by)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
              ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::date[], ?::integer[], ?::boolean[], ?::text[],
              ?::date[], ?::text[])""";

    private static final String TARGETS = """
            insert into performance_target (id, project_id, organization_path, assisting_path, kind, indicator, unit, target_value)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::numeric[])""";

    private static final String SUBMISSIONS = """
            insert into step_history (resource_id, organization_path, taken_on, entered_by, resource_type, version, step, from_state, to_state)
            select s.*, 'project', 1, 'submit', 'DRAFT', 'TOWN_REVIEW' from unnest(?::uuid[], ?::text[], ?::date[], ?::text[]) as s""";

    private final Sql database;
    private final Caller caller;

    ImportedProjects(Sql database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** A project with the row it was drawn from. */
    record Drawn(ServiceProject project, ProjectView view, ProjectImport.ProjectRow row) {}

    /** The projects with these codes that the caller sees, by code. */
    Map<String, ProjectView> known(List<String> codes) {
        return database.map("select p.* from project p where p.code = any (?)", row -> row.getString("code"),
                ProjectView::read, SqlArray.texts(codes));
    }

    void insert(List<Drawn> drawn) {
        Batch.of(drawn).column("uuid", one -> one.view().id())
                .column("uuid", one -> one.view().organizationId())
                .column("text", one -> one.project().path())
                .column("uuid", one -> one.view().assistingOrganizationId())
                .column("text", one -> one.project().assistingPath())
                .column("text", one -> one.view().code()).column("text", one -> one.view().name())
                .column("text", one -> one.view().category().name())
                .column("text", one -> one.view().nature().name())
                .column("text", one -> one.view().countyCode()).column("text", one -> one.view().areaCode())
                .column("text", one -> one.view().purposeCode())
                .column("text", one -> one.view().implementingUnit()).column("text", one -> one.view().tasks())
                .column("text", one -> one.view().beneficiaries())
                .column("text", one -> one.view().benefitMechanism())
                .column("date", one -> one.view().planStart()).column("date", one -> one.view().planEnd())
                .column("integer", one -> one.view().libraryYear())
                .column("boolean", one -> one.view().hasPerformanceTarget())
                .column("text", one -> one.view().state().name()).column("date", one -> one.view().stateOn())
                .column("text", one -> one.project().submitter()).update(database, PROJECTS);
        Batch.of(drawn.stream().filter(one -> one.row().hasTarget()).toList())
                .column("uuid", one -> Ids.next()).column("uuid", one -> one.view().id())
                .column("text", one -> one.project().path())
                .column("text", one -> one.project().assistingPath())
                .column("text", one -> one.row().targetKind().name())
                .column("text", one -> one.row().targetIndicator())
                .column("text", one -> one.row().targetUnit())
                .column("numeric", one -> new BigDecimal(one.row().targetValue())).update(database, TARGETS);
        Batch.of(drawn.stream().filter(one -> one.row().submittedOn() != null).toList())
                .column("uuid", one -> one.view().id()).column("text", one -> one.project().path())
                .column("date", one -> one.row().submittedOn()).column("text", one -> caller.name())
                .update(database, SUBMISSIONS);
    }
}
