package io.zhixing.platform.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A real PostgreSQL 17 from its binaries. {@code durable} switches on what the embedded server has off by default
 * (fsync, full_page_writes, synchronous_commit): the local city and every fault test want it, ordinary tests do not.
 * Roles sign in with passwords; the superuser's is the caller's, and no service gets it.
 */
public final class LocalPostgres implements AutoCloseable {

    private static final String SUPERUSER = "postgres";

    private final EmbeddedPostgres server;
    private final String superuserPassword;

    private LocalPostgres(EmbeddedPostgres server, String superuserPassword) {
        this.server = server;
        this.superuserPassword = superuserPassword;
    }

    /**
     * Starts on a data folder, which is made when it is empty and kept otherwise.
     *
     * @param log file for the server's own output
     */
    public static LocalPostgres start(Path data, int port, boolean durable, String superuserPassword, Path log) {
        return start(data, port, durable, superuserPassword, log, process -> {});
    }

    /**
     * The same for a caller that may be ended meanwhile.
     *
     * @param started told of the server's process before the server answers
     */
    public static LocalPostgres start(Path data, int port, boolean durable, String superuserPassword, Path log,
            Consumer<ProcessHandle> started) {
        Ports.requireFree(port);
        try {
            Files.createDirectories(data);
            Files.createDirectories(log.getParent());
            var durability = durable ? "on" : "off";
            var server = new PostgresStart(data, started)
                    .run(EmbeddedPostgres.builder().setPort(port).setDataDirectory(data).setCleanDataDirectory(false)
                            .setOverrideWorkingDirectory(binaries().toFile()).setRegisterShutdownHook(true)
                            .setPGStartupWait(ChildJvm.START)
                            .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .setConnectConfig("password", superuserPassword)
                            .setServerConfig("listen_addresses", "127.0.0.1").setServerConfig("max_connections", "200")
                            .setServerConfig("fsync", durability).setServerConfig("full_page_writes", durability)
                            .setServerConfig("synchronous_commit", durability).setServerConfig("wal_level", "logical")
                            // What makes a stolen password file dear to guess makes each sign-in of a test dear.
                            .setServerConfig("scram_iterations", durable ? "4096" : "1")
                            // The lines DETAIL and CONTEXT of an error hold whole rows, names among them.
                            .setServerConfig("log_error_verbosity", "terse")
                            // Memory that is touched only as far as there is data; with a quarter of it, the city at full size read and
                            // wrote two million pages anew, and after each checkpoint wrote whole pages into its log.
                            .setServerConfig("shared_buffers", durable ? "1GB" : "256MB")
                            .setServerConfig("max_wal_size", durable ? "8GB" : "1GB")
                            .setServerConfig("checkpoint_timeout", durable ? "30min" : "5min")
                            .setServerConfig("timezone", "UTC")
                            .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                            .setServerConfig("pg_stat_statements.track", "top")
                            .setLocaleConfig("locale-provider", "icu").setLocaleConfig("icu-locale", "zh-Hans-CN")
                            .setLocaleConfig("locale", "C").setLocaleConfig("encoding", "UTF8"));
            var postgres = new LocalPostgres(server, superuserPassword);
            postgres.requirePasswords(data);
            return postgres;
        } catch (IOException | SQLException | IllegalStateException failure) {
            throw new InfrastructureFailure("PostgreSQL does not start (see " + log + ")", failure);
        }
    }

    /** The server process that runs on a data folder, whoever started it. */
    public static Optional<ProcessHandle> process(Path data) {
        return Postmaster.of(data);
    }

    public int port() {
        return server.getPort();
    }

    /** Makes the service's database and roles where they are missing, and sets the passwords. */
    public ServiceDatabase database(String service, String ownerPassword, String applicationPassword,
            String pipelinePassword) {
        var name = ServiceDatabase.nameOf(service);
        var owner = new ServiceDatabase.Role(name + "_owner", ownerPassword);
        var application = new ServiceDatabase.Role(name + "_application", applicationPassword);
        var pipeline = new ServiceDatabase.Role(name + "_pipeline", pipelinePassword);
        try (var connection = superuser("postgres")) {
            for (var role : List.of(owner, application, pipeline)) {
                ensureRole(connection, role);
            }
            if (!exists(connection, "select from pg_database where datname = '" + name + "'")) {
                execute(connection, "create database " + name + " owner " + owner.user());
            }
        } catch (SQLException failure) {
            throw new InfrastructureFailure("Database " + name + " cannot be made", failure);
        }
        try (var connection = superuser(name)) {
            execute(connection, "create extension if not exists pg_stat_statements");
            execute(connection, "revoke all on schema public from public");
            execute(connection, "alter schema public owner to " + owner.user());
            execute(connection, "grant usage on schema public to " + application.user() + ", " + pipeline.user());
            execute(connection, "grant pg_read_all_stats to " + owner.user());
            execute(connection,
                    "grant execute on function pg_stat_statements_reset(oid, oid, bigint, boolean) to " + owner.user());
            execute(connection, "revoke connect on database " + name + " from public");
            execute(connection,
                    "grant connect on database " + name + " to " + application.user() + ", " + pipeline.user());
        } catch (SQLException failure) {
            throw new InfrastructureFailure("Database " + name + " cannot be set up", failure);
        }
        return new ServiceDatabase(service, "jdbc:postgresql://127.0.0.1:" + port() + "/" + name, owner, application,
                pipeline);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new InfrastructureFailure("PostgreSQL does not stop", failure);
        }
    }

    /**
     * The embedded server trusts everybody on the loopback address; from here on roles show a password. At every start:
     * whatever cut the first one short, none is left out for ever.
     */
    private void requirePasswords(Path data) throws SQLException, IOException {
        try (var connection = superuser("postgres")) {
            execute(connection, "set password_encryption = 'scram-sha-256'");
            execute(connection, "alter role " + SUPERUSER + " password '" + superuserPassword + "'");
            var draft = Files.writeString(data.resolve("pg_hba.conf.new"), "host all all 127.0.0.1/32 scram-sha-256\n");
            Files.move(draft, data.resolve("pg_hba.conf"), StandardCopyOption.ATOMIC_MOVE);
            execute(connection, "select pg_reload_conf()");
        }
    }

    private static void ensureRole(Connection connection, ServiceDatabase.Role role) throws SQLException {
        if (!exists(connection, "select from pg_roles where rolname = '" + role.user() + "'")) {
            execute(connection,
                    "create role " + role.user() + " login nosuperuser nocreatedb nocreaterole nobypassrls");
        }
        execute(connection, "alter role " + role.user() + " password '" + role.password() + "'");
    }

    private Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port() + "/" + database, SUPERUSER,
                superuserPassword);
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Unpacked once for all modules and runs of this user. */
    private static Path binaries() throws IOException {
        var cache = System.getenv().getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
        return Files.createDirectories(Path.of(cache, "zhixing", "postgres"));
    }
}
