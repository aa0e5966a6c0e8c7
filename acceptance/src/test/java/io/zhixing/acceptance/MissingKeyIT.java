package io.zhixing.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

import io.zhixing.platform.infrastructure.LocalPostgres;
import io.zhixing.platform.infrastructure.Ports;
import io.zhixing.platform.infrastructure.ServiceDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A built service, started as an operator starts it, with keys that will not do. */
@Tag("landing")
@Timeout(400)
class MissingKeyIT {

    private static final String PASSWORD = "local";
    /** As it stands in our sources for everybody to read. */
    private static final String FOR_DEVELOPMENT = "dXBsb2Fkcy1rZXktZm9yLWRldmVsb3BtZW50LW9ubHk=";

    @TempDir
    Path folder;

    @Test
    void ends_with_one_line_that_names_each_bad_key_in_both_languages() throws Exception {
        try (var postgres = LocalPostgres.start(folder.resolve("postgres"), Ports.free(1).get(0), false, PASSWORD,
                folder.resolve("postgres.log"))) {
            // Given
            var settings = settings(postgres.database("organization", PASSWORD, PASSWORD, PASSWORD));
            settings.put("zhixing.secrets.cursor", random());
            settings.put("zhixing.secrets.answers", random());
            settings.put("zhixing.secrets.uploads", FOR_DEVELOPMENT);
            settings.put("zhixing.secrets.blind-index", random());
            // When
            var said = started(settings);
            // Then
            var lines = said.stream().filter(line -> line.contains("zhixing.secrets")).toList();
            assertEquals(1, lines.size(), String.join("\n", said));
            var line = lines.get(0);
            assertTrue(line.contains("服务不启动") && line.contains("zhixing.secrets.audit 缺失"), line);
            assertTrue(line.contains("zhixing.secrets.audit is missing; zhixing.secrets.uploads is readable text"),
                    line);
            assertTrue(line.contains("zhixing.secrets.personal-data is missing"), line);
            assertFalse(line.contains("blind-index") || line.contains(FOR_DEVELOPMENT), line);
            assertFalse(String.join("\n", said).contains("\tat "), "a stack trace beside the line");
        }
    }

    private List<String> started(Map<String, String> settings) throws IOException, InterruptedException {
        var properties = new Properties();
        properties.putAll(settings);
        Files.createDirectories(folder.resolve("config"));
        try (var file = Files.newBufferedWriter(folder.resolve("config/application.properties"))) {
            properties.store(file, null);
        }
        var runner = Path.of("").toAbsolutePath().getParent()
                .resolve("organization-service/target/quarkus-app/quarkus-run.jar");
        var log = folder.resolve("service.log");
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx256m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
                "-Dsun.stdout.encoding=UTF-8", "-Dsun.stderr.encoding=UTF-8", "-jar", runner.toString())
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            assertTrue(process.waitFor(240, TimeUnit.SECONDS), "it goes on");
            assertEquals(1, process.exitValue());
            return Files.readAllLines(log, StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Map<String, String> settings(ServiceDatabase database) {
        var ports = Ports.free(2);
        var settings = new LinkedHashMap<String, String>();
        settings.put("quarkus.datasource.jdbc.url", database.url());
        settings.put("quarkus.datasource.username", database.application().user());
        settings.put("quarkus.datasource.password", database.application().password());
        settings.put("quarkus.datasource.pipeline.username", database.pipeline().user());
        settings.put("quarkus.datasource.pipeline.password", database.pipeline().password());
        settings.put("quarkus.flyway.username", database.owner().user());
        settings.put("quarkus.flyway.password", database.owner().password());
        settings.put("kafka.bootstrap.servers", "127.0.0.1:9");
        settings.put("quarkus.oidc.tenant-enabled", "false");
        settings.put("quarkus.oidc.auth-server-url", "http://127.0.0.1:9/zhixing");
        settings.put("quarkus.http.port", ports.get(0).toString());
        settings.put("quarkus.management.port", ports.get(1).toString());
        return settings;
    }

    private static String random() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
