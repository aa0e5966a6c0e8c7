package io.zhixing.city.launch;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Keys and passwords of one city: drawn at its first start, kept in its data folder, the same ever after. */
final class Secrets {

    /** The names under {@code zhixing.secrets} that the services ask for. */
    private static final List<String> KEYS = List.of("cursor", "answers", "personal-data", "blind-index", "uploads",
            "audit");
    private static final String FILE = "secrets.json";
    private static final int KEY_BYTES = 32;
    private static final int PASSWORD_BYTES = 18;
    private static final String SUPERUSER = "password.superuser";

    private final Map<String, String> values;

    private Secrets(Map<String, String> values) {
        this.values = values;
    }

    /** The three database roles of a service. */
    enum Role {
        OWNER,
        APPLICATION,
        PIPELINE;

        String of(Service service) {
            return service.database() + "_" + key();
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Draws what is missing and writes it down before anything uses it. */
    static Secrets of(DataFolder data) {
        var values = new LinkedHashMap<>(data.read(FILE).orElse(Map.of()));
        int found = values.size();
        values.computeIfAbsent(SUPERUSER, absent -> password());
        for (var service : Service.values()) {
            for (var role : Role.values()) {
                values.computeIfAbsent("password." + role.of(service), absent -> password());
            }
        }
        KEYS.forEach(name -> values.computeIfAbsent("key." + name,
                absent -> Base64.getEncoder().encodeToString(bytes(KEY_BYTES))));
        if (values.size() > found) {
            data.write(FILE, values);
        }
        return new Secrets(values);
    }

    String superuserPassword() {
        return values.get(SUPERUSER);
    }

    String password(Service service, Role role) {
        return values.get("password." + role.of(service));
    }

    /** Base64 keys by name, as the services' {@code zhixing.secrets} name them. */
    Map<String, String> keys() {
        var keys = new LinkedHashMap<String, String>();
        KEYS.forEach(name -> keys.put(name, values.get("key." + name)));
        return keys;
    }

    private static String password() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(PASSWORD_BYTES));
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
