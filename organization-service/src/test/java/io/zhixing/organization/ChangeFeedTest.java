package io.zhixing.organization;

import static io.restassured.RestAssured.given;
import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangeFeedTest {

    private static final int WRITERS = 6;
    private static final int EACH = 12;

    @Test
    void a_reader_learns_of_each_resource_as_it_is_now() {
        // Given
        var branch = Register.branch();
        var reader = Tokens.of("READER", branch.code());
        var since = now(reader);
        // When
        var member = Register.member(branch);
        // Then
        var copy = new FeedCopy(reader, since);
        eventually(() -> assertEquals(Set.of(member), copy.catchUp().ids("member")));
        assertEquals(1, copy.version(member));
    }

    @Test
    void nothing_is_lost_while_many_write() throws Exception {
        // Given
        var committee = Register.committee();
        var branches = IntStream.range(0, WRITERS).mapToObj(i -> Register.below(committee, "BRANCH")).toList();
        var reader = Tokens.of("READER", committee.code());
        var copy = new FeedCopy(reader, now(reader));
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
        var copy = new FeedCopy(reader, export.header("Changes-Cursor"));
        eventually(() -> assertTrue(copy.catchUp().ids("member").contains(after)));
    }

    @Test
    void pages_of_any_size_end_in_the_same_copy() {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var members = IntStream.range(0, 5).mapToObj(i -> Register.member(branch)).collect(Collectors.toSet());
        var copy = new FeedCopy(Tokens.of("READER", committee.code()), null).bySteps(2);
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
        var foreign = Register.get(Tokens.of("READER", other.code()), FeedCopy.CHANGES + "?since=" + since);
        var damaged = Register.get(reader, FeedCopy.CHANGES + "?since=" + since.substring(1));
        var unknownType = Register.get(reader, FeedCopy.CHANGES + "?type=dues");
        var tooMany = Register.get(reader, FeedCopy.CHANGES + "?limit=201");
        var oneType = Register.get(reader, FeedCopy.CHANGES + "?type=post&since=" + since);
        // Then
        refused(foreign, 400, "CURSOR_MISMATCH");
        refused(damaged, 400, "CURSOR_INVALID");
        refused(unknownType, 400, "PARAMETER_INVALID");
        refused(tooMany, 400, "PARAMETER_INVALID");
        oneType.then().statusCode(200).body("items", empty()).body("hasMore", is(false));
    }

    private static String now(String reader) {
        return Register.get(reader, FeedCopy.CHANGES + "?since=now").path("next");
    }
}
