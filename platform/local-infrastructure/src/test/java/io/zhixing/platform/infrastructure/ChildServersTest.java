package io.zhixing.platform.infrastructure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

    @Test
    void whoever_ends_a_child_finds_it_gone_also_when_another_one_is_ending_it() {
        // Given
        var child = ChildJvm.start("late", CLASS_PATH, List.of("-Xmx32m"), EndsLate.class.getName(), List.of(),
                Map.of(),
                folder.resolve("late.log"));
        assertTrue(Ports.await(ChildJvm.START, () -> said("ready"), () -> !child.isAlive()));
        var other = CompletableFuture.runAsync(child::close);
        assertTrue(Ports.await(ChildJvm.START, () -> said("ending"), () -> !child.isAlive()));
        // When
        child.close();
        // Then
        assertFalse(child.isAlive());
        other.join();
    }

    private boolean said(String word) {
        try {
            return Files.exists(folder.resolve("late.log"))
                    && Files.readString(folder.resolve("late.log")).contains(word);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Takes its time to end, as a broker does. */
    static final class EndsLate {

        private EndsLate() {}

        public static void main(String[] arguments) throws InterruptedException {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                System.out.println("ending");
                new CompletableFuture<Void>().completeOnTimeout(null, 2, TimeUnit.SECONDS).join();
            }));
            System.out.println("ready");
            new CountDownLatch(1).await();
        }
    }

    private static void kill(ChildJvm started, AtomicReference<ChildJvm> told) {
        assertTrue(started.isAlive());
        started.handle().destroyForcibly();
        told.set(started);
    }
}
