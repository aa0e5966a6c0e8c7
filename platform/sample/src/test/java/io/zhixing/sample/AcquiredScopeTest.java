package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.access.CallScope;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.access.Grant;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** While the tree is turned nobody's scope for writing can be entered; there are two connections. */
@QuarkusTest
@Tag("landing")
@TestProfile(ServiceApart.class)
class AcquiredScopeTest {

    private static final String NOTES = "/sample/v1/notes";
    /** Much longer than a wait for a lock, for a busy computer. */
    private static final int SECONDS = 20;

    @Inject
    Folders folders;

    @Inject
    AgroalDataSource database;

    @Inject
    Caller caller;

    @Inject
    Access access;

    @Inject
    CallScope scope;

    @BeforeEach
    void waits_for_locks_are_short() throws SQLException {
        onEachConnection("set lock_timeout = '200ms'");
    }

    @AfterEach
    void waits_for_locks_are_long() throws SQLException {
        onEachConnection("reset lock_timeout");
    }

    @Test
    void a_connection_without_its_scope_is_nobody_elses_as_long_as_the_transaction_lasts_that_took_it()
            throws Exception {
        // Given: one connection is of a call that fails, one of a call that reads
        var folder = folders.top();
        write(folder, "kept").post(NOTES).then().statusCode(201);
        var failed = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        try (var turning = treeAlone()) {
            var failing = task(() -> {
                caller.assume(standing("WRITER", folder));
                QuarkusTransaction.begin();
                try {
                    return assertThrows(IllegalStateException.class, access::scope);
                } finally {
                    failed.countDown();
                    ended.await();
                    QuarkusTransaction.rollback();
                }
            });
            assertTrue(failed.await(SECONDS, TimeUnit.SECONDS));
            var reads = new CountDownLatch(1);
            var reading = task(() -> visible(folder, () -> {
                reads.countDown();
                ended.await();
            }));
            // When
            var next = new FutureTask<>(inContext(() -> visible(folder, () -> {})));
            var waiting = new Thread(next, "waiting");
            try {
                assertTrue(reads.await(SECONDS, TimeUnit.SECONDS), "the reader was given what another one holds");
                waiting.start();
                eventually(() -> assertTrue(next.isDone() || waiting.getState() == Thread.State.TIMED_WAITING));
            } finally {
                ended.countDown();
            }
            // Then
            assertEquals("55P03", ((SQLException) failing.get().getCause()).getSQLState());
            assertEquals(1, reading.get());
            assertEquals(1, next.get());
            turning.rollback();
        }
    }

    @Test
    void a_reader_sees_what_is_his_while_the_scopes_of_others_fail() throws Exception {
        // Given
        var folder = folders.top();
        var note = write(folder, "seen").post(NOTES).then().statusCode(201).extract().header("Location");
        var reader = Tokens.of("READER", folder.code());
        try (var turning = treeAlone()) {
            // When
            var writer = CompletableFuture.supplyAsync(() -> IntStream.range(0, 10)
                    .map(i -> write(folder, "never").post(NOTES).statusCode()).boxed().collect(Collectors.toSet()));
            var readers = Stream.generate(() -> CompletableFuture.supplyAsync(
                    () -> Stream.generate(() -> given().auth().oauth2(reader).get(note).statusCode())
                            .takeWhile(status -> !writer.isDone()).collect(Collectors.toSet())))
                    .limit(3).toList();
            // Then
            assertEquals(Set.of(503), writer.join());
            for (var statuses : readers) {   // refused at the door, or served
                assertTrue(Set.of(200, 503).containsAll(statuses.join()), statuses.join().toString());
            }
            turning.rollback();
        }
    }

    @Test
    void a_keyed_call_that_waits_for_the_tree_in_vain_has_no_twin() throws SQLException {
        // Given
        var folder = folders.top();
        var key = Ids.next().toString();
        try (var turning = treeAlone()) {
            // When
            var refused = write(folder, "keyed").header("Idempotency-Key", key).post(NOTES);
            // Then
            refused.then().statusCode(503).body("code", is("TEMPORARILY_UNAVAILABLE")).header("Retry-After", is("1"));
            turning.rollback();
        }
        write(folder, "keyed").header("Idempotency-Key", key).post(NOTES).then().statusCode(201);
    }

    private interface Pause {

        void take() throws Exception;
    }

    private int visible(Folders.Folder folder, Pause pause) throws Exception {
        caller.assume(standing("READER", folder));
        scope.readOnly(false);
        QuarkusTransaction.begin();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from note")) {
            rows.next();
            pause.take();
            return rows.getInt(1);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static Caller.Standing standing(String role, Folders.Folder folder) {
        return new Caller.Standing("test", "test/test", null, List.of(new Grant(role, folder.code())));
    }

    private static <T> FutureTask<T> task(Callable<T> work) {
        var task = new FutureTask<>(inContext(work));
        new Thread(task, "call").start();
        return task;
    }

    private static <T> Callable<T> inContext(Callable<T> work) {
        return () -> {
            var context = Arc.container().requestContext();
            context.activate();
            try {
                return work.call();
            } finally {
                context.terminate();
            }
        };
    }

    private static Connection treeAlone() throws SQLException {
        var turning = Database.asOwner().connect();
        turning.setAutoCommit(false);
        try (var statement = turning.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(hashtext('zhixing-tree'))");
        }
        return turning;
    }

    private void onEachConnection(String sql) throws SQLException {
        try (var one = database.getConnection();
                var other = database.getConnection();
                var first = one.createStatement();
                var second = other.createStatement()) {
            first.execute(sql);
            second.execute(sql);
        }
    }

    private static RequestSpecification write(Folders.Folder folder, String title) {
        return given().auth().oauth2(Tokens.of("WRITER", folder.code())).contentType(ContentType.JSON)
                .body("{\"folder\":\"%s\",\"title\":\"%s\",\"writtenOn\":\"2016-07-01\"}".formatted(folder.code(),
                        title + " " + folder.code()));
    }
}
