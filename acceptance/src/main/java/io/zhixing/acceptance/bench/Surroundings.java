package io.zhixing.acceptance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.zhixing.acceptance.Commit;
import io.zhixing.city.launch.Service;

/** What a figure cannot be read without: versions, commit, rows, settings, heap, cores, load. */
final class Surroundings {

    private static final List<String> SETTINGS = List.of("server_version", "fsync", "synchronous_commit",
            "full_page_writes", "wal_level", "max_wal_size", "checkpoint_timeout", "shared_buffers", "max_connections");
    private static final Map<Service, List<String>> TABLES = Map.of(Service.ORGANIZATION,
            List.of("party_organization", "party_member", "roll_period"), Service.SESSION,
            List.of("study_session", "attendance", "study_tally", "member_ref"));

    private Surroundings() {}

    /** Name and value, in the order in which they are shown. */
    static Map<String, String> of(BenchCity city, BenchOptions options, Path root, String loadBefore)
            throws IOException, SQLException, InterruptedException {
        var all = new LinkedHashMap<String, String>();
        all.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        all.put("commit", Commit.of(root));
        all.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        all.put("service JVM", String.join(" ", city.jvm()));
        settings(city, all);
        all.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        all.put("clients", options.clients() + ", in the same computer");
        all.put("rounds",
                "%d pairs of %d s after %d s".formatted(options.pairs(), options.seconds(), options.warmUpSeconds()));
        all.put("load average before, after", loadBefore + ", " + load());
        all.put("errors", "0");
        return all;
    }

    static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }

    private static void settings(BenchCity city, Map<String, String> all) throws SQLException {
        for (var database : List.of(Service.ORGANIZATION, Service.SESSION)) {
            try (var connection = city.superuser(database); var statement = connection.createStatement()) {
                if (database == Service.ORGANIZATION) {
                    for (var name : SETTINGS) {
                        try (var rows = statement.executeQuery("show " + name)) {
                            rows.next();
                            all.put("PostgreSQL " + name, rows.getString(1));
                        }
                    }
                }
                for (var table : TABLES.get(database)) {
                    all.put("rows of " + table, "%,d".formatted(SyntheticRegister.count(connection, table)));
                }
            }
        }
    }
}
