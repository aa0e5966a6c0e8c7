package io.zhixing.organization;

import static io.zhixing.organization.Dues.ARREARS;
import static io.zhixing.organization.Dues.CLOSINGS;
import static io.zhixing.organization.Dues.RECEIPTS;
import static io.zhixing.organization.Dues.REDUCTIONS;
import static io.zhixing.organization.Dues.closing;
import static io.zhixing.organization.Dues.correction;
import static io.zhixing.organization.Dues.receipt;
import static io.zhixing.organization.Dues.reduction;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Row.csv;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is in arrears when somebody pays, moves or is exempted beside or after the closing of a month. */
@QuarkusTest
class ArrearsTest {

    private static final String RECEIVED = "党员编号,种类,交至月份,金额（分）,收讫日期,更正原因";

    private Register.Organization committee;
    private Register.Organization branch;
    private Register.Organization next;

    @BeforeEach
    void settle() {
        committee = Register.committee();
        branch = Register.below(committee, "BRANCH");
        next = Register.below(committee, "BRANCH");
    }

    /** Somebody's row is held while the month is closed, so that the receipt of another member falls between. */
    @ParameterizedTest(name = "in a file: {0}")
    @ValueSource(booleans = {false, true})
    void whose_receipt_comes_while_the_month_is_closed_is_not_in_arrears(boolean inFile)
            throws SQLException, InterruptedException, ExecutionException {
        // Given
        var held = Register.member(branch);
        var number = Row.number(branch);
        var payer = Row.id(number);
        try (var holder = Database.asApplication().within(Register.path(committee)).connect()) {
            holder.setAutoCommit(false);
            int backend = hold(holder, held);
            // When
            var closed = CompletableFuture.supplyAsync(() -> Register.post(CLOSINGS, closing(branch, "2016-05")));
            eventually(() -> assertTrue(isWaitedFor(backend), "the closing does not wait yet"));
            if (inFile) {
                Imports.of("dues-receipts").ended(csv(RECEIVED, number + ",收讫,2016-05,1500,2016-05-20,")).then()
                        .body("created", is(1));
            } else {
                Register.post(RECEIPTS, receipt(payer, "2016-05")).then().statusCode(200);
            }
            holder.rollback();
            // Then
            closed.get().then().statusCode(200);
        }
        assertEquals(List.of(held), inArrears("organization=" + branch.code()));
    }

    @Test
    void of_many_who_pay_and_one_who_closes_at_once_nobody_who_has_paid_is_in_arrears() {
        // Given
        var payers = List.of(Register.member(branch), Register.member(branch), Register.member(branch),
                Register.member(branch), Register.member(branch));
        for (var month : List.of("2016-03", "2016-04", "2016-05")) {
            // When
            var answers = Race.of(payers.size() + 1, i -> i == 0
                    ? Register.post(CLOSINGS, closing(branch, month))
                    : Register.post(RECEIPTS, receipt(payers.get(i - 1), month)));
            // Then
            answers.forEach(answer -> answer.then().statusCode(200));
            assertEquals(List.of(), inArrears("organization=" + branch.code()));
        }
    }

    @Test
    void who_went_to_another_branch_in_arrears_owes_what_the_former_one_has_closed() {
        // Given
        var member = Register.member(branch);
        closed(branch, "2016-06");
        Transferring.take(member, next, "2016-07-10");
        var clerk = Tokens.of("BRANCH_CLERK", next.code());
        // When
        var some = Register.post(clerk, RECEIPTS, receipt(member, "2016-03"));
        var between = inArrears("member=" + member);
        var all = Register.post(clerk, RECEIPTS, receipt(member, "2016-06"));
        // Then
        some.then().statusCode(200);
        assertEquals(List.of(member), between);
        all.then().statusCode(200);
        assertEquals(List.of(), inArrears("member=" + member));
        assertEquals(List.of(true, false), told(member));
    }

    @Test
    void receipts_of_a_file_leave_him_in_arrears_too_until_they_reach_what_the_former_branch_has_closed() {
        // Given
        var number = Row.number(branch);
        var member = Row.id(number);
        closed(branch, "2016-06");
        Transferring.take(member, next, "2016-07-10");
        // When
        Imports.of("dues-receipts").ended(csv(RECEIVED, number + ",收讫,2016-03,1500,2016-07-20,")).then()
                .body("created", is(1));
        var between = inArrears("member=" + member);
        Imports.of("dues-receipts").ended(csv(RECEIVED, number + ",收讫,2016-06,1500,2016-07-21,")).then()
                .body("created", is(1));
        // Then
        assertEquals(List.of(member), between);
        assertEquals(List.of(), inArrears("member=" + member));
    }

    @Test
    void he_does_not_owe_the_new_branch_what_it_has_closed_of_the_time_before_him() {
        // Given
        var member = Register.member(branch);
        closed(branch, "2016-05");
        closed(next, "2016-06");
        Transferring.take(member, next, "2016-07-10");
        // When
        Register.post(RECEIPTS, receipt(member, "2016-05")).then().statusCode(200);
        // Then
        assertEquals(List.of(), inArrears("member=" + member));
    }

    @Test
    void a_correction_puts_him_behind_again_for_what_the_former_branch_has_closed() {
        // Given
        var member = Register.member(branch);
        Register.post(RECEIPTS, receipt(member, "2016-06")).then().statusCode(200);
        closed(branch, "2016-06");
        Transferring.take(member, next, "2016-07-10");
        var other = Tokens.grant("BRANCH_SECRETARY", next.code()).subject("other").token();
        // When
        Register.post(other, RECEIPTS, correction(member, "2016-03")).then().statusCode(200);
        // Then
        Register.get(officer(), ARREARS + "?open=true&member=" + member).then().body("items.organizationId",
                is(List.of(branch.id())));
    }

    @Test
    void a_branch_closes_a_month_also_when_one_of_its_roll_has_gone_where_it_does_not_see() {
        // Given
        var member = Register.member(branch);
        Transferring.take(member, next, "2016-07-10");
        var clerk = Tokens.of("BRANCH_CLERK", branch.code());
        // When
        var answer = Register.post(clerk, CLOSINGS, closing(branch, "2016-06"));
        // Then
        answer.then().statusCode(200);
        assertEquals(List.of(member), inArrears("member=" + member));
    }

    @Test
    void a_whole_exemption_that_is_approved_later_ends_the_arrears_and_is_told() {
        // Given
        var member = Register.member(branch);
        closed(branch, "2016-05");
        // When
        exempt(member, "2016-01", "2016-12", "10000");
        // Then
        assertEquals(List.of(), inArrears("member=" + member));
        assertEquals(List.of(true, false), told(member));
    }

    @Test
    void a_month_that_no_exemption_covers_is_still_owed() {
        // Given
        var member = Register.member(branch);
        var poor = Register.member(branch);
        closed(branch, "2016-05");
        closed(branch, "2016-06");
        // When
        exempt(member, "2016-05", "2016-05", "10000");
        exempt(poor, "2016-01", "2016-12", "5000");
        // Then
        assertEquals(List.of(member), inArrears("member=" + member));
        assertEquals(List.of(poor), inArrears("member=" + poor));
        exempt(member, "2016-06", "2016-06", "10000");
        assertEquals(List.of(), inArrears("member=" + member));
    }

    @Test
    void who_is_wholly_exempt_is_not_counted_among_those_due() {
        // Given
        var member = Register.member(branch);
        Register.post(RECEIPTS, receipt(Register.member(branch), "2016-05")).then().statusCode(200);
        exempt(member, "2016-05", "2016-05", "10000");
        // When
        closed(branch, "2016-05");
        closed(branch, "2016-06");
        // Then
        Register.get(officer(), CLOSINGS + "?count=true&organization=" + branch.code()).then()
                .body("items.month", is(List.of("2016-05", "2016-06"))).body("items.due", is(List.of(1, 2)))
                .body("items.paid", is(List.of(1, 0)));
    }

    @Test
    void whom_a_branch_no_longer_sees_counts_in_what_it_has_closed_as_for_everybody_else() {
        // Given
        var payer = Register.member(branch);
        var exempt = Register.member(branch);
        Register.member(branch);
        Turn.active(branch);
        Register.post(RECEIPTS, receipt(payer, "2016-06")).then().statusCode(200);
        exempt(exempt, "2016-06", "2016-06", "10000");
        closed(branch, "2016-06");
        // When
        Transferring.take(payer, next, "2016-07-10");
        Transferring.take(exempt, next, "2016-07-10");
        // Then
        for (var reader : List.of(officer(), Tokens.of("BRANCH_CLERK", branch.code()))) {
            Register.get(reader, CLOSINGS + "?organization=" + branch.code()).then()
                    .body("items.due", is(List.of(2))).body("items.paid", is(List.of(1)));
            Register.get(reader,
                    "/organization/v1/compliance/DUES_PAID_THROUGH?on=2016-12-31&organization=" + branch.code())
                    .then().body("items.numerator", is(List.of(1))).body("items.denominator", is(List.of(2)));
        }
    }

    private static int hold(Connection holder, String member) throws SQLException {
        try (var row = holder.prepareStatement(
                "select pg_backend_pid() from party_member where id = ?::uuid for update")) {
            row.setString(1, member);
            try (var rows = row.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static boolean isWaitedFor(int backend) {
        return Database.asApplication().query("select 1 from pg_stat_activity where ? = any (pg_blocking_pids(pid))",
                row -> row.getInt(1), backend).size() > 0;
    }

    private static void closed(Register.Organization branch, String month) {
        Register.post(CLOSINGS, closing(branch, month)).then().statusCode(200);
    }

    private void exempt(String member, String from, String to, String basisPointsOff) {
        var asked = Register.post(REDUCTIONS, reduction(member, from, to).raw("basisPointsOff", basisPointsOff));
        Register.move(Tokens.grant("CAMPAIGN_OFFICER", committee.code()).subject("above").token(),
                REDUCTIONS + "/" + asked.path("id"), "\"v1\"", "approve", "2016-01-12").then().statusCode(200);
    }

    private static List<String> inArrears(String of) {
        return Register.get(officer(), ARREARS + "?open=true&" + of).path("items.memberId");
    }

    /** Whether in arrears, by the events of his only ones. */
    private static List<Boolean> told(String member) {
        String id = Register.get(officer(), ARREARS + "?member=" + member).path("items[0].id");
        return OutboxProbe.ofTheService().events(id, 2).stream()
                .map(event -> event.payload().path("inArrears").asBoolean()).toList();
    }
}
