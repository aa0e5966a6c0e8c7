package io.zhixing.organization;

import static io.zhixing.organization.Register.TRANSFERS;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.stepOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;

/** A member whose transfer from one branch of a committee to another one of it is drawn up, and the steps it may take. */
final class TransferDraft {

    private static final String ROLL = "/organization/v1/roll-periods?count=true&organization=";

    final Register.Organization committee = Register.committee();
    final Register.Organization sender = Register.below(committee, "BRANCH");
    final Register.Organization receiver = Register.below(committee, "BRANCH");
    final String member = Register.member(sender);
    /** Of the transfer that steps are taken of. */
    String id = drafted(member, receiver);

    static String drafted(String member, Register.Organization receiver) {
        var drafted = Register.setUp().post(TRANSFERS, Register.transfer(member, receiver));
        assertEquals("DRAFT", drafted.json().path("state").asText());
        return drafted.id();
    }

    void submit() {
        Register.taken(Tokens.grant("BRANCH_CLERK", sender.code()).subject("clerk").token(), address(),
                stepOf("submit", "2016-03-02"));
    }

    void approve() {
        Register.taken(secretary(sender), address(), stepOf("approve-sending", "2016-03-03"));
    }

    Response take(String token, String step, String on, String comment) {
        var move = stepOf(step, on);
        return Register.step(token, address(), Register.tag(address()),
                comment == null ? move : move.with("comment", comment));
    }

    String address() {
        return TRANSFERS + "/" + id;
    }

    static String secretary(Register.Organization branch) {
        return Tokens.of("BRANCH_SECRETARY", branch.code());
    }

    /** Members on the branch's roll of that day. */
    static int roll(Register.Organization branch, String day) {
        return Register.get(officer(), ROLL + branch.code() + "&onRollOn=" + day).path("total");
    }
}
