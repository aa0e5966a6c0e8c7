package io.zhixing.platform.devservices;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.deployment.builditem.Startable;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** The configuration of a service as it comes out: what its developer states, above what is supplied, above the platform's. */
final class Settled {

    /** Where Quarkus puts what a dev service of ours supplies: below the service's own settings. */
    private static final int SUPPLIED = 240;
    private static final int STATED = 300;
    private static final Path PLATFORM = Path
            .of("../../runtime/src/main/resources/META-INF/microprofile-config.properties");

    private Settled() {}

    static SmallRyeConfig of(Map<String, String> stated) throws IOException {
        return of(stated, Map.of());
    }

    static SmallRyeConfig of(Map<String, String> stated, Supply supply, Startable started) throws IOException {
        var supplied = new HashMap<String, String>();
        supply.settings().forEach((key, value) -> supplied.put(key, value.apply(started)));
        return of(stated, supplied);
    }

    private static SmallRyeConfig of(Map<String, String> stated, Map<String, String> supplied) throws IOException {
        return new SmallRyeConfigBuilder().withProfile("dev").addDefaultInterceptors()
                .withDefaultValue("zhixing.service", "sample")
                .withSources(new PropertiesConfigSource(stated, "stated", STATED),
                        new PropertiesConfigSource(supplied, "supplied", SUPPLIED),
                        new PropertiesConfigSource(PLATFORM.toUri().toURL(), 90))
                .build();
    }
}
