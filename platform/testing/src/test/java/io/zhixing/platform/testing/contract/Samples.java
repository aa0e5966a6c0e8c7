package io.zhixing.platform.testing.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The sample contract of the tests, and copies of it with one thing made wrong. */
final class Samples {

    private Samples() {}

    static Contract contract() {
        return Contract.of(yaml());
    }

    /** @throws IllegalArgumentException when the text to make wrong is not there, since the mutant would prove nothing */
    static Contract mutant(String right, String wrong) {
        if (!yaml().contains(right)) {
            throw new IllegalArgumentException("not in the sample: " + right);
        }
        return Contract.of(yaml().replace(right, wrong));
    }

    private static String yaml() {
        try (var file = Samples.class.getResourceAsStream("/sample-openapi.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
