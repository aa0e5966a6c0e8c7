package io.zhixing.organization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Numbers with the verdict a standard gives them. They are fictitious: area 999999 is not assigned. */
public final class CheckVectors {

    private CheckVectors() {}

    /** @param kind {@code citizenId} or {@code unifiedSocialCreditCode} */
    public static Stream<JsonNode> of(String kind) {
        try (var file = CheckVectors.class.getResourceAsStream("/check-vectors.json")) {
            var cases = new ObjectMapper().readTree(file).path(kind).path("cases");
            return StreamSupport.stream(cases.spliterator(), false);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
