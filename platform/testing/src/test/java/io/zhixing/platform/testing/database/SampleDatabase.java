package io.zhixing.platform.testing.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** One real PostgreSQL for the tests of this module, with a fresh database for whoever asks. */
final class SampleDatabase {

    private static final EmbeddedPostgres SERVER = start();
    private static int made;

    private SampleDatabase() {}

    /** A database of its own, entered as its owner. */
    static synchronized Database fresh(String... statements) {
        var name = "sample" + made++;
        run("postgres", "create database " + name);
        run(name, "create extension pg_stat_statements");
        for (var statement : statements) {
            run(name, statement);
        }
        return Database.at(SERVER.getJdbcUrl("postgres", name), "postgres", "");
    }

    private static void run(String database, String sql) {
        try (var connection = Database.at(SERVER.getJdbcUrl("postgres", database), "postgres", "").connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().setServerConfig("shared_preload_libraries", "pg_stat_statements").start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
