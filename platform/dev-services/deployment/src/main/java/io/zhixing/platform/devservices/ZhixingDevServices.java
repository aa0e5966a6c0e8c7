package io.zhixing.platform.devservices;

import java.nio.file.Path;
import java.util.Optional;

import io.quarkus.deployment.IsDevServicesSupportedByLaunchMode;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import io.quarkus.deployment.pkg.builditem.CurateOutcomeBuildItem;
import io.quarkus.runtime.LaunchMode;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Brings PostgreSQL, Kafka and an identity server to {@code quarkus:dev} and to tests, without containers. What is
 * configured from outside is used as it is; in dev mode a running local city is joined.
 */
@BuildSteps(onlyIf = {IsDevServicesSupportedByLaunchMode.class, DevServicesConfig.Enabled.class})
class ZhixingDevServices {

    private static final String FEATURE = "zhixing-dev-services";

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    @BuildStep
    DevServicesResultBuildItem infrastructure(CurateOutcomeBuildItem application, LaunchModeBuildItem mode) {
        var supply = Supply.of(ConfigProvider.getConfig(), () -> mode.getLaunchMode() == LaunchMode.DEVELOPMENT
                ? RunningCity.find(Path.of("").toAbsolutePath())
                : Optional.empty());
        if (!supply.isNeeded()) {
            return null;
        }
        var classPath = ClassPath.ofServers(application.getApplicationModel());
        // A city is "owned" too: what Quarkus calls discovered gives way to every default, the keys for development too.
        return DevServicesResultBuildItem.owned().feature(FEATURE).name(supply.name()).serviceName(supply.service())
                .serviceConfig(supply.likeness())
                .startable(() -> supply.startable(classPath)).configProvider(supply.settings()).build();
    }
}
