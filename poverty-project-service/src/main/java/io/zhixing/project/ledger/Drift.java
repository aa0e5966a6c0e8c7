package io.zhixing.project.ledger;

import jakarta.inject.Singleton;

import io.zhixing.platform.sql.Sql;

/** Whether what is kept equals what its entries say, over the whole ledger. */
@Singleton
public class Drift {

    private final Sql database;

    Drift(Sql database) {
        this.database = database;
    }

    public DriftView count() {
        return database.one(
                """
                select (select count(*) from ledger_drift), (select count(*) from reservation_drift), (select count(*) from obligation_drift),
                       (select count(*) from document_drift)""",
                row -> new DriftView(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    }
}
