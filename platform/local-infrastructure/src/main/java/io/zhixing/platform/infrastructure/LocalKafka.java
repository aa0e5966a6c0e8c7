package io.zhixing.platform.infrastructure;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** A real Kafka broker, one KRaft node in a JVM of its own, with the suite's topics. The folder is formatted once. */
public final class LocalKafka implements AutoCloseable {

    public static final int PARTITIONS = 12;
    private static final int NODE = 1;
    private static final int ADMIN_SECONDS = 120;
    private static final List<String> JVM = List.of("-Xmx256m", "-Xmn40m", "-XX:MinHeapFreeRatio=15",
            "-XX:MaxHeapFreeRatio=30", "-XX:MetaspaceSize=96m", "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1");

    private final ChildJvm broker;
    private final int port;

    private LocalKafka(ChildJvm broker, int port) {
        this.broker = broker;
        this.port = port;
    }

    /**
     * @param classPath of the child JVM: this module with its dependencies
     * @param topics made where they are missing; topics are never made by use
     */
    public static LocalKafka start(Path data, int port, int controllerPort, String classPath, List<String> topics,
            Path log) {
        return start(data, port, controllerPort, classPath, topics, log, process -> {});
    }

    /**
     * The same for a caller that may be ended meanwhile.
     *
     * @param started told of the broker's process before the broker answers
     */
    public static LocalKafka start(Path data, int port, int controllerPort, String classPath, List<String> topics,
            Path log, Consumer<ChildJvm> started) {
        Ports.requireFree(port);
        Ports.requireFree(controllerPort);
        try {
            Files.createDirectories(data);
            Files.createDirectories(log.getParent());
            var settings = data.resolve("server.properties");
            Files.writeString(settings, settings(data, port, controllerPort));
            if (!Files.exists(data.resolve("log").resolve("meta.properties"))) {
                format(data.resolve("log"), log);
            }
            var broker = ChildJvm.start("kafka", classPath, JVM, "kafka.Kafka", List.of(settings.toString()), Map.of(),
                    log);
            started.accept(broker);
            broker.awaitPort(port, ChildJvm.START);
            var kafka = new LocalKafka(broker, port);
            kafka.ensureTopics(topics);
            return kafka;
        } catch (IOException failure) {
            throw new InfrastructureFailure("Kafka does not start (see " + log + ")", failure);
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public ChildJvm process() {
        return broker;
    }

    @Override
    public void close() {
        broker.close();
    }

    private void ensureTopics(List<String> topics) {
        try (var admin = Admin
                .create(Map.of("bootstrap.servers", bootstrapServers(), "default.api.timeout.ms",
                        ADMIN_SECONDS * 1_000))) {
            var present = admin.listTopics().names().get(ADMIN_SECONDS, TimeUnit.SECONDS);
            var missing = topics.stream().filter(topic -> !present.contains(topic))
                    .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1)
                            .configs(Topics.settings(topic)))
                    .collect(Collectors.toSet());
            admin.createTopics(missing).all().get(ADMIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            close();
            throw new InfrastructureFailure("Kafka does not make the topics (see " + broker.log() + ")", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            close();
            throw new InfrastructureFailure("Kafka was not waited for", stopped);
        }
    }

    /** What Kafka's storage tool does, without the JVM that the tool would take for it. */
    private static void format(Path folder, Path log) {
        try (var said = new PrintStream(Files.newOutputStream(log, CREATE, APPEND))) {
            new Formatter().setPrintStream(said).setNodeId(NODE).setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName("CONTROLLER").addDirectory(folder.toString())
                    .setMetadataLogDirectory(folder.toString()).run();
        } catch (Exception failure) {
            throw new InfrastructureFailure("Kafka's folder is not formatted (see " + log + ")", failure);
        }
    }

    private static String settings(Path data, int port, int controllerPort) {
        return """
                process.roles=broker,controller
                node.id=%d
                controller.quorum.voters=%d@127.0.0.1:%d
                listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d
                advertised.listeners=PLAINTEXT://127.0.0.1:%d
                inter.broker.listener.name=PLAINTEXT
                controller.listener.names=CONTROLLER
                log.dirs=%s
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.num.partitions=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.num.partitions=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                metadata.max.idle.interval.ms=0
                log.cleaner.dedupe.buffer.size=2097152
                auto.create.topics.enable=false
                """.formatted(NODE, NODE, controllerPort, port, controllerPort, port, data.resolve("log"));
    }
}
