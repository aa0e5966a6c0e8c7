package io.zhixing.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.figures.KeptCounters;
import io.zhixing.platform.figures.Recounts;
import org.junit.jupiter.api.Test;

/** Kept counters beside a recount, as an operator sees them. */
@QuarkusTest
class RecountsTest {

    @Inject
    Recounts recounts;

    @Inject
    MeterRegistry metrics;

    @Inject
    Shelves shelves;

    /** Counters whose differences a test states. */
    @Singleton
    static class Shelves implements KeptCounters {

        private volatile String differences = "select 0";

        @Override
        public String name() {
            return "shelf";
        }

        @Override
        public String differences() {
            return differences;
        }
    }

    @Test
    void differences_stand_in_the_metric_until_a_recount_finds_none_and_what_cannot_be_asked_leaves_it() {
        // Given
        assertEquals(Double.NaN, shown());
        // When, Then
        assertEquals(3, after("select 3"));
        assertEquals(3, after("select count(*) from shelf_that_is_not_there"));
        assertEquals(0, after("select 0"));
    }

    private double after(String question) {
        shelves.differences = question;
        recounts.compare();
        return shown();
    }

    private double shown() {
        return metrics.get("counter_differences").tag("counter", "shelf").gauge().value();
    }
}
