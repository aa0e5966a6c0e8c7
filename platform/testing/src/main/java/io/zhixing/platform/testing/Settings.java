package io.zhixing.platform.testing;

import org.eclipse.microprofile.config.ConfigProvider;

/** The settings of the service under test: what dev services, a local city or a build server have given it. */
public final class Settings {

    private Settings() {}

    /** @throws AssertionError naming the key when it is not set, which mostly means that the class is no {@code @QuarkusTest} */
    public static String required(String key) {
        return ConfigProvider.getConfig().getOptionalValue(key, String.class)
                .orElseThrow(() -> new AssertionError(key + " is not set; is the class a @QuarkusTest?"));
    }

    public static String get(String key, String otherwise) {
        return ConfigProvider.getConfig().getOptionalValue(key, String.class).orElse(otherwise);
    }

    /** The service's name in paths, scopes and event types, such as {@code poverty-project}. */
    public static String service() {
        return required("zhixing.service");
    }
}
