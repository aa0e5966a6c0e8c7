package io.zhixing.platform.devservices;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Collectors;

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
        var missing = missing();
        if (missing.isEmpty()) {
            return null;
        }
        var service = ConfigProvider.getConfig().getValue("zhixing.service", String.class);
        var running = mode.getLaunchMode() == LaunchMode.DEVELOPMENT
                ? RunningCity.find(Path.of("").toAbsolutePath())
                : Optional.<RunningCity>empty();
        if (running.isPresent()) {
            return DevServicesResultBuildItem.discovered().feature(FEATURE).name("Zhixing local city")
                    .containerId("local-city")
                    .config(running.get().settings(service)).build();
        }
        var classPath = application.getApplicationModel().getDependencies().stream()
                .flatMap(dependency -> dependency.getResolvedPaths().stream()).map(Path::toString)
                .collect(Collectors.joining(java.io.File.pathSeparator));
        return DevServicesResultBuildItem.owned().feature(FEATURE).name("Zhixing infrastructure").serviceName(service)
                .serviceConfig(service + missing)
                .startable(() -> new Infrastructure(service, missing, classPath))
                .configProvider(Infrastructure.settings(missing)).build();
    }

    private static EnumSet<Part> missing() {
        var missing = EnumSet.noneOf(Part.class);
        for (var part : Part.values()) {
            if (ConfigProvider.getConfig().getOptionalValue(part.key(), String.class).isEmpty()) {
                missing.add(part);
            }
        }
        return missing;
    }
}
