package io.zhixing.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** After every test: what the ledger keeps equals what its entries say. */
final class NoDrift implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext context) {
        for (var view : List.of("ledger_drift", "reservation_drift", "obligation_drift", "document_drift")) {
            assertEquals(List.of(), Database.asApplication().query("select * from " + view,
                    row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3)), view);
        }
    }
}
