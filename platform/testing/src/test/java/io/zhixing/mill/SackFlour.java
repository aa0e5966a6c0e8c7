package io.zhixing.mill;

import java.util.List;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.sql.Sql;

/** Breaks: many rows written by a use case. */
public class SackFlour {

    private final Sql database;

    SackFlour(Sql database) {
        this.database = database;
    }

    public int handle(List<String> flours) {
        return Batch.of(flours).column("text", flour -> flour).update(database,
                "insert into sack select * from unnest(?)");
    }
}
