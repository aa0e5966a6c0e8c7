package io.zhixing.organization;

import static io.zhixing.organization.Away.FLOATING;
import static io.zhixing.organization.Away.RESIDENCES;
import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.TRANSFERS;
import static io.zhixing.organization.Register.memberAddress;
import static io.zhixing.organization.Register.move;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.contract.Contract;
import io.zhixing.platform.testing.contract.Operation;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A member sees what is about himself, and nothing of anybody else. */
@QuarkusTest
class OwnRowsTest {

    /** Every operation that a member may call; each is called below. */
    private static final Set<String> OPERATIONS = Set.of("getMember", "listMembers", "listTransfers", "getTransfer",
            "listTransferHistory", "registerResidence", "listResidences", "getResidence", "getResidenceTransitions",
            "moveResidence", "listFloatingMembers", "getFloatingMember", "listDuesAssessments", "listDuesReceipts",
            "listDuesArrears");

    private Register.Organization committee;
    private Register.Organization home;
    private Register.Organization elsewhere;
    private String himself;
    private String other;
    private String token;

    @BeforeEach
    void settle() {
        committee = Register.committee();
        home = Register.below(committee, "BRANCH");
        elsewhere = Register.branch();
        himself = Register.member(home);
        other = Register.member(home);
        token = token(himself);
    }

    @Test
    void the_contract_lets_members_call_these_operations_and_no_others() {
        // Given
        var contract = Contract.committed();
        // When
        var allowed = contract.operations().stream()
                .filter(operation -> operation.node().path("x-required-roles").toString().contains("\"MEMBER\""))
                .map(Operation::id).collect(Collectors.toCollection(TreeSet::new));
        // Then
        assertEquals(new TreeSet<>(OPERATIONS), allowed);
    }

    @Test
    void he_reads_himself_and_finds_nobody_else() {
        // Given
        var list = Register.get(token, MEMBERS + "?count=true");
        // When
        var own = Register.get(token, memberAddress(himself));
        var others = Register.get(token, memberAddress(other));
        var byNumber = Register.get(token, MEMBERS + "?memberNumber="
                + Register.get(officer(), memberAddress(other)).path("memberNumber"));
        var ofTheBranch = Register.get(token, MEMBERS + "?organization=" + home.id());
        // Then
        list.then().statusCode(200).body("items.id", is(List.of(himself))).body("total", is(1));
        own.then().statusCode(200).body("id", is(himself));
        refused(others, 404, "NOT_FOUND");
        byNumber.then().body("items", empty());
        refused(ofTheBranch, 422, "REFERENCE_UNKNOWN");
    }

    @Test
    void he_reads_his_transfer_and_its_steps() {
        // Given
        String own = Register.post(TRANSFERS, Register.transfer(himself, elsewhere)).path("id");
        String foreign = Register.post(TRANSFERS, Register.transfer(other, elsewhere)).path("id");
        move(officer(), TRANSFERS + "/" + own, "\"v1\"", "submit", "2016-03-02").then().statusCode(200);
        // When
        var list = Register.get(token, TRANSFERS);
        var steps = Register.get(token, TRANSFERS + "/" + own + "/history");
        // Then
        list.then().body("items.id", is(List.of(own)));
        steps.then().statusCode(200).body("items.step", is(List.of("submit")));
        Register.get(token, TRANSFERS + "/" + own).then().statusCode(200).body("state", is("SUBMITTED"));
        refused(Register.get(token, TRANSFERS + "/" + foreign), 404, "NOT_FOUND");
        refused(Register.get(token, TRANSFERS + "/" + foreign + "/history"), 404, "NOT_FOUND");
        refused(move(token, TRANSFERS + "/" + own, "\"v2\"", "withdraw", "2016-03-03"), 403, "FORBIDDEN");
    }

    @Test
    void he_reads_that_he_is_away() {
        // Given
        String own = Register.post(FLOATING, Away.floating(himself, elsewhere)).path("id");
        String foreign = Register.post(FLOATING, Away.floating(other, elsewhere)).path("id");
        // When
        var list = Register.get(token, FLOATING);
        // Then
        list.then().body("items.id", is(List.of(own)));
        Register.get(token, FLOATING + "/" + own).then().statusCode(200);
        refused(Register.get(token, FLOATING + "/" + foreign), 404, "NOT_FOUND");
    }

    @Test
    void he_registers_where_he_lives_and_ends_it_himself() {
        // Given
        var wanted = Away.residence(himself, elsewhere);
        // When
        var registered = Register.post(token, RESIDENCES, wanted);
        String id = registered.path("id");
        var address = RESIDENCES + "/" + id;
        var open = Register.get(token, address + "/transitions");
        var confirmed = move(token, address, "\"v1\"", "confirm", "2016-03-02");
        var ended = move(token, address, "\"v1\"", "end", "2016-04-01");
        // Then
        registered.then().statusCode(201).body("homeId", is(home.id())).body("state", is("REGISTERED"));
        open.then().body("transitions.find { it.name == 'end' }.allowed", is(true))
                .body("transitions.find { it.name == 'confirm' }.reasons.code", is(List.of("FORBIDDEN")));
        refused(confirmed, 403, "FORBIDDEN");
        ended.then().statusCode(200).body("state", is("ENDED")).body("version", is(2));
        Register.get(token, RESIDENCES).then().body("items.id", is(List.of(id)));
        Register.get(token, address).then().statusCode(200);
        assertEquals(List.of("REGISTERED", "ENDED"), OutboxProbe.ofTheService()
                .events(id, 2).stream().map(event -> event.payload().path("state").asText())
                .toList());
        Register.get(Tokens.of("READER", home.code()), RESIDENCES).then().body("items.id", is(List.of(id)));
    }

    @Test
    void nobody_registers_another_one_or_ends_anothers_registration() {
        // Given
        String foreign = Register.post(RESIDENCES, Away.residence(other, elsewhere)).path("id");
        var before = Stored.below(committee);
        // When
        var registered = Register.post(token, RESIDENCES, Away.residence(other, elsewhere));
        var ended = move(token, RESIDENCES + "/" + foreign, "\"v1\"", "end", "2016-04-01");
        var withoutPerson = Register.post(Tokens.of("MEMBER", home.code()), RESIDENCES,
                Away.residence(himself, elsewhere));
        // Then
        refused(registered, 422, "REFERENCE_UNKNOWN");
        refused(ended, 404, "NOT_FOUND");
        refused(withoutPerson, 422, "REFERENCE_UNKNOWN");
        refused(Register.get(token, RESIDENCES + "/" + foreign), 404, "NOT_FOUND");
        refused(Register.get(token, RESIDENCES + "/" + foreign + "/transitions"), 404, "NOT_FOUND");
        assertEquals(before, Stored.below(committee));
    }

    @Test
    void he_reads_his_dues() {
        // Given
        for (var member : List.of(himself, other)) {
            Register.post(Dues.ASSESSMENTS, Dues.assessment(member, "2015-01", 300_000)).then().statusCode(200);
            Register.post(Dues.RECEIPTS, Dues.receipt(member, "2015-01")).then().statusCode(200);
        }
        Register.post(Dues.CLOSINGS, Dues.closing(home, "2015-02")).then().statusCode(200);
        // When
        var lists = Stream.of(Dues.ASSESSMENTS, Dues.RECEIPTS, Dues.ARREARS)
                .map(list -> Register.get(token, list + "?count=true")).toList();
        // Then
        lists.forEach(list -> list.then().statusCode(200).body("items.memberId", is(List.of(himself))).body("total",
                is(1)));
    }

    @Test
    void with_a_grant_beside_it_nothing_comes_twice() {
        // Given
        String own = Register.post(TRANSFERS, Register.transfer(himself, elsewhere)).path("id");
        String foreign = Register.post(TRANSFERS, Register.transfer(other, elsewhere)).path("id");
        var secretary = Tokens.grant("MEMBER", home.code()).and("BRANCH_SECRETARY", home.code())
                .and("READER", elsewhere.code()).member(UUID.fromString(himself)).token();
        var onlyElsewhere = Tokens.grant("MEMBER", home.code()).and("READER", Register.branch().code())
                .member(UUID.fromString(himself)).token();
        // When
        var list = Register.get(secretary, TRANSFERS + "?count=true");
        var alone = Register.get(onlyElsewhere, TRANSFERS + "?count=true");
        // Then
        list.then().body("items.id", is(List.of(own, foreign))).body("total", is(2));
        alone.then().body("items.id", is(List.of(own))).body("total", is(1));
    }

    @Test
    void without_the_role_the_claim_shows_nothing() {
        // Given
        var reader = Tokens.grant("READER", elsewhere.code()).member(UUID.fromString(himself)).token();
        // When
        Response answer = Register.get(reader, memberAddress(himself));
        // Then
        refused(answer, 404, "NOT_FOUND");
        Register.get(reader, MEMBERS).then().body("items", empty());
    }

    private static String token(String member) {
        return Tokens.grant("MEMBER", Register.ROOT).member(UUID.fromString(member)).token();
    }
}
