package io.zhixing.organization;

import static io.zhixing.organization.Register.TRANSFERS;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.organization.transfer.ExpireTransfers;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;

/** What leaves a reader, comes to him, or is shared with him. */
@QuarkusTest
class ChangeFeedScopeTest {

    private static final String TRANSFER = "membership-transfer";

    @Inject
    ExpireTransfers expireTransfers;

    @Test
    void what_moves_away_is_a_tombstone_for_those_it_leaves_and_shown_to_those_it_comes_to() {
        // Given
        var from = Register.committee();
        var to = Register.committee();
        var town = Register.below(from, "PRIMARY_COMMITTEE");
        var branch = Register.below(town, "BRANCH");
        var member = Register.member(branch);
        var left = new FeedCopy(Tokens.of("READER", from.code()), null);
        var joined = new FeedCopy(Tokens.of("READER", to.code()), null);
        var within = new FeedCopy(Tokens.of("READER", town.id()), null);
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
        var left = new FeedCopy(Tokens.of("READER", from.code()), null);
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
        var bySender = new FeedCopy(Tokens.of("READER", sender.code()), null);
        var byReceiver = new FeedCopy(Tokens.of("READER", receiver.code()), null);
        var byThird = new FeedCopy(Tokens.of("READER", third.code()), null);
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
        var bySender = new FeedCopy(Tokens.of("READER", sender.code()), null);
        var byReceiver = new FeedCopy(Tokens.of("READER", receiver.code()), null);
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
        var left = new FeedCopy(Tokens.of("READER", from.code()), null);
        var joined = new FeedCopy(Tokens.of("READER", to.code()), null);
        var bySender = new FeedCopy(Tokens.of("READER", sender.code()), null);
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
        var left = new FeedCopy(Tokens.of("READER", from.code()), null);
        var joined = new FeedCopy(Tokens.of("READER", to.code()), null);
        eventually(() -> assertEquals(Set.of(group), left.catchUp().ids("party-group")));
        // When
        Turn.of(town, "reassign", "2016-03-01", Turn.under(to)).then().statusCode(200);
        // Then
        eventually(() -> assertEquals(Set.of(group), joined.catchUp().ids("party-group")));
        eventually(() -> assertEquals(Set.of(), left.catchUp().ids("party-group")));
        Register.get(Tokens.of("READER", to.code()), Register.GROUPS).then().body("items.id", is(List.of(group)));
    }
}
