package io.zhixing.sample;

import static io.zhixing.platform.testing.Eventually.PATIENCE;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.database.Statements;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;

/** One transaction that changes things of several organizations enters the chain of each. */
@QuarkusTest
class AuditOrderTest {

    @Inject
    Folders folders;

    @Inject
    Outbox outbox;

    @Test
    void two_transactions_that_change_two_organizations_in_opposite_order_do_not_wait_for_each_other_for_ever()
            throws Exception {
        // Given
        var left = folders.top();
        var right = folders.top();
        var bothHaveAppended = new CyclicBarrier(2);
        // When
        var there = changed(left, right, bothHaveAppended);
        var back = changed(right, left, bothHaveAppended);
        there.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        back.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        // Then
        for (var folder : List.of(left, right)) {
            AuditReader.entriesOf(folder).body("items.seq", is(List.of(1, 2)));
            AuditReader.verificationOf(folder).body("intact", is(true)).body("entries", is(2));
        }
    }

    @Test
    void what_a_transaction_appends_by_and_by_is_one_statement_and_keeps_its_order() {
        // Given
        var folder = folders.top();
        var other = folders.top();
        var note = Ids.next();
        // When
        var statements = Statements.of(Database.asApplication(), () -> QuarkusTransaction.requiringNew().run(() -> {
            append(note, 1, folder);
            append(Ids.next(), 1, other);
            append(note, 2, folder);
        }));
        // Then
        assertEquals(1, statements.count(), statements.toString());
        AuditReader.entriesOf(folder).body("items.objectVersion", is(List.of(1, 2)))
                .body("items.objectId", is(List.of(note.toString(), note.toString())));
        AuditReader.entriesOf(other).body("items", hasSize(1));
    }

    @Test
    void a_transaction_that_is_rolled_back_or_forgets_leaves_no_entry() {
        // Given
        var folder = folders.top();
        // When
        assertThrows(IllegalArgumentException.class, () -> QuarkusTransaction.requiringNew().run(() -> {
            append(Ids.next(), 1, folder);
            throw new IllegalArgumentException("refused");
        }));
        QuarkusTransaction.requiringNew().run(() -> {
            append(Ids.next(), 1, folder);
            outbox.forget();
        });
        // Then
        AuditReader.entriesOf(folder).body("items", hasSize(0));
    }

    @Test
    void an_event_without_a_transaction_is_refused() {
        var folder = folders.top();
        assertThrows(IllegalStateException.class, () -> append(Ids.next(), 1, folder));
    }

    private CompletableFuture<Void> changed(Folders.Folder first, Folders.Folder second, CyclicBarrier appended) {
        return CompletableFuture.runAsync(() -> QuarkusTransaction.requiringNew().run(() -> {
            append(Ids.next(), 1, first);
            await(appended);
            append(Ids.next(), 1, second);
        }));
    }

    private void append(UUID note, long version, Folders.Folder folder) {
        outbox.append(new Note.Written(note, version, folder.id(), LocalDate.of(2016, 7, 1), "by and by"),
                folder.path());
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException failure) {
            throw new AssertionError(failure);
        }
    }
}
