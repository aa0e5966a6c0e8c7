package io.zhixing.platform.infrastructure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildServersTest {

    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    Path folder;

    @Test
    void the_broker_tells_of_its_process_before_it_answers_and_says_so_when_it_dies_meanwhile() {
        // Given
        var ports = Ports.free(2);
        var told = new AtomicReference<ChildJvm>();
        // When
        var failure = assertThrows(InfrastructureFailure.class,
                () -> LocalKafka.start(folder.resolve("kafka"), ports.get(0), ports.get(1), CLASS_PATH, List.of(),
                        folder.resolve("kafka.log"), broker -> kill(broker, told)));
        // Then
        assertTrue(failure.getMessage().contains("kafka did not come up"), failure.getMessage());
        assertFalse(told.get().isAlive());
    }

    @Test
    void the_identity_provider_tells_of_its_process_before_it_answers_and_says_so_when_it_dies_meanwhile() {
        // Given
        int port = Ports.free(1).get(0);
        var told = new AtomicReference<ChildJvm>();
        // When
        var failure = assertThrows(InfrastructureFailure.class,
                () -> LocalIdentity.start(port, LocalIdentity.openToTests(), CLASS_PATH, folder,
                        folder.resolve("identity.log"), server -> kill(server, told)));
        // Then
        assertTrue(failure.getMessage().contains("identity did not come up"), failure.getMessage());
        assertFalse(told.get().isAlive());
    }

    private static void kill(ChildJvm started, AtomicReference<ChildJvm> told) {
        assertTrue(started.isAlive());
        started.handle().destroyForcibly();
        told.set(started);
    }
}
