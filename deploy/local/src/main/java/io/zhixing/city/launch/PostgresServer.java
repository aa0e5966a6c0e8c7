package io.zhixing.city.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

import io.zhixing.city.launch.Secrets.Role;
import io.zhixing.platform.infrastructure.LocalPostgres;

/**
 * PostgreSQL under a small JVM in a session of its own: the embedded server starts its process itself and beside its
 * parent, where Ctrl-C in the terminal would end the database before the services have drained (docs/adr/0004).
 */
public final class PostgresServer {

    static final String READY = "postgres.ready";

    private PostgresServer() {}

    /** Arguments: data folder of the city, port. Ends by SIGTERM, and PostgreSQL with it. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Path.of(arguments[0]);
        var secrets = Secrets.of(DataFolder.heldByParent(folder));
        var postgres = LocalPostgres.start(folder.resolve("postgres"), Integer.parseInt(arguments[1]), true,
                secrets.superuserPassword(), folder.resolve("logs/postgres.log"));
        for (var service : Service.values()) {
            postgres.database(service.prefix(), secrets.password(service, Role.OWNER),
                    secrets.password(service, Role.APPLICATION), secrets.password(service, Role.PIPELINE));
        }
        Files.writeString(folder.resolve(READY), Long.toString(ProcessHandle.current().pid()));
        new CountDownLatch(1).await();
    }
}
