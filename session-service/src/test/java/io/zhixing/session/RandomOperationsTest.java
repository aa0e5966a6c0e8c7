package io.zhixing.session;

import static io.zhixing.platform.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The leaf counters equal a recount whatever was recorded and told, in whatever order. */
@QuarkusTest
class RandomOperationsTest {

    private static final List<String> STATES = List.of("PRESENT", "PRESENT", "ABSENT", "ON_LEAVE", "EXEMPT");
    private static final LocalDate FIRST_DAY = LocalDate.of(2016, 3, 1);

    /** One city block: a branch, its members known and unknown, strangers, and the posts they hold. */
    private static final class Block {

        final City.Branch branch = City.branch();
        final City.Branch elsewhere = City.branch();
        final List<UUID> known = new ArrayList<>(City.members(branch, 4));
        final List<UUID> unknown = new ArrayList<>(IntStream.range(0, 8).mapToObj(i -> Ids.next()).toList());
        final List<UUID> told = new ArrayList<>();
        final Map<UUID, UUID> posts = new LinkedHashMap<>();
        final Map<UUID, Long> versions = new LinkedHashMap<>();
        final Map<UUID, Told> newest = new LinkedHashMap<>();
        final List<UUID> sessions = new ArrayList<>();
        int corrected;
        int voided;
        final Random random;

        Block(long seed) {
            random = new Random(seed);
        }

        void step() {
            switch (random.nextInt(9)) {
                case 0 -> enrolSomebody();
                case 1 -> takeOrLeaveAPost();
                case 2 -> transferSomebody();
                case 3, 4 -> correctSomething();
                case 5 -> voidSomething();
                default -> record();
            }
        }

        private void record() {
            sessions.add(attended().recorded());
        }

        /** Its day alone, or who attended too. Refused where the directory is quicker, or says by now that it cannot be so. */
        private void correctSomething() {
            if (sessions.isEmpty()) {
                return;
            }
            var right = attended();
            var correction = Correcting.of(branch, any(sessions)).on(FIRST_DAY.plusDays(random.nextInt(5)).toString());
            if (random.nextBoolean()) {
                correction.attendanceOf(right).with("lectures", right.lectures);
            }
            int status = correction.send().statusCode();
            assertTrue(List.of(200, 412, 422).contains(status), () -> "answered " + status);
            corrected += status == 200 ? 1 : 0;
        }

        /** Refused where the directory is quicker. */
        private void voidSomething() {
            if (!sessions.isEmpty()) {
                var session = any(sessions);
                int status = Voiding.of(branch, session).send().statusCode();
                assertTrue(List.of(200, 412).contains(status), () -> "answered " + status);
                if (status == 200) {
                    sessions.remove(session);
                    voided++;
                }
            }
        }

        private SessionText attended() {
            var session = SessionText.at(branch).on(FIRST_DAY.plusDays(random.nextInt(5)).toString());
            known.forEach(member -> session.attended(member, any(STATES)));
            for (var member : unknown) {
                if (random.nextBoolean()) {
                    session.attended(member, any(STATES));
                } else if (random.nextBoolean()) {
                    session.guest(member, "JOINT");
                }
            }
            if (random.nextBoolean()) {
                session.lecture(any(random.nextBoolean() || unknown.isEmpty() ? known : unknown));
            }
            return session;
        }

        /** At this branch or elsewhere, from before or from among the days of the sessions. */
        private void enrolSomebody() {
            if (unknown.isEmpty()) {
                return;
            }
            var member = unknown.remove(random.nextInt(unknown.size()));
            City.enrolled(member, random.nextInt(3) == 0 ? elsewhere : branch)
                    .with("onRollFrom", FIRST_DAY.plusDays(random.nextInt(3)).toString()).tell();
            told.add(member);
            City.awaitMembers(List.of(member));
        }

        /** Sometimes with the next news of him, so that a batch holds one event or several. */
        private void transferSomebody() {
            if (told.isEmpty()) {
                return;
            }
            var member = any(told);
            int moves = 1 + random.nextInt(2);
            Told last = null;
            for (int i = 0; i < moves; i++) {
                var version = versions.merge(member, 1L, Long::sum) + 1;
                last = City.transferred(member, version, random.nextBoolean() ? elsewhere : branch,
                        FIRST_DAY.plusDays(random.nextInt(6)).toString());
                last.tell();
            }
            if (random.nextBoolean()) {
                last.awaitTaken();
            }
            newest.put(member, last);
        }

        private void takeOrLeaveAPost() {
            var member = any(known);
            var post = posts.get(member);
            if (post == null) {
                posts.put(member, City.knownSecretary(member, branch));
            } else {
                City.left(post, member, branch, FIRST_DAY.plusDays(random.nextInt(6)).toString()).tell();
                City.await("select count(*) from post_ref where to_day is not null and id = any (?)", List.of(post));
            }
        }

        private <T> T any(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void counters_figures_and_records_agree_after_random_operations(long seed) {
        // Given
        var block = new Block(seed);
        // When
        for (int i = 0; i < 40; i++) {
            block.step();
        }
        // Then
        eventually(() -> assertEquals(0, City.count(
                "select count(*) from attendance where state = 'PENDING_DIRECTORY' and member_id = any (?)",
                block.told)));
        block.newest.values().forEach(Told::awaitTaken);
        assertEquals(0, City.count("""
                select count(*) from attendance where state <> attendance_by_roll(stated, member_id, organization_id, held_on)
                and by_directory and member_id = any (?)""", block.told));
        assertTrue(block.corrected > 0 && block.voided > 0);
        Recount.equalsTheCountersOf(block.branch);
        FiguresText.of(block.branch).equalTheirRecords();
        FiguresText.of(block.branch, "2016-03-02", "2016-03-03").equalTheirRecords();
    }
}
