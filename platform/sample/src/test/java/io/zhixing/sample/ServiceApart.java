package io.zhixing.sample;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.zhixing.platform.testing.Eventually;

/**
 * For tests that bring a service to its limits: one beside that of the other tests, and one for all of them, since it is
 * built and gets servers anew.
 */
public final class ServiceApart implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("zhixing.bulkhead.calls", "2", "zhixing.bulkhead.wait", "300ms",
                "quarkus.datasource.jdbc.max-size", "2", "zhixing.relay.gather", "2S",
                "zhixing.drain.records", Eventually.PATIENCE.toString());   // what is in hand is let go by the test
    }
}
