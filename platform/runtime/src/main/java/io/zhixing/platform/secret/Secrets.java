package io.zhixing.platform.secret;

import java.util.Base64;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;

/** Keys from outside, each 32 bytes in base64 under {@code zhixing.secrets.<name>}; there are no defaults in production. */
@Singleton
public class Secrets {

    private static final int KEY_BYTES = 32;

    private final Config config;

    Secrets(Config config) {
        this.config = config;
    }

    /** The key of this name; the service does not start to use it when it is missing or of another length. */
    public byte[] key(String name) {
        var key = Base64.getDecoder().decode(config.getValue("zhixing.secrets." + name, String.class).trim());
        if (key.length != KEY_BYTES) {
            throw new IllegalStateException("zhixing.secrets." + name + " must be " + KEY_BYTES + " bytes in base64");
        }
        return key;
    }

    public Seal seal(String name) {
        return new Seal(name, key(name));
    }

    public Mac mac(String name) {
        return new Mac(key(name));
    }
}
