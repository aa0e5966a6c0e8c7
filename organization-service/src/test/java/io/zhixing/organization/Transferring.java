package io.zhixing.organization;

import static io.zhixing.organization.Register.TRANSFERS;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.stepOf;
import static io.zhixing.organization.Register.taken;

import java.util.stream.StreamSupport;

import io.zhixing.platform.testing.contract.SetUp;
import io.zhixing.platform.testing.token.Tokens;

/** Transfers of membership from their draft to the receiver. */
final class Transferring {

    private Transferring() {}

    /** The member goes to that branch on that day. */
    static void take(String member, Register.Organization receiver, String on) {
        carry(Register.setUp().post(TRANSFERS, Register.transfer(member, receiver)).id(), on);
    }

    /** Step by step to the receiver, by as many persons and offices as it takes. */
    static void carry(String id, String on) {
        var address = TRANSFERS + "/" + id;
        var etag = taken(officer(), address, "\"v1\"", stepOf("submit", on)).etag();
        var second = Tokens.grant("CAMPAIGN_OFFICER", Register.ROOT).subject("second").token();
        etag = taken(second, address, etag, stepOf("approve-sending", on)).etag();
        while (needsUpperApproval(second, address)) {
            etag = taken(second, address, etag, stepOf("approve-upper", on)).etag();
        }
        taken(second, address, etag, stepOf("receive", on));
    }

    private static boolean needsUpperApproval(String token, String address) {
        var transitions = SetUp.by(token).get(address + "/transitions").json().path("transitions");
        return StreamSupport.stream(transitions.spliterator(), false)
                .filter(step -> step.path("name").asText().equals("receive"))
                .anyMatch(step -> step.path("reasons").findValuesAsText("code")
                        .contains("TRANSFER_NEEDS_UPPER_APPROVAL"));
    }
}
