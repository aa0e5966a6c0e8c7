package io.zhixing.city.launch;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

import io.zhixing.city.launch.Secrets.Role;

/**
 * What a service is told from outside, in a file that the owner alone may read, where a command line or an environment
 * would show the passwords.
 */
final class ServiceSettings {

    /** The jar's own application.properties has 250, the environment 300. */
    private static final String ABOVE_THE_JAR = "260";

    private final Ports ports;
    private final Secrets secrets;
    private final String issuer;

    ServiceSettings(Ports ports, Secrets secrets, String issuer) {
        this.ports = ports;
        this.secrets = secrets;
        this.issuer = issuer;
    }

    void writeTo(Path file, Service service) {
        var properties = new Properties();
        properties.putAll(of(service));
        var text = new StringWriter();
        try {
            properties.store(text, null);
            DataFolder.writePrivately(file, text.toString().getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Map<String, String> of(Service service) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("config_ordinal", ABOVE_THE_JAR);
        var database = "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + service.database();
        settings.put("quarkus.datasource.jdbc.url", database);
        settings.put("quarkus.datasource.username", Role.APPLICATION.of(service));
        settings.put("quarkus.datasource.password", secrets.password(service, Role.APPLICATION));
        settings.put("quarkus.datasource.pipeline.jdbc.url", database);
        settings.put("quarkus.datasource.pipeline.username", Role.PIPELINE.of(service));
        settings.put("quarkus.datasource.pipeline.password", secrets.password(service, Role.PIPELINE));
        settings.put("quarkus.flyway.username", Role.OWNER.of(service));
        settings.put("quarkus.flyway.password", secrets.password(service, Role.OWNER));
        settings.put("kafka.bootstrap.servers", "127.0.0.1:" + ports.kafka());
        settings.put("quarkus.oidc.auth-server-url", issuer);
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", Integer.toString(ports.service(service)));
        settings.put("quarkus.management.host", "127.0.0.1");
        settings.put("quarkus.management.port", Integer.toString(ports.management(service)));
        // Nobody routes to a stopping local service, so there is nothing to wait for before the drain.
        settings.put("quarkus.shutdown.delay", "0S");
        settings.put("quarkus.shutdown.timeout", "3S");
        secrets.keys().forEach((name, key) -> settings.put("zhixing.secrets." + name, key));
        return settings;
    }
}
