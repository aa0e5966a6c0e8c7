package io.zhixing.acceptance.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import io.zhixing.acceptance.PortBase;
import io.zhixing.city.launch.Service;
import io.zhixing.city.sample.SampleCity;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Persons with unmistakable names, numbers and words go through the real suite, rightly and where they do not belong; then
 * logs, tables, topics, metrics, statements, files and answers are searched. {@code acceptance/canary} sends every word to
 * every place.
 */
@Tag("landing")
@Timeout(900)
class CanaryIT {

    private static final int PORT_BASE = PortBase.from(28_200);

    private static CanaryCity city;
    private static CanaryRun run;
    private static Scanner scanner;

    @BeforeAll
    static void send_persons_through_the_suite() {
        var here = Path.of("").toAbsolutePath();
        city = new CanaryCity(here.resolve("target/canary-city"), here.getParent(), PORT_BASE, SampleCity.of(1, 0.01));
        run = new CanaryRun(city, here.getParent()).happen(false);
        scanner = run.search();
    }

    @AfterAll
    static void stop() {
        if (city != null) {
            city.close();
        }
    }

    @Test
    void no_name_number_or_word_is_anywhere_but_where_the_inventory_says() {
        // Then
        System.out.printf("Canary scan: %d calls, %d of them refused%n", run.calls(), run.answered(4));
        scanner.summary().forEach(System.out::println);
        assertEquals(List.of(), scanner.leaks(run.declarations()));
        assertTrue(run.answered(4) > run.answered(2), "hostile calls were let in");
        assertEquals(0, run.answered(5), "calls that failed");
        assertTrue(scanner.hits().stream().anyMatch(hit -> hit.place().name().equals("organization.party_member.name")),
                "the names were not even found where they belong");
        for (var kind : List.of("log", "table", "topic", "metrics", "problem", "header", "answer", "file",
                "statement")) {
            assertTrue(scanner.places(kind) > 0, "nothing of this kind was searched: " + kind);
        }
    }

    @Test
    void what_is_planted_in_the_living_city_is_found() throws Exception {
        // Given
        var leaked = new Canaries(city.sample()).name(0) + " " + new Canaries(city.sample()).idNumber(0);
        var bytes = leaked.getBytes(StandardCharsets.UTF_8);
        var log = Files.writeString(city.folder().resolve("logs/planted.log"), "INFO " + leaked + "\n",
                StandardOpenOption.CREATE_NEW);
        city.superuser().execute(Service.SESSION,
                "create table planted as select '%s'::text as words, '%s'::bytea as bytes".formatted(leaked,
                        "\\x" + HexFormat.of().formatHex(bytes)));
        try (var producer = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", city.kafka()),
                new ByteArraySerializer(), new ByteArraySerializer())) {
            var record = new ProducerRecord<>("evaluation.member-standing.v1", 0, (byte[]) null, (byte[]) null);
            record.headers().add("planted", bytes);
            producer.send(record).get();
        }
        // When
        var again = run.search(scan -> {
            scan.tables(Service.SESSION);
            scan.topics();
            scan.files();
        });
        city.superuser().execute(Service.SESSION, "drop table planted");
        Files.delete(log);
        // Then
        for (var place : List.of("log logs/planted.log", "table session.planted.words", "table session.planted.bytes",
                "topic evaluation.member-standing.v1")) {
            assertEquals(List.of("ID number", "name 1"), again.leaks(run.declarations()).stream()
                    .filter(hit -> hit.place().toString().equals(place)).map(hit -> hit.canary().label()).sorted()
                    .toList(), place);
        }
    }
}
