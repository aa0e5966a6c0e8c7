package io.zhixing.organization;

import static io.restassured.RestAssured.given;
import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.TRANSFERS;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.organization.transfer.ExpireTransfers;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangeFeedTest {

    private static final String CHANGES = "/organization/v1/changes";
    private static final String TRANSFER = "membership-transfer";
    private static final int WRITERS = 6;
    private static final int EACH = 12;

    @Inject
    ExpireTransfers expireTransfers;

    @Test
    void a_reader_learns_of_each_resource_as_it_is_now() {
        // Given
        var branch = Register.branch();
        var reader = Tokens.of("READER", branch.code());
        var since = now(reader);
        // When
        var member = Register.member(branch);
        // Then
        var copy = new Copy(reader, since);
        eventually(() -> assertEquals(Set.of(member), copy.catchUp().ids("member")));
        assertEquals(1, copy.version(member));
    }

    @Test
    void what_moves_away_is_a_tombstone_for_those_it_leaves_and_shown_to_those_it_comes_to() {
        // Given
        var from = Register.committee();
        var to = Register.committee();
        var town = Register.below(from, "PRIMARY_COMMITTEE");
        var branch = Register.below(town, "BRANCH");
        var member = Register.member(branch);
        var left = new Copy(Tokens.of("READER", from.code()), null);
        var joined = new Copy(Tokens.of("READER", to.code()), null);
        var within = new Copy(Tokens.of("READER", town.id()), null);
        eventually(() -> assertEquals(Set.of(member), left.catchUp().ids("member")));
        eventually(() -> assertEquals(Set.of(member), within.catchUp().ids("member")));
        // When
        Turn.of(town, "reassign", "2016-03-01", Turn.under(to)).then().statusCode(200);
        // Then
        eventually(() -> assertEquals(Set.of(member), joined.catchUp().ids("member")));
        assertEquals(Set.of(to.id(), town.id(), branch.id()), joined.ids("organization"));
        eventually(() -> assertEquals(Set.of(), left.catchUp().ids("member")));
        assertEquals(Set.of(from.id()), left.ids("organization"));
        eventually(() -> assertEquals(Set.of(member), within.catchUp().ids("member")));
        assertEquals(Set.of("LEFT_SCOPE"), left.reasons);
    }

    @Test
    void the_members_of_a_merged_branch_are_tombstones_for_the_readers_of_its_old_place() {
        // Given
        var from = Register.committee();
        var merged = Register.below(from, "BRANCH");
        var members = IntStream.range(0, 3).mapToObj(i -> Register.member(merged)).collect(Collectors.toSet());
        Turn.active(merged);
        var successor = Register.below(Register.committee(), "BRANCH");
        IntStream.range(0, 3).forEach(i -> Register.member(successor));
        Turn.active(successor);
        var left = new Copy(Tokens.of("READER", from.code()), null);
        eventually(() -> assertEquals(members, left.catchUp().ids("member")));
        // When
        Turn.of(merged, "merge", "2016-03-01", Turn.into(successor)).then().statusCode(200);
        // Then
        eventually(() -> assertEquals(Set.of(), left.catchUp().ids("member")));
    }

    @Test
    void both_sides_learn_of_a_transfer_and_a_third_branch_does_not() {
        // Given
        var sender = Register.branch();
        var receiver = Register.branch();
        var third = Register.branch();
        var bySender = new Copy(Tokens.of("READER", sender.code()), null);
        var byReceiver = new Copy(Tokens.of("READER", receiver.code()), null);
        var byThird = new Copy(Tokens.of("READER", third.code()), null);
        // When
        var transfer = Register.post(TRANSFERS, Register.transfer(Register.member(sender), receiver));
        String id = transfer.path("id");
        eventually(() -> assertEquals(Set.of(id), byReceiver.catchUp().ids(TRANSFER)));
        var submitted = Register.move(Register.officer(), TRANSFERS + "/" + id, transfer.header("ETag"), "submit",
                "2016-03-02");
        // Then
        submitted.then().statusCode(200);
        eventually(() -> assertEquals(2, byReceiver.catchUp().version(id)));
        eventually(() -> assertEquals(2, bySender.catchUp().version(id)));
        assertEquals(Set.of(), byThird.catchUp().ids(TRANSFER));
        assertEquals(Set.of(), byReceiver.ids("member"));
    }

    @Test
    void both_sides_learn_that_a_letter_has_run_out() {
        // Given
        var sender = Register.branch();
        var receiver = Register.branch();
        var transfer = Register.post(TRANSFERS, Register.transfer(Register.member(sender), receiver));
        var address = TRANSFERS + "/" + transfer.path("id");
        Register.move(Register.officer(), address, transfer.header("ETag"), "submit", "2016-03-02");
        Register.move(Tokens.grant("BRANCH_SECRETARY", sender.code()).subject("secretary").token(), address,
                Register.tag(address), "approve-sending", "2016-03-03").then().statusCode(200);
        var bySender = new Copy(Tokens.of("READER", sender.code()), null);
        var byReceiver = new Copy(Tokens.of("READER", receiver.code()), null);
        // When
        expireTransfers.run();
        // Then
        eventually(() -> assertEquals("EXPIRED", byReceiver.catchUp().state(transfer.path("id"))));
        eventually(() -> assertEquals("EXPIRED", bySender.catchUp().state(transfer.path("id"))));
    }

    @Test
    void when_the_receiver_moves_its_new_superior_learns_of_the_transfer_and_the_former_one_forgets_it() {
        // Given
        var from = Register.committee();
        var to = Register.committee();
        var town = Register.below(from, "PRIMARY_COMMITTEE");
        var receiver = Register.below(town, "BRANCH");
        var sender = Register.branch();
        String id = Register.post(TRANSFERS, Register.transfer(Register.member(sender), receiver)).path("id");
        var left = new Copy(Tokens.of("READER", from.code()), null);
        var joined = new Copy(Tokens.of("READER", to.code()), null);
        var bySender = new Copy(Tokens.of("READER", sender.code()), null);
        eventually(() -> assertEquals(Set.of(id), left.catchUp().ids(TRANSFER)));
        // When
        Turn.of(town, "reassign", "2016-03-01", Turn.under(to)).then().statusCode(200);
        // Then
        eventually(() -> assertEquals(Set.of(id), joined.catchUp().ids(TRANSFER)));
        eventually(() -> assertEquals(Set.of(), left.catchUp().ids(TRANSFER)));
        assertEquals(Set.of(id), bySender.catchUp().ids(TRANSFER));
        Register.get(Tokens.of("READER", to.code()), TRANSFERS).then().body("items.id", is(List.of(id)));
        Register.get(Tokens.of("READER", from.code()), TRANSFERS).then().body("items", empty());
    }

    @Test
    void a_group_is_told_of_and_moves_with_its_branch() {
        // Given
        var from = Register.committee();
        var to = Register.committee();
        var town = Register.below(from, "PRIMARY_COMMITTEE");
        var branch = Register.below(town, "BRANCH");
        String group = Register.group(branch, "第一党小组").path("id");
        var left = new Copy(Tokens.of("READER", from.code()), null);
        var joined = new Copy(Tokens.of("READER", to.code()), null);
        eventually(() -> assertEquals(Set.of(group), left.catchUp().ids("party-group")));
        // When
        Turn.of(town, "reassign", "2016-03-01", Turn.under(to)).then().statusCode(200);
        // Then
        eventually(() -> assertEquals(Set.of(group), joined.catchUp().ids("party-group")));
        eventually(() -> assertEquals(Set.of(), left.catchUp().ids("party-group")));
        Register.get(Tokens.of("READER", to.code()), Register.GROUPS).then().body("items.id", is(List.of(group)));
    }

    @Test
    void nothing_is_lost_while_many_write() throws Exception {
        // Given
        var committee = Register.committee();
        var branches = IntStream.range(0, WRITERS).mapToObj(i -> Register.below(committee, "BRANCH")).toList();
        var reader = Tokens.of("READER", committee.code());
        var copy = new Copy(reader, now(reader));
        var written = new HashSet<String>();
        var threads = Executors.newFixedThreadPool(WRITERS);
        // When
        try {
            var writers = new ArrayList<Future<List<String>>>();
            for (var branch : branches) {
                writers.add(threads.submit((Callable<List<String>>) () -> IntStream.range(0, EACH)
                        .mapToObj(i -> Register.member(branch)).toList()));
            }
            while (writers.stream().anyMatch(writer -> !writer.isDone())) {
                copy.catchUp();
            }
            for (var writer : writers) {
                written.addAll(writer.get());
            }
        } finally {
            threads.shutdown();
        }
        // Then
        eventually(() -> assertEquals(written, copy.catchUp().ids("member")));
        assertEquals(WRITERS * EACH, written.size());
    }

    @Test
    void an_export_says_from_where_the_feed_goes_on() {
        // Given
        var branch = Register.branch();
        var reader = Tokens.of("READER", branch.code());
        var before = Register.member(branch);
        // When
        var export = given().auth().oauth2(reader).accept("application/x-ndjson").get(MEMBERS);
        var after = Register.member(branch);
        // Then
        assertTrue(export.asString().contains(before));
        var copy = new Copy(reader, export.header("Changes-Cursor"));
        eventually(() -> assertTrue(copy.catchUp().ids("member").contains(after)));
    }

    @Test
    void pages_of_any_size_end_in_the_same_copy() {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var members = IntStream.range(0, 5).mapToObj(i -> Register.member(branch)).collect(Collectors.toSet());
        var copy = new Copy(Tokens.of("READER", committee.code()), null).bySteps(2);
        // When, Then
        eventually(() -> assertEquals(members, copy.catchUp().ids("member")));
        assertEquals(Set.of(committee.id(), branch.id()), copy.ids("organization"));
    }

    @Test
    void a_cursor_belongs_to_its_caller_and_his_grants_and_parameters_are_checked() {
        // Given
        var mine = Register.branch();
        var other = Register.branch();
        var reader = Tokens.of("READER", mine.code());
        var since = now(reader);
        // When
        var foreign = Register.get(Tokens.of("READER", other.code()), CHANGES + "?since=" + since);
        var damaged = Register.get(reader, CHANGES + "?since=" + since.substring(1));
        var unknownType = Register.get(reader, CHANGES + "?type=dues");
        var tooMany = Register.get(reader, CHANGES + "?limit=201");
        var oneType = Register.get(reader, CHANGES + "?type=post&since=" + since);
        // Then
        refused(foreign, 400, "CURSOR_MISMATCH");
        refused(damaged, 400, "CURSOR_INVALID");
        refused(unknownType, 400, "PARAMETER_INVALID");
        refused(tooMany, 400, "PARAMETER_INVALID");
        oneType.then().statusCode(200).body("items", empty()).body("hasMore", is(false));
    }

    private static String now(String reader) {
        return Register.get(reader, CHANGES + "?since=now").path("next");
    }

    /** A replica as an integrator keeps it. */
    private static final class Copy {

        private final String reader;
        private final Map<String, Map<String, Object>> kept = new TreeMap<>();
        private final Set<String> reasons = new HashSet<>();
        private String since;
        private int step = 200;

        Copy(String reader, String since) {
            this.reader = reader;
            this.since = since;
        }

        Copy bySteps(int size) {
            step = size;
            return this;
        }

        Copy catchUp() {
            boolean more = true;
            while (more) {
                var page = Register.get(reader,
                        CHANGES + "?limit=" + step + (since == null ? "" : "&since=" + since));
                page.then().statusCode(200);
                List<Map<String, Object>> items = page.path("items");
                items.forEach(this::apply);
                since = page.path("next");
                more = page.path("hasMore");
            }
            return this;
        }

        private void apply(Map<String, Object> change) {
            var id = (String) change.get("id");
            if (change.get("op").equals("UPSERT")) {
                kept.put(id, change);
            } else {
                kept.remove(id);
                reasons.add((String) change.get("reason"));
            }
        }

        Set<String> ids(String type) {
            return kept.entrySet().stream().filter(entry -> entry.getValue().get("type").equals(type))
                    .map(Map.Entry::getKey).collect(Collectors.toSet());
        }

        @SuppressWarnings("unchecked")
        String state(String id) {
            return (String) ((Map<String, Object>) kept.get(id).get("resource")).get("state");
        }

        int version(String id) {
            return (Integer) kept.get(id).get("version");
        }
    }
}
