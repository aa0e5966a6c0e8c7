package io.zhixing.platform.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final String PLACE = "bread|recipe|1";
    private static final byte[] PLAIN = "rye and water".getBytes(StandardCharsets.UTF_8);

    @Test
    void what_is_sealed_opens_in_its_own_place_only() {
        // Given
        var seal = seal(Map.of("zhixing.secrets.recipes", key('a')));
        var mine = seal.close(PLAIN, PLACE);
        var other = seal.close(PLAIN, "bread|recipe|2");
        // When
        var opened = seal.open(mine, PLACE);
        // Then
        assertEquals("rye and water", new String(opened, StandardCharsets.UTF_8));
        assertThrows(IllegalStateException.class, () -> seal.open(other, PLACE));
        assertThrows(IllegalStateException.class, () -> seal.open(mine, "bread|recipe|2"));
    }

    @Test
    void one_text_sealed_twice_gives_two_envelopes_that_tell_nothing_of_it() {
        // Given
        var seal = seal(Map.of("zhixing.secrets.recipes", key('a')));
        // When
        var first = seal.close(PLAIN, PLACE);
        var second = seal.close(PLAIN, PLACE);
        // Then
        assertNotEquals(Base64.getEncoder().encodeToString(first), Base64.getEncoder().encodeToString(second));
        assertEquals(first.length, second.length);
        assertTrue(!new String(first, StandardCharsets.ISO_8859_1).contains("rye"));
    }

    @Test
    void an_altered_byte_anywhere_keeps_the_envelope_closed() {
        // Given
        var seal = seal(Map.of("zhixing.secrets.recipes", key('a')));
        var envelope = seal.close(PLAIN, PLACE);
        for (int i = 0; i < envelope.length; i++) {
            var altered = envelope.clone();
            altered[i] ^= 1;
            // When, Then
            assertThrows(IllegalStateException.class, () -> seal.open(altered, PLACE), "byte " + i);
        }
        for (int length = 0; length < envelope.length; length++) {
            var cut = Arrays.copyOf(envelope, length);
            assertThrows(IllegalStateException.class, () -> seal.open(cut, PLACE), length + " bytes");
        }
    }

    @Test
    void a_former_key_opens_what_it_closed_while_the_new_one_closes() {
        // Given
        var before = seal(Map.of("zhixing.secrets.recipes", key('a')));
        var old = before.close(PLAIN, PLACE);
        var now = seal(Map.of("zhixing.secrets.recipes", key('b'), "zhixing.secrets.recipes.id", "2027",
                "zhixing.secrets.recipes.old", "recipes:" + key('a') + ",2026:" + key('c')));
        // When
        var opened = now.open(old, PLACE);
        var fresh = now.close(PLAIN, PLACE);
        // Then
        assertEquals("rye and water", new String(opened, StandardCharsets.UTF_8));
        assertEquals("rye and water", new String(now.open(fresh, PLACE), StandardCharsets.UTF_8));
        assertThrows(IllegalStateException.class, () -> before.open(fresh, PLACE));
    }

    @Test
    void a_key_that_is_not_here_is_named_with_the_setting_that_would_bring_it() {
        // Given
        var elsewhere = seal(Map.of("zhixing.secrets.recipes", key('b'), "zhixing.secrets.recipes.id", "2027"));
        var here = seal(Map.of("zhixing.secrets.recipes", key('a')));
        var envelope = elsewhere.close(PLAIN, PLACE);
        // When
        var failure = assertThrows(IllegalStateException.class, () -> here.open(envelope, PLACE));
        // Then
        assertTrue(failure.getMessage().contains("key 2027"), failure.getMessage());
        assertTrue(failure.getMessage().contains("zhixing.secrets.recipes.old"), failure.getMessage());
    }

    @Test
    void keys_of_another_length_or_two_of_one_id_are_no_keys() {
        // Given
        var shorter = Base64.getEncoder().encodeToString(new byte[16]);
        // When, Then
        assertThrows(IllegalStateException.class, () -> seal(Map.of("zhixing.secrets.recipes", shorter)));
        assertThrows(IllegalStateException.class, () -> seal(
                Map.of("zhixing.secrets.recipes", key('a'), "zhixing.secrets.recipes.old", "recipes:" + key('b'))));
        assertThrows(IllegalStateException.class,
                () -> seal(Map.of("zhixing.secrets.recipes", key('a'), "zhixing.secrets.recipes.old", key('b'))));
    }

    private static Seal seal(Map<String, String> settings) {
        return new Secrets(new SmallRyeConfigBuilder().withDefaultValue("zhixing.needed-secrets", "recipes")
                .withDefaultValues(settings).build()).seal("recipes");
    }

    private static String key(char letter) {
        return Base64.getEncoder().encodeToString(String.valueOf(letter).repeat(32).getBytes(StandardCharsets.UTF_8));
    }
}
