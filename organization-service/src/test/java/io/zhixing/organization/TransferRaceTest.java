package io.zhixing.organization;

import static io.zhixing.organization.Register.TRANSFERS;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.TransferDraft.roll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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
