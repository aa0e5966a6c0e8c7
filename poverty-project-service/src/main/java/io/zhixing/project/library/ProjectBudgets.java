package io.zhixing.project.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.list.Listing;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.time.Ids;
import io.zhixing.project.ProjectProblems;
import io.zhixing.project.ledger.Ledger;

/** 项目预算: money of one allocation for one project. Territory, earmark and ceiling are judged by the database. */
@Singleton
public class ProjectBudgets {

    private static final String FROM = "project_budget b join ledger_balance l on l.id = b.id";

    private static final Listing<BudgetView> COLUMNS = Listing.of(BudgetView.class, """
            b.id, b.project_id, b.allocation_id, b.county_code, b.purpose_code, b.amount_fen, l.debits_fen, l.reserved_fen, l.available_fen,
            b.version""", FROM, ProjectBudgets::read);

    /** By the projects' territory. */
    static final Listing<BudgetView> LISTING = by("b.organization_path");

    /** By the organization that assists in the projects (结对帮扶). */
    static final Listing<BudgetView> ASSISTED = by("b.assisting_path");

    private final Sql database;
    private final Ledger ledger;

    ProjectBudgets(Sql database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    private static Listing<BudgetView> by(String path) {
        return COLUMNS.from(FROM).scopedBy(path)
                .orderedBy("organization", path, "text", "b.id", "uuid")
                .filter("project", "b.project_id = ?")
                .filter("fundAllocation", "b.allocation_id = ?")
                .measure("amountFen", "b.amount_fen");
    }

    private record Approved(UUID id, long version) {}

    /**
     * Needs the project's row flushed, so that nobody else changes it before the commit. Not before the allocation's day. A
     * budget from the same allocation that was reversed is approved anew, in its next version.
     */
    UUID approve(ServiceProject project, UUID allocation, long amountFen, LocalDate on, Place place) {
        var approved = database.first(
                """
                insert into project_budget as b (id, organization_path, assisting_path, project_id, allocation_id, source_id, county_code,
                                                 purpose_code, amount_fen)
                select ?, ?, ?, ?, a.id, a.source_id, ?, ?, ? from fund_allocation a where a.id = ? and a.allocated_on <= ?
                on conflict on constraint budget_once do update set amount_fen = excluded.amount_fen, version = b.version + 1
                where b.amount_fen = 0 returning b.id, b.version""",
                row -> new Approved(row.getObject(1, UUID.class), row.getLong(2)), Ids.next(), project.path(),
                project.assistingPath(), project.id(), project.countyCode(), project.purposeCode(), amountFen,
                allocation, on).orElseThrow(() -> against(project, allocation, place));
        ledger.budget(allocation, approved.id(), approved.version(), amountFen, on);
        return approved.id();
    }

    /** It has such a budget already, or the caller sees the allocation, which then is of a later day, or he does not. */
    private ProblemException against(ServiceProject project, UUID allocation, Place place) {
        if (database.first("select 1 from project_budget where project_id = ? and allocation_id = ?", row -> true,
                project.id(), allocation).isPresent()) {
            return ProjectProblems.DUPLICATE.about();
        }
        return database.first("select 1 from fund_allocation where id = ?", row -> true, allocation).isPresent()
                ? ProjectProblems.STEP_OUT_OF_ORDER.about()
                : new ProblemException(List.of(PlatformProblems.REFERENCE_UNKNOWN.at(place, allocation)));
    }

    /** Whether the project was ever given a budget: one that was reversed stays, with 0 fen. */
    boolean hasHadAny(UUID project) {
        return database.one("select exists (select from project_budget where project_id = ?)",
                row -> row.getBoolean(1), project);
    }

    /** Empty when the caller does not see the budget. */
    Optional<UUID> projectOf(UUID budget) {
        return database.first("select project_id from project_budget where id = ?",
                row -> row.getObject(1, UUID.class), budget);
    }

    /** Its approval was an error and is reversed. Needs the project's row locked. */
    void reverse(UUID budget, long amountFen) {
        database.update("update project_budget set amount_fen = amount_fen - ?, version = version + 1 where id = ?",
                amountFen, budget);
    }

    /** With what its account holds; empty when the caller does not see it. */
    Optional<BudgetView> find(UUID budget) {
        return database.first(LISTING.selecting("b.id = ?"), ProjectBudgets::read, budget);
    }

    /** Without those that were reversed. Nothing is asked of the database for a project without money. */
    List<ProjectView.BudgetShare> of(ServiceProject project) {
        if (project.budgetFen() == 0) {
            return List.of();
        }
        return database.list(
                "select id, allocation_id, amount_fen from project_budget where project_id = ? and amount_fen > 0 order by id",
                row -> new ProjectView.BudgetShare(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
                        row.getLong(3)),
                project.id());
    }

    /** What the project's budgets still hold, reserved or free, in fen. */
    long heldFen(UUID project) {
        return database.one("""
                select coalesce(sum(l.available_fen + l.reserved_fen), 0)::bigint
                from project_budget b join ledger_balance l on l.id = b.id where b.project_id = ?""",
                row -> row.getLong(1), project);
    }

    /** Closes every budget's account; one that holds money refuses. */
    void close(UUID project) {
        database.list("select id from project_budget where project_id = ? order by id",
                row -> row.getObject(1, UUID.class), project).forEach(ledger::close);
    }

    private static BudgetView read(ResultSet row) throws SQLException {
        return new BudgetView(row.getObject("id", UUID.class), row.getObject("project_id", UUID.class),
                row.getObject("allocation_id", UUID.class), row.getString("county_code"),
                row.getString("purpose_code"), row.getLong("amount_fen"), row.getLong("debits_fen"),
                row.getLong("reserved_fen"), row.getLong("available_fen"), row.getLong("version"));
    }
}
