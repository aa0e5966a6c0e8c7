package io.zhixing.platform.http;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many bytes a request body may have. The server's own limit stands above both, so that the answer is ours. */
@StaticInitSafe
@ConfigMapping(prefix = "zhixing.body-limit")
public interface BodyLimits {

    @WithDefault("1048576")
    long json();

    @WithDefault("67108864")
    long imports();

    default long of(String path) {
        return path.endsWith("/imports") ? imports() : json();
    }
}
