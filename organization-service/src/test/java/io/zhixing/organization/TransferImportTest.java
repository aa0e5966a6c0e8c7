package io.zhixing.organization;

import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.TRANSFERS;
import static io.zhixing.organization.Row.csv;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TransferImportTest {

    private static final String HEADER = "党员编号,姓名,转入支部编码,市外接收组织,转移范围,转移原因,申请日期,转出支部编码,接收日期";

    private Register.Organization committee;
    private Register.Organization branch;
    private Register.Organization elsewhere;

    @BeforeEach
    void settle() {
        committee = Register.committee();
        branch = Register.below(committee, "BRANCH");
        elsewhere = Register.branch();
    }

    @Test
    void transfers_of_a_file_are_drawn_up_and_a_second_import_changes_nothing() {
        // Given
        var first = Row.number(branch);
        var second = Row.number(branch);
        var file = csv(HEADER, drawn(first, elsewhere), second + ",示例,,某省某支部,跨省,工作调动,2016-03-01,,");
        // When
        var job = Imports.of("membership-transfers").ended(file);
        List<String> ids = Imports.of("membership-transfers").page(job).path("items.resourceId");
        Register.move(Register.officer(), TRANSFERS + "/" + ids.get(0), "\"v1\"", "submit", "2016-03-02").then()
                .statusCode(200);
        var stored = Stored.below(committee);
        var again = Imports.of("membership-transfers").ended(file);
        // Then
        assertEquals(List.of("CREATED", "CREATED"), Imports.of("membership-transfers").results(job));
        assertEquals(List.of("UNCHANGED", "UNCHANGED"), Imports.of("membership-transfers").results(again));
        assertEquals(stored, Stored.below(committee));
        Register.get(Tokens.of("READER", elsewhere.code()), TRANSFERS).then().body("items.id",
                is(List.of(ids.get(0))));
        Register.get(Register.officer(), TRANSFERS + "/" + ids.get(1)).then().body("reach", is("NATIONWIDE"))
                .body("state", is("DRAFT"));
    }

    @Test
    void a_transfer_of_the_past_is_told_of_where_the_member_came_onto_the_roll_that_day() {
        // Given
        var member = Row.number(branch);
        var file = csv(HEADER, received(member, elsewhere, "2010-07-01"));
        // When
        var job = Imports.of("membership-transfers").ended(file);
        var again = Imports.of("membership-transfers").ended(file);
        var otherDay = Imports.of("membership-transfers").ended(csv(HEADER, received(member, elsewhere, "2010-07-02")));
        var fromItself = Imports.of("membership-transfers").ended(csv(HEADER, received(member, branch, "2010-07-01")));
        var later = Imports.of("membership-transfers").ended(csv(HEADER, received(member, elsewhere, "2010-05-01")));
        var unknown = Imports.of("membership-transfers").ended(csv(HEADER,
                member + ",示例," + branch.code() + ",,,工作调动,2010-06-01,,2010-07-01"));
        // Then
        assertEquals(List.of("CREATED"), Imports.of("membership-transfers").results(job));
        assertEquals(List.of("UNCHANGED"), Imports.of("membership-transfers").results(again));
        assertEquals(List.of("REJECTED MEMBER_ON_NO_ROLL"), Imports.of("membership-transfers").results(otherDay));
        assertEquals(List.of("REJECTED TRANSFER_TO_OWN_BRANCH"),
                Imports.of("membership-transfers").results(fromItself));
        assertEquals(List.of("REJECTED DAYS_INCONSISTENT"), Imports.of("membership-transfers").results(later));
        assertEquals(List.of("REJECTED REFERENCE_UNKNOWN"), Imports.of("membership-transfers").results(unknown));
        String id = Imports.of("membership-transfers").page(job).path("items[0].resourceId");
        var event = OutboxProbe.ofTheService().event(id, "membership-transfer-changed.v1");
        assertEquals("RECEIVED", event.payload().path("state").asText());
        assertEquals(elsewhere.id(), event.payload().path("organizationId").asText());
        Register.get(Register.officer(), TRANSFERS + "/" + id + "/history").then().body("items.step",
                is(List.of("record")));
        Register.get(Register.officer(), MEMBERS + "/" + Row.id(member)).then().body("organizationId",
                is(branch.id())).body("version", is(1));
    }

    @Test
    void each_refused_transfer_has_the_code_of_the_single_call_and_writes_nothing() {
        // Given
        var member = Row.number(branch);
        var leaving = Row.number(branch);
        Imports.of("membership-transfers").ended(csv(HEADER, drawn(leaving, elsewhere))).then().body("created", is(1));
        var before = Stored.below(committee);
        var file = csv(HEADER, member + ",示例,,,,工作调动,2016-03-01,,", drawn(leaving, Register.branch()),
                member + ",示例," + branch.code() + ",,,工作调动,2016-03-02,,",
                member + ",示例," + committee.code() + ",,,工作调动,2016-03-03,,",
                member + ",示例," + elsewhere.code() + ",,,工作调动,2010-06-30,,",
                member + ",示例," + elsewhere.code() + ",,,工作调动,2999-01-01,,",
                member + ",示例,999,,,工作调动,2016-03-04,,", "NOBODY,示例," + elsewhere.code() + ",,,工作调动,2016-03-01,,");
        // When
        var dry = Imports.of("membership-transfers").dry().ended(file);
        var real = Imports.of("membership-transfers").ended(file);
        var reader = Tokens.of("READER", committee.code());
        var byReader = Imports.by(reader, "membership-transfers").ended(csv(HEADER, drawn(member, elsewhere)));
        // Then
        assertEquals(List.of("REJECTED TRANSFER_RECEIVER_UNCLEAR", "REJECTED TRANSFER_ALREADY_OPEN",
                "REJECTED TRANSFER_TO_OWN_BRANCH", "REJECTED MEMBERS_ONLY_ON_BRANCH", "REJECTED DAYS_INCONSISTENT",
                "REJECTED DAY_IN_FUTURE", "REJECTED REFERENCE_UNKNOWN", "REJECTED REFERENCE_UNKNOWN"),
                Imports.of("membership-transfers").results(real));
        assertEquals(
                List.of(List.of("receiverCode"), Arrays.asList((String) null), List.of("receiverCode"),
                        List.of("receiverCode"), List.of("on"), List.of("on"), List.of("receiverCode"),
                        List.of("memberNumber")),
                Imports.of("membership-transfers").columns(real));
        assertEquals(Imports.of("membership-transfers").results(dry),
                Imports.of("membership-transfers").results(real));
        assertEquals(List.of("REJECTED FORBIDDEN"), Imports.by(reader, "membership-transfers").results(byReader));
        assertEquals(Row.refusal(Register.post(TRANSFERS, Register.transfer(Row.id(leaving), Register.branch()))),
                Imports.of("membership-transfers").results(real).get(1));
        assertEquals(before, Stored.below(committee));
    }

    @Test
    void a_transfer_of_the_past_from_outside_names_its_sender_as_text() {
        // Given
        var member = Row.number(branch);
        var header = HEADER + ",市外转出组织";
        var file = csv(header, member + ",示例," + branch.code() + ",,跨省,工作调动,2010-06-01,,2010-07-01,某省某支部");
        // When
        var job = Imports.of("membership-transfers").ended(file);
        var again = Imports.of("membership-transfers").ended(file);
        var unclear = Imports.of("membership-transfers").ended(csv(header,
                member + ",示例," + branch.code() + ",,,工作调动,2010-06-01,,,某省某支部",
                member + ",示例," + branch.code() + ",,,工作调动,2010-06-02," + elsewhere.code() + ",2010-07-01,某省某支部"));
        // Then
        assertEquals(List.of("CREATED"), Imports.of("membership-transfers").results(job));
        assertEquals(List.of("UNCHANGED"), Imports.of("membership-transfers").results(again));
        assertEquals(List.of("REJECTED TRANSFER_SENDER_UNCLEAR", "REJECTED TRANSFER_SENDER_UNCLEAR"),
                Imports.of("membership-transfers").results(unclear));
        assertEquals(List.of(List.of("senderOutside"), List.of("senderOutside")),
                Imports.of("membership-transfers").columns(unclear));
        String id = Imports.of("membership-transfers").page(job).path("items[0].resourceId");
        Register.get(Register.officer(), TRANSFERS + "/" + id).then().body("senderOutside", is("某省某支部"))
                .body("reach", is("NATIONWIDE")).body("state", is("RECEIVED"));
        assertEquals(branch.id(), OutboxProbe.ofTheService().event(id, "membership-transfer-changed.v1").payload()
                .path("organizationId").asText());
    }

    @Test
    void what_stands_against_member_or_receiver_is_found_in_their_columns() {
        // Given
        var gone = Turn.emptyBranch(committee);
        Turn.taken(gone, "dissolve", "2016-02-01", Turn.because("撤销"));
        var dead = Row.number(branch);
        Register.taken(Register.officer(), MEMBERS + "/" + Row.id(dead), Register.stepOf("record-death", "2016-02-01"));
        // When
        var job = Imports.of("membership-transfers").ended(csv(HEADER, drawn(dead, gone)));
        // Then
        assertEquals(List.of("REJECTED MEMBER_ON_NO_ROLL ORGANIZATION_NOT_IN_PLACE"),
                Imports.of("membership-transfers").results(job));
        assertEquals(List.of(List.of("memberNumber", "receiverCode")),
                Imports.of("membership-transfers").columns(job));
    }

    @Test
    void fifty_transfers_cost_as_many_statements_as_one() {
        // Given
        var one = csv(HEADER, drawn(Row.number(branch), elsewhere));
        var many = csv(HEADER,
                IntStream.range(0, 50).mapToObj(i -> drawn(Row.number(branch), elsewhere)).toArray(String[]::new));
        // When
        var tables = "membership_transfer|transfer_side|roll_period|party_member";
        var ofOne = Row.statements("membership-transfers", one, tables);
        var ofMany = Row.statements("membership-transfers", many, tables);
        // Then
        assertEquals(ofOne, ofMany);
    }

    private static String drawn(String member, Register.Organization receiver) {
        return member + ",示例," + receiver.code() + ",,,工作调动,2016-03-01,,";
    }

    private String received(String member, Register.Organization sender, String on) {
        return member + ",示例," + branch.code() + ",,,工作调动,2010-06-01," + sender.code() + "," + on;
    }
}
