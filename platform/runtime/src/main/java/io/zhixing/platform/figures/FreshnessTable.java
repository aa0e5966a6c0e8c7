package io.zhixing.platform.figures;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;

/** How far the consumers of this service have come. */
@Singleton
public class FreshnessTable {

    private final AgroalDataSource database;

    FreshnessTable(AgroalDataSource database) {
        this.database = database;
    }

    public List<Figures.Freshness> read() {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement("""
                select consumer, applied_until, (select count(distinct aggregate_id) from parked_event p where p.consumer = c.consumer)
                from consumer_progress c order by consumer"""); var rows = statement.executeQuery()) {
            var freshness = new ArrayList<Figures.Freshness>();
            while (rows.next()) {
                freshness.add(
                        new Figures.Freshness(rows.getString(1), rows.getTimestamp(2).toInstant(), rows.getLong(3)));
            }
            return freshness;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
