package io.zhixing.project.library;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.platform.list.Listing;

@ApplicationScoped
public class ServiceProjects implements PanacheRepositoryBase<ServiceProject, UUID> {

    private static final Listing<ProjectView> COLUMNS = Listing.of(ProjectView.class, """
            p.id, p.organization_id, p.assisting_organization_id, p.code, p.name, p.category, p.nature, p.county_code, p.area_code,
            p.purpose_code, p.implementing_unit, p.tasks, p.beneficiaries, p.benefit_mechanism, p.plan_start, p.plan_end, p.library_year,
            p.has_performance_target, p.budget_fen, p.status, p.status_on, p.version""", "project p",
            ProjectView::read);

    /** By territory. The figures' records are here. */
    static final Listing<ProjectView> LISTING = by("p.organization_path");

    /** By the organization that assists (结对帮扶), in whose territory a project may lie or not. */
    static final Listing<ProjectView> ASSISTED = by("p.assisting_path");

    /** The project as it is now and stays until the commit: whoever is changing it is waited for. */
    void hold(ServiceProject project) {
        getEntityManager().refresh(project, LockModeType.PESSIMISTIC_WRITE);
    }

    /** {@code investedIn}: projects with net investment in a period, by what was known on a day; three days with slashes between. */
    private static Listing<ProjectView> by(String path) {
        return COLUMNS.from("project p")
                .scopedBy(path)
                .orderedBy("organization", path, "text", "p.id", "uuid")
                .filter("code", "p.code = ?")
                .filter("county", "p.county_code = ?")
                .filter("purpose", "p.purpose_code = ?")
                .filter("category", "p.category = any (?)")
                .filter("state", "p.status = any (?)")
                // What LibraryYears refuses as too old: one that has had a budget is not given its first money.
                .filter("libraryYearOverOn",
                        """
                        p.status = 'IN_LIBRARY' and not exists (select from project_budget b where b.project_id = p.id)
                        and p.library_year <= (select extract(year from ?::date)::int - nullif(rule_value('LIBRARY_YEARS', 'ENTRY', ?::date), 0))""")
                .filter("fundAllocation",
                        "exists (select from project_budget b where b.project_id = p.id and b.allocation_id = ?)")
                .filter("investedIn", """
                        p.id in (select b.project_id from project_investment b
                                 where b.occurred_on between split_part(?, '/', 1)::date and split_part(?, '/', 2)::date
                                   and b.recorded_on <= split_part(?, '/', 3)::date
                                 group by b.project_id having sum(b.net_fen) > 0)""")
                .measure("budgetFen", "p.budget_fen");
    }
}
