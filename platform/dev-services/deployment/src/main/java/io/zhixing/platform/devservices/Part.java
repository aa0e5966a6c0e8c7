package io.zhixing.platform.devservices;

import java.util.EnumSet;

import org.eclipse.microprofile.config.Config;

/** What a service needs from outside, each with the key by which one sees that it is configured. */
enum Part {
    DATABASE("quarkus.datasource.jdbc.url"),
    BROKER("kafka.bootstrap.servers"),
    IDENTITY(
            "quarkus.oidc.auth-server-url");

    private final String key;

    Part(String key) {
        this.key = key;
    }

    static EnumSet<Part> missing(Config config) {
        var missing = EnumSet.noneOf(Part.class);
        for (var part : values()) {
            if (config.getOptionalValue(part.key, String.class).isEmpty()) {
                missing.add(part);
            }
        }
        return missing;
    }
}
