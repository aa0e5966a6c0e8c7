package io.zhixing.organization;

import static io.zhixing.organization.Register.TRANSFERS;
import static io.zhixing.organization.Register.move;
import static io.zhixing.organization.Register.refused;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A transfer to another county, out of a branch of a town. */
@QuarkusTest
class TransferLevelsTest {

    private Register.Organization county;
    private Register.Organization town;
    private Register.Organization sender;
    private Register.Organization receiver;
    private String transfer;

    @BeforeEach
    void approveAtTheSender() {
        county = Register.committee();
        town = Register.below(county, "PRIMARY_COMMITTEE");
        sender = Register.below(town, "BRANCH");
        receiver = Register.branch();
        transfer = draft(Register.transfer(Register.member(sender), receiver));
    }

    @Test
    void each_superior_whom_the_member_leaves_approves_once_and_from_below_upward() {
        // When
        var byTown = approve(officer(town, "town"));
        var tooEarly = receive();
        var byTownAgain = approve(officer(town, "town"));
        var byCounty = approve(officer(county, "county"));
        var byCity = approve(officer(new Register.Organization(Register.rootId(), Register.ROOT, null), "city"));
        var received = receive();
        // Then
        byTown.then().statusCode(200).body("state", is("UPPER_APPROVED")).body("upperApprovals", is(1));
        refused(tooEarly, 409, "TRANSFER_NEEDS_UPPER_APPROVAL");
        refused(byTownAgain, 403, "FORBIDDEN");
        byCounty.then().statusCode(200).body("upperApprovals", is(2));
        refused(byCity, 409, "TRANSFER_APPROVED_ABOVE");
        received.then().statusCode(200).body("state", is("RECEIVED"));
    }

    @Test
    void the_steps_say_for_which_organization_they_were_taken() {
        // Given
        approve(officer(town, "town")).then().statusCode(200).body("upperApprovals", is(1));
        approve(officer(county, "county")).then().statusCode(200);
        // When
        receive().then().statusCode(200);
        // Then
        Register.get(Tokens.of("READER", receiver.code()), address() + "/history").then()
                .body("items.step",
                        is(List.of("submit", "approve-sending", "approve-upper", "approve-upper", "receive")))
                .body("items.organizationId",
                        is(List.of(sender.id(), sender.id(), town.id(), county.id(), receiver.id())));
    }

    @Test
    void across_the_country_the_city_approves_too_and_within_the_province_the_county_is_the_last() {
        // Given
        var nationwide = draft(outside("NATIONWIDE"));
        var within = draft(outside("WITHIN_PROVINCE"));
        // When
        var approvals = List.of(approvals(nationwide), approvals(within));
        // Then
        assertEquals(List.of(3, 2), approvals);
    }

    @Test
    void of_two_who_approve_for_one_level_at_once_one_does() {
        // Given
        var tag = Register.tag(address());
        // When
        var answers = Race.of(4, i -> move(officer(town, "town " + i), address(), tag, "approve-upper", "2016-03-04"));
        // Then
        assertEquals(List.of(200, 412, 412, 412), answers.stream().map(Response::statusCode).sorted().toList());
        Register.get(Register.officer(), address()).then().body("upperApprovals", is(1));
    }

    /** How many approvals it takes until nobody is left to ask. */
    private int approvals(String id) {
        transfer = id;
        int approvals = 0;
        var city = Tokens.grant("CAMPAIGN_OFFICER", Register.ROOT).subject("city").token();
        while (approve(city).statusCode() == 200) {
            approvals++;
        }
        refused(approve(city), 409, "TRANSFER_APPROVED_ABOVE");
        return approvals;
    }

    private Body outside(String reach) {
        return new Body().with("memberId", Register.member(sender)).with("receiverOutside", "某市某支部")
                .with("reach", reach).with("reason", "工作调动").with("on", "2016-03-01");
    }

    private static String draft(Body wanted) {
        String id = Register.post(TRANSFERS, wanted).path("id");
        var address = TRANSFERS + "/" + id;
        move(Register.officer(), address, "\"v1\"", "submit", "2016-03-02").then().statusCode(200);
        move(officer(new Register.Organization(null, Register.ROOT, null), "second"), address, "\"v2\"",
                "approve-sending", "2016-03-03").then().statusCode(200);
        return id;
    }

    private Response approve(String token) {
        return move(token, address(), Register.tag(address()), "approve-upper", "2016-03-04");
    }

    private Response receive() {
        return move(Tokens.of("BRANCH_SECRETARY", receiver.code()), address(), Register.tag(address()), "receive",
                "2016-03-05");
    }

    private String address() {
        return TRANSFERS + "/" + transfer;
    }

    private static String officer(Register.Organization organization, String subject) {
        return Tokens.grant("CAMPAIGN_OFFICER", organization.code()).subject(subject).token();
    }
}
