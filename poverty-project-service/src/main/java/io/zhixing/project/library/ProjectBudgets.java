package io.zhixing.project.library;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
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

    private final AgroalDataSource database;
    private final Ledger ledger;

    ProjectBudgets(AgroalDataSource database, Ledger ledger) {
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

    /** Needs the project's row flushed, so that nobody else changes it before the commit. Not before the allocation's day. */
    UUID approve(ServiceProject project, UUID allocation, long amountFen, LocalDate on, Place place) {
        var id = Ids.next();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        """
                insert into project_budget (id, organization_path, assisting_path, project_id, allocation_id, source_id, county_code, purpose_code,
                                            amount_fen)
                select ?, ?, ?, ?, a.id, a.source_id, ?, ?, ? from fund_allocation a where a.id = ? and a.allocated_on <= ?""")) {
            statement.setObject(1, id);
            statement.setString(2, project.path());
            statement.setString(3, project.assistingPath());
            statement.setObject(4, project.id());
            statement.setString(5, project.countyCode());
            statement.setString(6, project.purposeCode());
            statement.setLong(7, amountFen);
            statement.setObject(8, allocation);
            statement.setObject(9, on);
            if (statement.executeUpdate() == 0) {
                throw isSeen(connection, allocation)
                        ? ProjectProblems.STEP_OUT_OF_ORDER.about()
                        : new ProblemException(List.of(PlatformProblems.REFERENCE_UNKNOWN.at(place, allocation)));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        ledger.budget(allocation, id, 1, amountFen, on);
        return id;
    }

    /** Whether the caller sees the allocation, which then is of a later day. */
    private static boolean isSeen(Connection connection, UUID allocation) throws SQLException {
        try (var statement = connection.prepareStatement("select 1 from fund_allocation where id = ?")) {
            statement.setObject(1, allocation);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** With what its account holds; empty when the caller does not see it. */
    Optional<BudgetView> find(UUID budget) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(LISTING.selecting("b.id = ?"))) {
            statement.setObject(1, budget);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Nothing is asked of the database for a project without money. */
    List<ProjectView.BudgetShare> of(ServiceProject project) {
        if (project.budgetFen() == 0) {
            return List.of();
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select id, allocation_id, amount_fen from project_budget where project_id = ? order by id")) {
            statement.setObject(1, project.id());
            try (var rows = statement.executeQuery()) {
                var shares = new ArrayList<ProjectView.BudgetShare>();
                while (rows.next()) {
                    shares.add(new ProjectView.BudgetShare(rows.getObject(1, UUID.class),
                            rows.getObject(2, UUID.class), rows.getLong(3)));
                }
                return shares;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What the project's budgets still hold, reserved or free, in fen. */
    long heldFen(UUID project) {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement("""
                select coalesce(sum(l.available_fen + l.reserved_fen), 0)::bigint
                from project_budget b join ledger_balance l on l.id = b.id where b.project_id = ?""")) {
            statement.setObject(1, project);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Closes every budget's account; one that holds money refuses. */
    void close(UUID project) {
        var budgets = new ArrayList<UUID>();
        try (var connection = database.getConnection();
                var statement = connection
                        .prepareStatement("select id from project_budget where project_id = ? order by id")) {
            statement.setObject(1, project);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    budgets.add(rows.getObject(1, UUID.class));
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        budgets.forEach(ledger::close);
    }

    private static BudgetView read(ResultSet row) throws SQLException {
        return new BudgetView(row.getObject("id", UUID.class), row.getObject("project_id", UUID.class),
                row.getObject("allocation_id", UUID.class), row.getString("county_code"),
                row.getString("purpose_code"), row.getLong("amount_fen"), row.getLong("debits_fen"),
                row.getLong("reserved_fen"), row.getLong("available_fen"), row.getLong("version"));
    }
}
