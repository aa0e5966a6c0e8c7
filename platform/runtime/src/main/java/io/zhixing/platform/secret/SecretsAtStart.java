package io.zhixing.platform.secret;

import java.util.ArrayList;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * A service that was built and runs ends at its start, with one line, when a key is missing, is none, or is one that
 * everybody can read in our sources: nobody learns of it from the first call that needs the key, or from nobody at all.
 * Whichever profile it is told to run in: with {@code dev} it would have the keys for development.
 */
@Singleton
class SecretsAtStart {

    /** Before whatever sends, consumes or works at the start. */
    private static final int FIRST = 1;

    private final Secrets secrets;

    SecretsAtStart(Secrets secrets) {
        this.secrets = secrets;
    }

    void judge(@Observes @Priority(FIRST) StartupEvent starting) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            refusal().ifPresent(line -> {
                throw new ConfigurationException(line);   // of this kind Quarkus prints the message alone, and ends with 1
            });
        }
    }

    /** All faults in one line, Chinese first; empty when every needed key will do. */
    Optional<String> refusal() {
        var zh = new ArrayList<String>();
        var en = new ArrayList<String>();
        for (var name : secrets.needed()) {
            secrets.fault(name).ifPresent(fault -> {
                zh.add(fault.zh(Secrets.setting(name)));
                en.add(fault.en(Secrets.setting(name)));
            });
        }
        return zh.isEmpty()
                ? Optional.empty()
                : Optional.of("服务不启动，密钥有误：" + String.join("；", zh) + " / The service does not start with these keys: "
                        + String.join("; ", en) + " (docs/operators.md)");
    }
}
