package io.zhixing.platform.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import jakarta.enterprise.inject.Instance;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class RelayTest {

    @Test
    void a_producer_that_knows_no_broker_is_asked_once_and_not_for_each_event_of_the_batch() {
        // Given
        var asked = new AtomicInteger();
        var records = Stream.generate(() -> new ProducerRecord<String, byte[]>("sample.events.v1", new byte[0]))
                .limit(500).iterator();
        try (var producer = new MockProducer<String, byte[]>() {
            @Override
            public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
                asked.incrementAndGet();
                return CompletableFuture.failedFuture(new TimeoutException("no metadata"));
            }
        }) {
            // When
            assertThrows(ExecutionException.class, () -> Relay.sendAll(producer, records));
        }
        // Then
        assertEquals(1, asked.get());
    }

    @Test
    void an_error_of_the_jvm_does_not_end_the_relay() throws InterruptedException {
        // Given
        var tries = new CountDownLatch(2);
        var failing = proxy(AgroalDataSource.class, (database, method, arguments) -> {
            tries.countDown();
            throw new OutOfMemoryError("for a moment");
        });
        var published = proxy(Instance.class, (instance, method, arguments) -> true);
        @SuppressWarnings("unchecked")
        var relay = new Relay(failing, published, new RelayProducer("none:1"),
                new RelayMetrics(new SimpleMeterRegistry(), failing), "sample", Duration.ZERO);
        // When
        relay.start(null);
        // Then
        assertTrue(tries.await(10, TimeUnit.SECONDS), "it has not tried again");
        relay.stop(null);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, handler));
    }
}
