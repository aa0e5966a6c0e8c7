package io.zhixing.project.ledger;

import java.sql.SQLException;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;

/** Whether what is kept equals what its entries say, over the whole ledger. */
@Singleton
public class Drift {

    private final AgroalDataSource database;

    Drift(AgroalDataSource database) {
        this.database = database;
    }

    public DriftView count() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        """
                select (select count(*) from ledger_drift), (select count(*) from reservation_drift), (select count(*) from obligation_drift)""");
                var row = statement.executeQuery()) {
            row.next();
            return new DriftView(row.getLong(1), row.getLong(2), row.getLong(3));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
