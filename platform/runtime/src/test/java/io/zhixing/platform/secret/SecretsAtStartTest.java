package io.zhixing.platform.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class SecretsAtStartTest {

    private static final List<String> NEEDED = List.of("audit", "uploads", "personal-data", "blind-index");

    @Test
    void random_keys_will_do() {
        assertEquals(Optional.empty(), refusal(good()));
    }

    @Test
    void each_key_that_is_missing_is_named_in_both_languages() {
        for (var name : NEEDED) {
            // Given
            var settings = good();
            settings.remove("zhixing.secrets." + name);
            // When
            var line = refusal(settings).orElseThrow();
            // Then
            assertTrue(line.contains("zhixing.secrets." + name + " 缺失"), line);
            assertTrue(line.contains("zhixing.secrets." + name + " is missing"), line);
            assertEquals(1, line.lines().count());
        }
    }

    @Test
    void every_key_for_development_that_stands_in_our_sources_is_refused() throws IOException {
        // Given
        var shared = new Properties();
        try (var file = new InputStreamReader(
                Secrets.class.getResourceAsStream("/META-INF/microprofile-config.properties"),
                StandardCharsets.UTF_8)) {
            shared.load(file);
        }
        var development = shared.stringPropertyNames().stream()
                .filter(name -> name.contains("zhixing.secrets.")).toList();
        assertTrue(development.size() >= 6, development.toString());
        for (var name : development) {
            var settings = good();
            settings.put("zhixing.secrets.audit", shared.getProperty(name));
            // When
            var line = refusal(settings).orElseThrow();
            // Then
            assertTrue(line.contains("zhixing.secrets.audit is readable text"), name + ": " + line);
            assertFalse(line.contains(shared.getProperty(name)), "the line tells the key");
        }
    }

    @Test
    void what_is_no_key_of_32_bytes_is_refused_and_all_faults_stand_in_one_line() {
        // Given
        var settings = good();
        settings.put("zhixing.secrets.audit", "no base64!");
        settings.put("zhixing.secrets.uploads", Base64.getEncoder().encodeToString(new byte[16]));
        settings.remove("zhixing.secrets.blind-index");
        // When
        var line = refusal(settings).orElseThrow();
        // Then
        assertTrue(line.contains("zhixing.secrets.audit is not 32 bytes in base64; "
                + "zhixing.secrets.uploads is not 32 bytes in base64; zhixing.secrets.blind-index is missing"), line);
        assertFalse(line.contains("no base64!"), line);
    }

    @Test
    void a_key_that_is_not_named_as_needed_is_not_given_so_none_is_asked_for_too_late() {
        // Given
        var settings = good();
        settings.put("zhixing.secrets.forgotten", settings.get("zhixing.secrets.audit"));
        // When, Then
        assertThrows(IllegalStateException.class, () -> secrets(settings).key("forgotten"));
    }

    private static Optional<String> refusal(Map<String, String> settings) {
        return new SecretsAtStart(secrets(settings)).refusal();
    }

    private static Secrets secrets(Map<String, String> settings) {
        return new Secrets(new SmallRyeConfigBuilder().withDefaultValue("zhixing.needed-secrets",
                String.join(",", NEEDED)).withDefaultValues(settings).build());
    }

    private static Map<String, String> good() {
        var settings = new HashMap<String, String>();
        for (var name : NEEDED) {
            var key = new byte[32];
            new SecureRandom().nextBytes(key);
            settings.put("zhixing.secrets." + name, Base64.getEncoder().encodeToString(key));
        }
        return settings;
    }
}
