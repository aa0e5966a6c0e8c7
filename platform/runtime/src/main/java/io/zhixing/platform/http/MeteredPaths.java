package io.zhixing.platform.http;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;

/**
 * Keeps callers' words out of the metrics: the address of a call that no operation has stands there as it was sent, and so
 * does the name of a method that is none.
 */
public class MeteredPaths {

    private static final String HIDDEN = "…";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    /** A word of an address, or the name of a parameter in its template. */
    private static final Pattern SEGMENT = Pattern.compile("|[a-z][a-z0-9-]{0,39}|\\{\\w+}|[A-Z_]+");

    @Produces
    @Singleton
    MeterFilter callersWords() {
        return new MeterFilter() {

            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().startsWith("http.")
                        ? id.replaceTags(id.getTags().stream()
                                .map(MeteredPaths::shown).toList())
                        : id;
            }
        };
    }

    static Tag shown(Tag tag) {
        return switch (tag.getKey()) {
            case "uri" -> Tag.of("uri", Arrays.stream(tag.getValue().split("/", -1))
                    .map(segment -> SEGMENT.matcher(segment).matches() ? segment : HIDDEN)
                    .collect(Collectors.joining("/")));
            case "method" -> METHODS.contains(tag.getValue()) ? tag : Tag.of("method", "OTHER");
            default -> tag;
        };
    }
}
