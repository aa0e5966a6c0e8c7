package io.zhixing.platform.devservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.platform.infrastructure.Ports;
import io.zhixing.platform.infrastructure.ServiceDatabase;

/** A local city that runs beside: its file {@code .zhixing/city.json} tells where everything is. */
final class RunningCity {

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

    Map<String, String> settings(String service) {
        var database = city.at("/services/" + service);
        var url = "jdbc:postgresql://" + city.at("/postgres/host").asText() + ":" + city.at("/postgres/port").asInt()
                + "/"
                + database.path("database").asText(ServiceDatabase.nameOf(service));
        var settings = new HashMap<String, String>();
        settings.put("quarkus.datasource.jdbc.url", url);
        settings.put("quarkus.datasource.username", database.at("/application/user").asText());
        settings.put("quarkus.datasource.password", database.at("/application/password").asText());
        settings.put("quarkus.datasource.pipeline.jdbc.url", url);
        settings.put("quarkus.datasource.pipeline.username", database.at("/pipeline/user").asText());
        settings.put("quarkus.datasource.pipeline.password", database.at("/pipeline/password").asText());
        settings.put("quarkus.flyway.username", database.at("/owner/user").asText());
        settings.put("quarkus.flyway.password", database.at("/owner/password").asText());
        settings.put("kafka.bootstrap.servers", city.path("kafka").asText());
        settings.put("quarkus.oidc.auth-server-url", city.path("identity").asText());
        city.path("secrets").fields().forEachRemaining(
                secret -> settings.put("zhixing.secrets." + secret.getKey(), secret.getValue().asText()));
        return settings;
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
