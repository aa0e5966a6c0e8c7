package io.zhixing.organization.transfer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.member.MemberRecords;
import io.zhixing.platform.outbox.Outbox;

/**
 * Nobody is transferred who is on no roll: what he has under way ends as withdrawn, in whatever state it is, and the receiver is
 * told. Restored, he is transferred anew.
 */
@RequestScoped
class LapseTransfers implements MemberRecords {

    private final Transfers transfers;
    private final Outbox outbox;

    LapseTransfers(Transfers transfers, Outbox outbox) {
        this.transfers = transfers;
        this.outbox = outbox;
    }

    /** A receipt locks the transfer, then the member. */
    @Override
    public void hold(Collection<UUID> members) {
        transfers.openOf(members);
    }

    @Override
    public void end(Collection<UUID> members, Leaving how, LocalDate on) {
        var open = transfers.openOf(members);
        if (open.isEmpty()) {
            return;
        }
        var steps = open.stream().collect(Collectors.toMap(MembershipTransfer::id,
                transfer -> TransferSteps.STEPS.named(transfer.state(), "lapse")));
        var paths = open.stream().collect(Collectors.toMap(MembershipTransfer::id, MembershipTransfer::senderPath));
        open.forEach(transfer -> transfer.reach(TransferState.WITHDRAWN, on));
        transfers.flush();
        open.forEach(
                transfer -> transfers.addStep(transfer, steps.get(transfer.id()), transfer.senderPath(), on, null));
        outbox.appendAll(open.stream().map(MembershipTransfer::changed).toList(),
                lapsed -> paths.get(lapsed.transferId()));
        outbox.tellOtherSide(open.stream().flatMap(transfer -> transfer.sharing().stream()).toList());
    }
}
