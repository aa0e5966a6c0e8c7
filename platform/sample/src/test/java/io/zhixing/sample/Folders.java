package io.zhixing.sample;

import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.zhixing.platform.time.Ids;

/** Folders for tests: each test has its own. */
@Singleton
public class Folders {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final AgroalDataSource database;

    Folders(AgroalDataSource database) {
        this.database = database;
    }

    public record Folder(UUID id, String code, String path) {}

    public Folder top() {
        return create("/" + label() + "/");
    }

    public Folder in(Folder parent) {
        return create(parent.path() + label() + "/");
    }

    private Folder create(String path) {
        var folder = new Folder(Ids.next(), "F" + path.replace("/", "-"), path);
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into folder (id, code, path) values (?, ?, ?)")) {
            insert.setObject(1, folder.id());
            insert.setString(2, folder.code());
            insert.setString(3, folder.path());
            insert.executeUpdate();
            return folder;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String label() {
        return String.format("%04d", NEXT.incrementAndGet());
    }
}
