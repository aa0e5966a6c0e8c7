package io.zhixing.acceptance.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.zhixing.city.launch.Service;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Shows a scanner everything that the suite has written down or said. */
final class Scan {

    private final CanaryCity city;
    private final Scanner scanner;

    Scan(CanaryCity city, Scanner scanner) {
        this.city = city;
        this.scanner = scanner;
    }

    void everything(List<Calls.Answer> answers) {
        answers.forEach(this::answer);
        for (var service : Service.values()) {
            tables(service);
            statements(service);
            city.managementPages(service).forEach(this::page);
        }
        topics();
        files();
    }

    /** Problems hold no word of the request; other answers tell those who may see them names, and a number by reveal alone. */
    private void answer(Calls.Answer answer) {
        scanner.look(Place.closed("header", answer.call()), answer.headers());
        if (answer.isProblem()) {
            scanner.look(Place.closed("problem", answer.call() + " " + answer.status()), answer.body());
        } else if (!answer.mayHoldNumbers()) {
            scanner.look(Place.open("answer", answer.call()), answer.body());
        }
    }

    /** A column by the name its place has, and what is selected of it. */
    private record Column(Place place, String select) {}

    /** Every column of every table, bytes as bytes; also what the server itself does not show to a service. */
    void tables(Service service) {
        try (var connection = city.superuser().connect(service); var statement = connection.createStatement()) {
            var columns = columns(service, statement);
            connection.setAutoCommit(false);   // so that rows are fetched little by little
            statement.setFetchSize(2_000);
            for (var column : columns) {
                scanner.look(column.place(), new byte[0]);
                try (var rows = statement.executeQuery(column.select())) {
                    while (rows.next()) {
                        scanner.look(column.place(), rows.getBytes(1));
                    }
                }
                connection.commit();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<Column> columns(Service service, Statement catalog) throws SQLException {
        var columns = new ArrayList<Column>();
        try (var rows = catalog.executeQuery("""
                select c.relname, a.attname, format('select %1$s from %2$I.%3$I where %4$I is not null',
                       case when a.atttypid = 'bytea'::regtype then quote_ident(a.attname)
                            else format('convert_to(%I::text, %L)', a.attname, 'UTF8') end,
                       n.nspname, c.relname, a.attname)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
                where c.relkind in ('r', 'm', 'S') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                  and a.attnum > 0 and not a.attisdropped order by n.nspname, c.relname, a.attnum""")) {
            while (rows.next()) {
                columns.add(new Column(Place.column(service.prefix(), rows.getString(1), rows.getString(2)),
                        rows.getString(3)));
            }
        }
        return columns;
    }

    /** The texts of statements as the server remembers them: values belong into parameters. */
    private void statements(Service service) {
        try (var connection = city.superuser().connect(service); var select = connection.createStatement()) {
            select.execute("create extension if not exists pg_stat_statements");
            try (var rows = select.executeQuery("select query from pg_stat_statements")) {
                while (rows.next()) {
                    scanner.look(Place.closed("statement", service.prefix()), rows.getString(1));
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void page(String address) {
        try {
            var page = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (page.statusCode() != 200) {
                throw new IllegalStateException(address + " answered " + page.statusCode());
            }
            scanner.look(Place.closed("metrics", address), page.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Keys, values and headers of every topic, read by nobody's group. */
    void topics() {
        var settings = Map.<String, Object>of("bootstrap.servers", city.kafka(), "enable.auto.commit", false);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.listTopics().entrySet().stream().flatMap(topic -> topic.getValue().stream()
                    .map(one -> new TopicPartition(topic.getKey(), one.partition()))).toList();
            partitions.forEach(one -> scanner.look(Place.closed("topic", one.topic()), new byte[0]));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(200)).forEach(this::record);
            }
        }
    }

    private void record(ConsumerRecord<byte[], byte[]> record) {
        var place = Place.closed("topic", record.topic());
        if (record.key() != null) {
            scanner.look(place, record.key());
        }
        if (record.value() != null) {
            scanner.look(place, record.value());
        }
        record.headers().forEach(header -> {
            scanner.look(place, header.key());
            scanner.look(place, header.value() == null ? new byte[0] : header.value());
        });
    }

    /** All files of the city, and what services left where they work; of the database's own, names stand in some. */
    void files() {
        var postgres = city.folder().resolve("postgres");
        try {
            for (var file : standing(city.folder())) {
                var name = city.folder().relativize(file).toString();
                if (file.startsWith(postgres)) {
                    look(Place.open("file", name), file);
                } else {
                    look(Place.closed(name.startsWith("logs") ? "log" : "file", name), file);
                }
            }
            for (var file : city.leftWhereServicesWork()) {
                look(Place.closed("file", file.getFileName().toString()), file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The files below a folder that its owners write, rename and remove meanwhile. */
    private static List<Path> standing(Path folder) throws IOException {
        var standing = new ArrayList<Path>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && holdsContent(file)) {
                    standing.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        return standing;
    }

    /** The broker's indexes hold offsets alone, in files of ten megabytes that are nearly empty. */
    private static boolean holdsContent(Path file) {
        return !file.toString().endsWith("index");
    }

    private void look(Place place, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            scanner.look(place, in);
        } catch (NoSuchFileException gone) {
            // PostgreSQL and the broker tidy up meanwhile
        }
    }
}
