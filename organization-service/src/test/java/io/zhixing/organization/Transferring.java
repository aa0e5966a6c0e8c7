package io.zhixing.organization;

import static io.zhixing.organization.Register.TRANSFERS;
import static io.zhixing.organization.Register.move;
import static io.zhixing.organization.Register.officer;

import java.util.List;

import io.zhixing.platform.testing.token.Tokens;

/** Transfers of membership from their draft to the receiver. */
final class Transferring {

    private Transferring() {}

    /** The member goes to that branch on that day. */
    static void take(String member, Register.Organization receiver, String on) {
        carry(Register.post(TRANSFERS, Register.transfer(member, receiver)).path("id"), on);
    }

    /** Step by step to the receiver, by as many persons and offices as it takes. */
    static void carry(String id, String on) {
        var address = TRANSFERS + "/" + id;
        move(officer(), address, "\"v1\"", "submit", on).then().statusCode(200);
        var second = Tokens.grant("CAMPAIGN_OFFICER", Register.ROOT).subject("second").token();
        move(second, address, "\"v2\"", "approve-sending", on).then().statusCode(200);
        while (Register.get(second, address + "/transitions")
                .<List<String>>path("transitions.find { it.name == 'receive' }.reasons.code")
                .contains("TRANSFER_NEEDS_UPPER_APPROVAL")) {
            move(second, address, Register.tag(address), "approve-upper", on).then().statusCode(200);
        }
        move(second, address, Register.tag(address), "receive", on).then().statusCode(200);
    }
}
