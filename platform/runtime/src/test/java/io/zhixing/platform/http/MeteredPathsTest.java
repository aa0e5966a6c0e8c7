package io.zhixing.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeteredPathsTest {

    @ParameterizedTest
    @CsvSource({"GET,/bakery/v1/breads/{id},GET,/bakery/v1/breads/{id}", "GET,NOT_FOUND,GET,NOT_FOUND",
            "GET,/bakery/v1/999999190001010015,GET,/bakery/v1/…",
            "POST,/bakery/v1/%E9%87%91/breads,POST,/bakery/v1/…/breads",
            "999999190001010015,/,OTHER,/",
            "GET,/bakery/v1/breads/01912d68-783e-7a0f-8000-0f54b3b0a4df,GET,/bakery/v1/breads/…"})
    void what_a_caller_wrote_into_an_address_stands_in_no_metric(String method, String uri, String shownMethod,
            String shownUri) {
        // Given
        var registry = new SimpleMeterRegistry();
        registry.config().meterFilter(new MeteredPaths().callersWords());
        // When
        registry.counter("http.server.requests", "method", method, "uri", uri, "status", "404").increment();
        // Then
        var id = registry.getMeters().get(0).getId();
        assertEquals(shownMethod, id.getTag("method"));
        assertEquals(shownUri, id.getTag("uri"));
        assertEquals("404", id.getTag("status"));
    }
}
