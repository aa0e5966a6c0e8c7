package io.zhixing.platform.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;

import io.zhixing.platform.inbox.ReceivedEvent.Aggregate;
import io.zhixing.platform.inbox.VersionMarks.Mark;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final String ID = "01912d68-783e-7a0f-8000-0f54b3b0a4d4";
    private static final Aggregate MEMBER = new Aggregate("member", ID);

    @Test
    void versions_that_follow_what_was_seen_have_their_turn() {
        // When
        var turns = of(seen(2), 3, 4, 5);
        // Then
        assertEquals(List.of(3L, 4L, 5L), applicable(turns));
        assertEquals(Map.of(MEMBER, 5L), turns.seen());
        assertEquals(Set.of(), turns.waitingKeys());
    }

    @Test
    void what_is_old_has_its_turn_since_the_effect_ignores_it() {
        // When
        var turns = of(seen(4), 2, 4);
        // Then
        assertEquals(List.of(2L, 4L), applicable(turns));
        assertEquals(Map.of(MEMBER, 4L), turns.seen());
    }

    @Test
    void behind_a_gap_everything_of_the_key_waits() {
        // When
        var turns = of(seen(1), 3, 4);
        // Then
        assertEquals(List.of(), applicable(turns));
        assertEquals(List.of("3 GAP", "4 BEHIND_PARKED"), parked(turns));
        assertEquals(Map.of(), turns.seen());
    }

    @Test
    void the_missing_version_passes_the_ones_that_wait_for_it_and_nothing_else_does() {
        // When
        var turns = of(new Mark(1, true, true, 4L), 3, 2, 5);
        // Then
        assertEquals(List.of(2L), applicable(turns));
        assertEquals(List.of("3 BEHIND_PARKED", "5 BEHIND_PARKED"), parked(turns));
        assertEquals(Set.of(ID), turns.waitingKeys());
    }

    @Test
    void another_copy_of_a_refused_version_waits_behind_it() {
        // When
        var turns = of(new Mark(1, true, true, 2L), 2);
        // Then
        assertEquals(List.of("2 BEHIND_PARKED"), parked(turns));
    }

    @Test
    void another_kind_under_the_same_id_waits_with_the_key_and_is_counted_apart() {
        // Given
        var path = new Aggregate("member-path", ID);
        var marks = Map.of(MEMBER, seen(1), path, seen(7));
        // When
        var flowing = Turns.of(List.of(event("member-path", 8), event("member", 2)), marks);
        var waiting = Turns.of(List.of(event("member", 3), event("member-path", 8)), marks);
        // Then
        assertEquals(List.of(8L, 2L), applicable(flowing));
        assertEquals(List.of("3 GAP", "8 BEHIND_PARKED"), parked(waiting));
    }

    @Test
    void a_consumer_that_worked_before_marks_were_kept_takes_the_first_version_as_it_is_and_judges_from_there() {
        // When
        var turns = of(new Mark(0, false, false, null), 7, 8, 10);
        // Then
        assertEquals(List.of(7L, 8L), applicable(turns));
        assertEquals(List.of("10 GAP"), parked(turns));
    }

    private static Mark seen(long version) {
        return new Mark(version, true, false, null);
    }

    private static Turns of(Mark mark, long... versions) {
        return Turns.of(LongStream.of(versions).mapToObj(version -> event("member", version)).toList(),
                Map.of(MEMBER, mark));
    }

    private static ReceivedEvent event(String type, long version) {
        return new ReceivedEvent(UUID.randomUUID(), type + "-changed.v1", type, ID, version, Instant.EPOCH, null,
                new byte[0]);
    }

    private static List<Long> applicable(Turns turns) {
        return turns.applicable().stream().map(ReceivedEvent::version).toList();
    }

    private static List<String> parked(Turns turns) {
        return turns.parked().stream().map(one -> one.event().version() + " " + one.reason()).toList();
    }
}
