package io.zhixing.project.payment;

import java.time.LocalDate;
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

    /**
     * What an approval of an order would find.
     *
     * @param availableFen what its budget holds, not counting what is reserved
     */
    record Prospect(boolean projectTakes, boolean sourcePays, long availableFen) {

        /** Where nobody asks: nothing stands against the order. */
        static final Prospect NOT_ASKED = new Prospect(true, true, Long.MAX_VALUE);
    }

    /** What an approval would find now; when it comes, the ledger judges it anew, under its locks. */
    Prospect prospect(UUID order) {
        return database.one("select project_takes, source_pays, available_fen from order_prospect(?)",
                row -> new Prospect(row.getBoolean(1), row.getBoolean(2), row.getLong(3)), order);
    }

    /** Whether the budget's source, which the caller may not see, gives money on that day. */
    boolean givesOn(UUID budget, LocalDate on) {
        return database.one("select budget_gives_on(?, ?)", row -> row.getBoolean(1), budget, on);
    }

    /** How much more may be advanced on a budget by the rule of that day, in fen. */
    long advanceRoomFen(UUID budget, LocalDate on) {
        return database.one("select advance_room(?, ?)", row -> row.getLong(1), budget, on);
    }

    /** How much more may go out for works on a budget by the rule of that day, in fen; without end once its project was accepted. */
    long roomBeforeAcceptanceFen(UUID budget, LocalDate on) {
        return database.one("select coalesce(room_before_acceptance(?, ?), 9223372036854775807)",
                row -> row.getLong(1), budget, on);
    }

    boolean isAcceptedBy(UUID project, LocalDate on) {
        return database.one(
                "select exists (select from acceptance where project_id = ? and verdict = 'PASSED' and held_on <= ?)",
                row -> row.getBoolean(1), project, on);
    }

    /** Where the county sits that decides on a project's orders. Keeps the project as it is until the commit: projects are locked before orders. */
    String officeOfHeld(UUID project) {
        return database.one("select county_office(organization_path) from project where id = ? for share",
                row -> row.getString(1), project);
    }
}
