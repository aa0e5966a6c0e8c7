package io.zhixing.mill;

import io.zhixing.platform.sql.Sql;

/** Breaks: plain SQL in a use case. */
public class WeighFlour {

    private final Sql database;

    WeighFlour(Sql database) {
        this.database = database;
    }

    public long handle() {
        return database.one("select sum(grams) from flour", row -> row.getLong(1));
    }
}
