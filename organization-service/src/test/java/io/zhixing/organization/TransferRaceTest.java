package io.zhixing.organization;

import static io.zhixing.organization.Register.TRANSFERS;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.TransferDraft.roll;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many who transfer one member at once. */
@QuarkusTest
class TransferRaceTest {

    private TransferDraft transfer;

    @BeforeEach
    void draft() {
        transfer = new TransferDraft();
    }

    @Test
    void of_many_transfers_of_one_member_at_once_one_is_drawn_up() {
        // Given
        var wanted = Register.member(transfer.sender);
        var before = Stored.below(transfer.committee);
        // When
        var answers = Race.of(8, i -> Register.post(TRANSFERS, Register.transfer(wanted, transfer.receiver)));
        // Then
        assertEquals(1, Race.won(answers).size());
        assertEquals(List.of("TRANSFER_ALREADY_OPEN"), Race.lost(answers));
        assertEquals(before.changes() + 2, Stored.below(transfer.committee).changes(), "one for each side");
    }

    @Test
    void nobody_is_received_by_a_branch_that_is_dissolved_at_once() {
        // Given
        var branch = approvedFor();
        var etag = Turn.etag(branch);
        // When
        var answers = Race.of(2,
                i -> i == 0
                        ? Turn.from(etag, officer(), branch, "dissolve", "2016-03-10", Turn.because("撤销"))
                        : Register.move(officer(), transfer.address(), "\"v3\"", "receive", "2016-03-10"));
        // Then
        var lost = answers.stream().filter(answer -> answer.statusCode() != 200)
                .map(answer -> answer.<String>path("code")).toList();
        assertTrue(
                lost.equals(List.of("ORGANIZATION_HAS_MEMBERS")) || lost.equals(List.of("PRECONDITION_FAILED")),
                lost.toString());
        assertEquals(lost.contains("ORGANIZATION_HAS_MEMBERS") ? 1 : 0, roll(branch, "2016-03-10"));
    }

    @Test
    void a_receipt_that_waits_for_the_end_of_its_receiver_is_judged_after_it() throws SQLException {
        // Given
        var branch = approvedFor();
        var etag = Turn.etag(branch);
        var before = Stored.below(transfer.sender);
        CompletableFuture<Response> dissolved;
        CompletableFuture<Response> received;
        // When
        try (var writer = Database.asApplication().connect(); var statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock_shared(hashtext('zhixing-tree'))");   // as any call in hand
            dissolved = CompletableFuture.supplyAsync(
                    () -> Turn.from(etag, officer(), branch, "dissolve", "2016-03-10", Turn.because("撤销")));
            eventually(() -> assertTrue(isWaitedFor("ExclusiveLock")));
            received = CompletableFuture
                    .supplyAsync(() -> Register.move(officer(), transfer.address(), "\"v3\"", "receive", "2016-03-10"));
            eventually(() -> assertTrue(isWaitedFor("ShareLock")));
            writer.rollback();
        }
        // Then
        dissolved.join().then().statusCode(200);
        Register.refused(received.join(), 412, "PRECONDITION_FAILED");   // it lapsed with its receiver
        Register.get(officer(), transfer.address()).then().body("state", is("WITHDRAWN"));
        assertEquals(before.withChanges(1), Stored.below(transfer.sender));
        assertEquals(0, roll(branch, "2016-03-10"));
    }

    /** Whether a call waits for the tree, to turn it or to write below it. */
    private static boolean isWaitedFor(String mode) {
        return Database.asOwner().query("""
                select exists (select from pg_locks l join pg_database d on d.oid = l.database and d.datname = current_database()
                  where l.locktype = 'advisory' and l.mode = ? and not l.granted)""", row -> row.getBoolean(1), mode)
                .get(0);
    }

    /** A branch that can be dissolved, and for which the transfer waits now. */
    private Register.Organization approvedFor() {
        var branch = Turn.emptyBranch(transfer.committee);
        transfer.id = TransferDraft.drafted(Register.member(transfer.sender), branch);
        transfer.submit();
        transfer.approve();
        return branch;
    }

    @Test
    void of_many_who_receive_or_withdraw_at_once_one_does() {
        // Given
        transfer.submit();
        transfer.approve();
        // When
        var answers = Race.of(6,
                i -> Register.move(officer(), transfer.address(), "\"v3\"", i % 2 == 0 ? "receive" : "withdraw",
                        "2016-03-10"));
        // Then
        assertEquals(List.of(200, 412, 412, 412, 412, 412),
                answers.stream().map(Response::statusCode).sorted().toList());
        assertEquals(1, roll(transfer.sender, "2016-03-10") + roll(transfer.receiver, "2016-03-10"));
    }
}
