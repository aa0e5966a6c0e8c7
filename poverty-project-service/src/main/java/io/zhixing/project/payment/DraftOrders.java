package io.zhixing.project.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;
import io.zhixing.platform.time.Ids;

/** Orders that take lines from a file, in a number of statements that does not depend on their number. */
@Singleton
class DraftOrders {

    private static final String COLUMNS = "d.id, d.project_id, d.organization_id, d.organization_path, d.budget_id, "
            + "d.stage, d.amount_fen, d.line_total_fen, d.line_count, d.status, d.status_on, d.version, "
            + "(select b.county_code from project_budget b where b.id = d.budget_id)";

    private final Sql database;

    DraftOrders(Sql database) {
        this.database = database;
    }

    /** An order whose row is locked. {@code countyCode} is the budget's. */
    record Draft(UUID id, UUID projectId, UUID organizationId, String path, UUID budgetId, OrderStage stage,
            long amountFen, long lineTotalFen, int lineCount, OrderState state, LocalDate stateOn, long version,
            String countyCode) {

        /** All lines of a draft are pending. */
        Disbursement.Changed changed() {
            return new Disbursement.Changed(id, version, organizationId, stateOn, projectId, budgetId, stage,
                    amountFen, state, state, new Disbursement.LineTotals(lineCount, lineTotalFen, 0, 0, 0));
        }
    }

    record Stored(UUID id, String payeeName, long amountFen, UUID beneficiaryId, UUID obligationId) {}

    record Added(UUID id, Draft order, int lineNo, PayeeLine line) {

        static Added to(Draft order, int lineNo, PayeeLine line) {
            return new Added(Ids.next(), order, lineNo, line);
        }
    }

    /** Those of these that the caller sees, by id, locked in the order of their ids. */
    TreeMap<UUID, Draft> lock(Collection<UUID> ids) {
        return orders("select " + COLUMNS + " from disbursement d where d.id = any (?) order by d.id for no key update",
                ids);
    }

    /** The lines of these orders by order and number. */
    Map<String, Stored> lines(Collection<UUID> orders) {
        return database.map("""
                select disbursement_id, line_no, id, payee_name, amount_fen, beneficiary_id, obligation_id
                from payment where disbursement_id = any (?)""", row -> row.getString(1) + ":" + row.getInt(2),
                row -> new Stored(row.getObject(3, UUID.class), row.getString(4), row.getLong(5),
                        row.getObject(6, UUID.class), row.getObject(7, UUID.class)),
                SqlArray.uuids(orders));
    }

    /** The orders that took lines, in their next version. */
    TreeMap<UUID, Draft> add(List<Added> added) {
        Batch.of(added).column("uuid", one -> one.order().id()).column("text", one -> one.order().path())
                .column("uuid", Added::id).column("integer", Added::lineNo)
                .column("uuid", one -> one.line().beneficiaryId())
                .column("text", one -> one.line().storedName())
                .column("uuid", one -> one.line().obligationId())
                .column("bigint", one -> one.line().amountFen()).update(database,
                        """
                    insert into payment (disbursement_id, organization_path, id, line_no, beneficiary_id, payee_name, obligation_id, amount_fen)
                    select * from unnest(?::uuid[], ?::text[], ?::uuid[], ?::integer[], ?::uuid[], ?::text[], ?::uuid[], ?::bigint[])""");
        return orders("""
                update disbursement d set line_total_fen = l.fen, line_count = l.count, version = d.version + 1
                from (select disbursement_id, sum(amount_fen)::bigint as fen, count(*)::integer as count from payment
                      where disbursement_id = any (?) group by disbursement_id) l
                where d.id = l.disbursement_id returning\s""" + COLUMNS,
                added.stream().map(one -> one.order().id()).distinct().toList());
    }

    private TreeMap<UUID, Draft> orders(String sql, Collection<UUID> ids) {
        return new TreeMap<>(
                database.map(sql, row -> row.getObject(1, UUID.class), DraftOrders::draft, SqlArray.uuids(ids)));
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class),
                row.getString(4), row.getObject(5, UUID.class), OrderStage.valueOf(row.getString(6)), row.getLong(7),
                row.getLong(8), row.getInt(9), OrderState.valueOf(row.getString(10)),
                row.getObject(11, LocalDate.class), row.getLong(12), row.getString(13));
    }
}
