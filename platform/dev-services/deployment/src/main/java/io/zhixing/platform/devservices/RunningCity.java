package io.zhixing.platform.devservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.deployment.builditem.Startable;
import io.zhixing.platform.infrastructure.Ports;
import io.zhixing.platform.infrastructure.ServiceDatabase;

/**
 * A local city that runs beside: its file {@code .zhixing/city.json} tells where everything is. Nothing of it is started or
 * ended here.
 */
final class RunningCity implements Startable {

    private final JsonNode city;

    private RunningCity(JsonNode city) {
        this.city = city;
    }

    /** Looks from the folder upwards; a file whose PostgreSQL does not answer is left over from a city that has ended. */
    static Optional<RunningCity> find(Path start) {
        for (var folder = start; folder != null; folder = folder.getParent()) {
            var file = folder.resolve(".zhixing").resolve("city.json");
            if (Files.isReadable(file)) {
                return Optional.of(new RunningCity(read(file))).filter(RunningCity::runs);
            }
        }
        return Optional.empty();
    }

    /** The keys belong to the database: what stands in it was sealed with them. */
    Map<String, String> settings(String service, EnumSet<Part> parts) {
        var settings = new HashMap<String, String>();
        if (parts.contains(Part.DATABASE)) {
            var database = city.at("/services/" + service);
            var url = server() + "/" + database.path("database").asText(ServiceDatabase.nameOf(service));
            settings.put("quarkus.datasource.jdbc.url", url);
            settings.put("quarkus.datasource.username", database.at("/application/user").asText());
            settings.put("quarkus.datasource.password", database.at("/application/password").asText());
            settings.put("quarkus.datasource.pipeline.jdbc.url", url);
            settings.put("quarkus.datasource.pipeline.username", database.at("/pipeline/user").asText());
            settings.put("quarkus.datasource.pipeline.password", database.at("/pipeline/password").asText());
            settings.put("quarkus.flyway.username", database.at("/owner/user").asText());
            settings.put("quarkus.flyway.password", database.at("/owner/password").asText());
            city.path("secrets").fields().forEachRemaining(
                    secret -> settings.put("zhixing.secrets." + secret.getKey(), secret.getValue().asText()));
        }
        if (parts.contains(Part.BROKER)) {
            settings.put("kafka.bootstrap.servers", city.path("kafka").asText());
        }
        if (parts.contains(Part.IDENTITY)) {
            settings.put("quarkus.oidc.auth-server-url", city.path("identity").asText());
        }
        return settings;
    }

    @Override
    public void start() {
        // it runs
    }

    @Override
    public String getConnectionInfo() {
        return server();
    }

    @Override
    public String getContainerId() {
        return null;
    }

    @Override
    public void close() {
        // it goes on: it is the city's
    }

    private String server() {
        return "jdbc:postgresql://" + city.at("/postgres/host").asText() + ":" + city.at("/postgres/port").asInt();
    }

    private boolean runs() {
        return Ports.answers(city.at("/postgres/port").asInt());
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
