package io.zhixing.platform.imports;

import java.io.InputStream;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.secret.Seal;
import io.zhixing.platform.secret.Secrets;
import io.zhixing.platform.sql.Sql;

/** Uploaded files, sealed part by part: they hold personal data, and a copy of the table must not. */
@Singleton
class UploadStore {

    private final Sql database;
    private final Seal seal;

    UploadStore(Sql database, Secrets secrets) {
        this.database = database;
        this.seal = secrets.seal("uploads");
    }

    void keep(UUID job, Upload upload) {
        for (int part = 0; part < upload.parts().size(); part++) {
            database.update("insert into import_upload (job_id, part, content) values (?, ?, ?)", job, part,
                    seal.close(upload.parts().get(part), place(job, part)));
        }
    }

    InputStream open(UUID job) {
        return new Upload.Parts(part -> read(job, part));
    }

    private byte[] read(UUID job, int part) {
        return database.first("select content from import_upload where job_id = ? and part = ?",
                row -> seal.open(row.getBytes(1), place(job, part)), job, part).orElse(null);
    }

    private static String place(UUID job, int part) {
        return "import_upload|" + job + "|" + part;
    }
}
