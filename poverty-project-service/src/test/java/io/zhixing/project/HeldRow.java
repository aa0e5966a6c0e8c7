package io.zhixing.project;

import java.sql.Connection;
import java.sql.SQLException;

import io.zhixing.platform.testing.database.Database;

/** A row that another transaction keeps, as one that posts to it would, until this is closed. */
final class HeldRow implements AutoCloseable {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Connection holding;
    private final int backend;

    private HeldRow(Connection holding, int backend) {
        this.holding = holding;
        this.backend = backend;
    }

    static HeldRow of(String table, String id) throws SQLException {
        return by(Database.asOwner(), "select pg_backend_pid() from " + table + " where id = ?::uuid for no key update",
                table, id);
    }

    /** The row as a step leaves it that is not committed before {@link #commit}. */
    static HeldRow changed(String table, String set, String id) throws SQLException {
        return changed(Database.asOwner(), table, set, id);
    }

    /** As a role that sees the row: none but callers sees one of a table whose wall is forced. */
    static HeldRow changed(Database role, String table, String set, String id) throws SQLException {
        return by(role,
                "update " + table + " set " + set
                        + ", version = version + 1 where id = ?::uuid returning pg_backend_pid()",
                table, id);
    }

    private static HeldRow by(Database role, String sql, String table, String id) throws SQLException {
        var connection = role.connect();
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new AssertionError("no " + table + " " + id);
                }
                return new HeldRow(connection, row.getInt(1));
            }
        }
    }

    /** How many wait for it, or for one that waits for it. */
    int waiting() {
        return Database.asApplication().query("""
                with recursive waits (pid) as (select ? union
                  select a.pid from pg_stat_activity a join waits w on w.pid = any (pg_blocking_pids(a.pid)))
                select count(*) - 1 from waits""", row -> row.getInt(1), backend).get(0);
    }

    /** Whether nobody holds this row; then we hold it too. */
    boolean takesToo(String table, String id) throws SQLException {
        try (var statement = holding
                .prepareStatement("select from " + table + " where id = ?::uuid for no key update nowait")) {
            statement.setString(1, id);
            statement.execute();
            return true;
        } catch (SQLException refused) {
            if (LOCK_NOT_AVAILABLE.equals(refused.getSQLState())) {
                return false;
            }
            throw refused;
        }
    }

    void commit() throws SQLException {
        holding.commit();
    }

    @Override
    public void close() throws SQLException {
        holding.rollback();
        holding.close();
    }
}
