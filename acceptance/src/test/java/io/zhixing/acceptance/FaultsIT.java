package io.zhixing.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import io.zhixing.acceptance.faults.Caught;
import io.zhixing.acceptance.faults.Fault;
import io.zhixing.acceptance.faults.FaultOptions;
import io.zhixing.acceptance.faults.Mutant;
import io.zhixing.acceptance.faults.Scene;
import io.zhixing.acceptance.faults.Verdict;
import io.zhixing.acceptance.faults.strike.BrokerAway;
import io.zhixing.acceptance.faults.strike.DatabaseRestart;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * Two of the faults, short, on one city: the whole of them is {@code acceptance/faults}. Killed writers are
 * {@link CrashDuringLoadIT}'s. Before a landing one mutant too, last, since it leaves the city wrong.
 */
@Timeout(900)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT {

    private static final int PORT_BASE = PortBase.from(28_360);
    private static final int SECONDS = 8;
    private static final int RATE = 40;

    private static FaultOptions options;
    private static Scene scene;

    @BeforeAll
    static void start() {
        var here = Path.of("").toAbsolutePath();
        options = FaultOptions.brief(here.resolve("target/faults-it"), PORT_BASE, SECONDS, RATE);
        scene = Scene.start(options, here.getParent(), options.seed());
    }

    @AfterAll
    static void stop() {
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    @Order(1)
    void the_broker_away_costs_no_write_and_no_event() {
        assertNothingWrong(new BrokerAway());
    }

    @Test
    @Order(2)
    void the_database_restarted_at_once_costs_no_answered_write_and_no_restart() {
        assertNothingWrong(new DatabaseRestart());
    }

    @Test
    @Order(3)
    @Tag("landing")
    void a_relay_that_does_not_wait_for_the_broker_is_caught() {
        // When
        var caught = Caught.on(scene, Mutant.ACKS_NONE, options, options.seed());

        // Then
        assertTrue(caught.tookHold(), "the mistake was made");
        assertTrue(caught.isCaught(), "the oracle saw it");
    }

    private static void assertNothingWrong(Fault fault) {
        // When
        var verdict = Verdict.of(fault, scene, options, options.seed());

        // Then
        assertEquals(List.of(), verdict.violations());
    }
}
