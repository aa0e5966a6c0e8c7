package io.zhixing.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.zhixing.acceptance.kill.Check;
import io.zhixing.acceptance.kill.CrashingCity;
import io.zhixing.acceptance.kill.Stage;
import io.zhixing.acceptance.kill.Victim;
import io.zhixing.city.sample.SampleCity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two die by kill -9 while a city is loaded: session-service, consumer of members and writer of sessions, amid an import;
 * then PostgreSQL under all four services, amid single calls. The load goes on by its idempotency keys. What stands in
 * the end must be what would stand without any death. {@code acceptance/kill-runs} kills each part in a run of its own.
 */
@Timeout(900)
class CrashDuringLoadIT {

    private static final int PORT_BASE = PortBase.from(27_080);
    private static final double SCALE = 0.01;

    private static CrashingCity city;

    @BeforeAll
    static void kill_two_while_the_city_is_loaded() {
        var here = Path.of("").toAbsolutePath();
        city = new CrashingCity(here.resolve("target/crashing-city"), here.getParent(), PORT_BASE,
                SampleCity.of(1, SCALE));
        city.loading();
        city.killing(Victim.SESSION, Stage.SESSIONS, 0.1);
        city.killing(Victim.POSTGRESQL, Stage.ROUNDS, 0.2);
        city.loaded();
    }

    @AfterAll
    static void stop() {
        if (city != null) {
            city.close();
        }
    }

    @ParameterizedTest
    @MethodSource("checks")
    void after_the_deaths(Check check) {
        // When
        var faults = check.faults().get();

        // Then
        assertEquals(List.of(), faults);
    }

    static Stream<Check> checks() {
        return Check.of(city).stream();
    }
}
