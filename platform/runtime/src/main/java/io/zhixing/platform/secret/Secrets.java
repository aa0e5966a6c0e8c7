package io.zhixing.platform.secret;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;

/**
 * Keys from outside, each 32 bytes in base64 under {@code zhixing.secrets.<name>}; there are no defaults in production.
 * {@code zhixing.needed-secrets} names those of the service: they are judged before it serves ({@link SecretsAtStart}).
 * Envelopes name the key that closed them: {@code zhixing.secrets.<name>.id}, or the name of the secret. When a key is
 * changed, the former one goes to {@code zhixing.secrets.<name>.old} as {@code id:key}, several with commas between: it
 * opens what it has closed, and closes nothing.
 */
@Singleton
public class Secrets {

    private static final String NEEDED = "zhixing.needed-secrets";
    private static final int KEY_BYTES = 32;

    private final Config config;
    private final Map<String, Seal> seals = new ConcurrentHashMap<>();
    private final Map<String, Mac> macs = new ConcurrentHashMap<>();

    Secrets(Config config) {
        this.config = config;
    }

    /** The key of this name; the service does not start to use it when it is missing or of another length. */
    public byte[] key(String name) {
        if (!needed().contains(name)) {
            throw new IllegalStateException(NEEDED + " does not name " + name + ", so nobody asks for it at the start");
        }
        return key(setting(name), config.getValue(setting(name), String.class));
    }

    List<String> needed() {
        return config.getOptionalValues(NEEDED, String.class).orElse(List.of());
    }

    /** What is wrong with the key of this name; empty when it will do. Never tells the key. */
    Optional<SecretFault> fault(String name) {
        var stated = config.getOptionalValue(setting(name), String.class).map(String::trim);
        return stated.isEmpty() ? Optional.of(SecretFault.MISSING) : SecretFault.of(stated.get(), KEY_BYTES);
    }

    public Seal seal(String name) {
        return seals.computeIfAbsent(name, this::made);
    }

    public Mac mac(String name) {
        return macs.computeIfAbsent(name, key -> new Mac(key(key)));
    }

    private Seal made(String name) {
        var id = config.getOptionalValue(setting(name) + ".id", String.class).orElse(name);
        var keys = old(setting(name) + ".old");
        if (keys.put(id, key(name)) != null) {
            throw new IllegalStateException(setting(name) + ".old names " + id + ", which is the key that closes");
        }
        return new Seal(name, id, keys);
    }

    private Map<String, byte[]> old(String setting) {
        var keys = new LinkedHashMap<String, byte[]>();
        for (var stated : config.getOptionalValues(setting, String.class).orElse(List.of())) {
            var idAndKey = stated.split(":", 2);
            if (idAndKey.length != 2) {
                throw new IllegalStateException(setting + " must be id:key, several with commas between");
            }
            keys.put(idAndKey[0].trim(), key(setting, idAndKey[1]));
        }
        return keys;
    }

    private static byte[] key(String setting, String text) {
        var key = Base64.getDecoder().decode(text.trim());
        if (key.length != KEY_BYTES) {
            throw new IllegalStateException(setting + " must be " + KEY_BYTES + " bytes in base64");
        }
        return key;
    }

    static String setting(String name) {
        return "zhixing.secrets." + name;
    }
}
