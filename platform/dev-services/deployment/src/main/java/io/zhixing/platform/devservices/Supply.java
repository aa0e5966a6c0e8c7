package io.zhixing.platform.devservices;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import io.quarkus.deployment.builditem.Startable;
import org.eclipse.microprofile.config.Config;

/**
 * Where a service's outside parts come from: what is configured is used as it is, with the users, passwords and keys that
 * are configured with it; the others are those of a running city, or else are started. Whatever is given here stands below
 * the service's own settings, so that a single one of them may still be stated.
 *
 * @param parts those that are not configured
 * @param city where they are taken from; empty when they are to be started
 */
record Supply(String service, EnumSet<Part> parts, Optional<RunningCity> city) {

    static Supply of(Config config, Supplier<Optional<RunningCity>> running) {
        var missing = Part.missing(config);
        return new Supply(config.getValue("zhixing.service", String.class), missing,
                missing.isEmpty() ? Optional.empty() : running.get());
    }

    boolean isNeeded() {
        return !parts.isEmpty();
    }

    String name() {
        return city.isPresent() ? "Zhixing local city" : "Zhixing infrastructure";
    }

    /** What must be alike for a supply to go on when the service is built anew. */
    String likeness() {
        return service + parts + city.map(RunningCity::getConnectionInfo).orElse("");
    }

    /** @param classPath of the child JVMs */
    Startable startable(String classPath) {
        return city.isPresent() ? city.get() : new Infrastructure(service, parts, classPath);
    }

    /** Settings of the service, by key, once the startable is started. */
    Map<String, Function<Startable, String>> settings() {
        var settings = new HashMap<String, Function<Startable, String>>();
        if (city.isPresent()) {
            city.get().settings(service, parts).forEach((key, value) -> settings.put(key, joined -> value));
        } else {
            Infrastructure.settings(parts)
                    .forEach((key, value) -> settings.put(key, started -> value.apply((Infrastructure) started)));
        }
        return settings;
    }
}
