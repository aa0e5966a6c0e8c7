package io.zhixing.sample;

import static io.zhixing.platform.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that are lost on the way or overtaken. */
@QuarkusTest
class GapTest {

    @Test
    void a_version_whose_predecessor_has_not_come_waits_and_is_never_applied() {
        // Given
        var note = Ids.next();
        var sound = Ids.next();
        Told.note(note, 1, "first");
        // When
        Told.note(note, 3, "third");
        Told.note(note, 4, "fourth");
        Told.note(sound, 1, "sound");
        // Then
        eventually(() -> assertEquals(List.of("3 GAP", "4 BEHIND_PARKED"), Told.parked(note)));
        eventually(() -> assertEquals(List.of("sound 1 1"), Told.known(sound)));
        assertEquals(List.of("first 1 1"), Told.known(note));
        assertEquals(List.of("缺少版本2 Version 2 is missing"), Database.asPipeline().query(
                "select sentence from parked_event where reason = 'GAP' and aggregate_id = ?", row -> row.getString(1),
                note.toString()));
    }

    @Test
    void what_waits_is_applied_in_its_order_when_the_missing_version_comes() {
        // Given
        var note = Ids.next();
        Told.note(note, 1, "first");
        Told.note(note, 3, "third");
        Told.note(note, 4, "fourth");
        eventually(() -> assertEquals(2, Told.parked(note).size()));
        // When
        Told.note(note, 2, "second");
        // Then: four applied, one after the other
        eventually(() -> assertEquals(List.of("fourth 4 4"), Told.known(note)));
        eventually(() -> assertEquals(List.of(), Told.parked(note)));
        assertEquals(4, Told.mark(note));
    }

    @Test
    void an_aggregate_whose_first_version_never_came_waits_as_a_whole() {
        // Given
        var note = Ids.next();
        // When
        Told.note(note, 2, "second");
        // Then
        eventually(() -> assertEquals(List.of("2 GAP"), Told.parked(note)));
        assertEquals(List.of(), Told.known(note));
    }

    @Test
    void a_type_that_the_consumer_does_not_know_counts_as_a_version_and_is_skipped() {
        // Given
        var note = Ids.next();
        Told.note(note, 1, "first");
        // When
        Told.event(note, 2).event("note-illuminated.v1").header("ce_aggregatetype", "note").publish("{}");
        Told.note(note, 3, "third");
        // Then
        eventually(() -> assertEquals(List.of("third 3 2"), Told.known(note)));
        assertEquals(3, Told.mark(note));
    }

    @Test
    void versions_of_two_kinds_under_one_id_are_counted_apart() {
        // Given
        var note = Ids.next();
        Told.note(note, 1, "first");
        // When
        Told.event(note, 1).header("ce_aggregatetype", "note-path").event("note-moved.v1").publish("{}");
        Told.note(note, 2, "second");
        // Then
        eventually(() -> assertEquals(List.of("second 2 2"), Told.known(note)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatever_the_order_and_however_often_each_version_is_applied_once_and_in_its_turn(long seed) {
        // Given
        var random = new Random(seed);
        var notes = Stream.generate(Ids::next).limit(5).toList();
        record Sending(UUID note, long version) {}
        var sendings = new ArrayList<>(notes.stream().flatMap(note -> IntStream.rangeClosed(1, 8)
                .mapToObj(version -> new Sending(note, version))).toList());
        sendings.addAll(List.copyOf(sendings).stream().filter(sending -> random.nextInt(3) == 0).toList());
        Collections.shuffle(sendings, random);
        // When
        sendings.forEach(one -> Told.note(one.note(), one.version(), "v" + one.version()));
        notes.forEach(note -> Told.note(note, 9, "last"));   // when it is known, every copy before it has been taken
        // Then
        notes.forEach(note -> {
            eventually(() -> assertEquals(List.of("last 9 9"), Told.known(note)));
            eventually(() -> assertEquals(List.of(), Told.parked(note)));
            assertEquals(List.of("last 9 9"), Told.known(note));
        });
    }
}
