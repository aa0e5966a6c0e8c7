package io.zhixing.platform.figures;

import java.util.List;

import jakarta.inject.Singleton;

import io.zhixing.platform.sql.Sql;

/** How far the consumers of this service have come. */
@Singleton
public class FreshnessTable {

    private final Sql database;

    FreshnessTable(Sql database) {
        this.database = database;
    }

    public List<Figures.Freshness> read() {
        return database.list("""
                select consumer, applied_until, (select count(distinct aggregate_id) from parked_event p where p.consumer = c.consumer)
                from consumer_progress c order by consumer""",
                row -> new Figures.Freshness(row.getString(1), row.getTimestamp(2).toInstant(), row.getLong(3)));
    }
}
