package io.zhixing.platform.imports;

import java.io.InputStream;
import java.sql.SQLException;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.zhixing.platform.secret.Seal;
import io.zhixing.platform.secret.Secrets;

/** Uploaded files, sealed part by part: they hold personal data, and a copy of the table must not. */
@Singleton
class UploadStore {

    private final AgroalDataSource database;
    private final Seal seal;

    UploadStore(AgroalDataSource database, Secrets secrets) {
        this.database = database;
        this.seal = secrets.seal("uploads");
    }

    void keep(UUID job, Upload upload) {
        try (var connection = database.getConnection();
                var insert = connection
                        .prepareStatement("insert into import_upload (job_id, part, content) values (?, ?, ?)")) {
            for (int part = 0; part < upload.parts().size(); part++) {
                insert.setObject(1, job);
                insert.setInt(2, part);
                insert.setBytes(3, seal.close(upload.parts().get(part), place(job, part)));
                insert.executeUpdate();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    InputStream open(UUID job) {
        return new Upload.Parts(part -> read(job, part));
    }

    private byte[] read(UUID job, int part) {
        try (var connection = database.getConnection();
                var select = connection
                        .prepareStatement("select content from import_upload where job_id = ? and part = ?")) {
            select.setObject(1, job);
            select.setInt(2, part);
            try (var rows = select.executeQuery()) {
                return rows.next() ? seal.open(rows.getBytes(1), place(job, part)) : null;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String place(UUID job, int part) {
        return "import_upload|" + job + "|" + part;
    }
}
