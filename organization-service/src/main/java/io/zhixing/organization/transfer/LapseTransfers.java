package io.zhixing.organization.transfer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.member.MemberRecords;
import io.zhixing.platform.outbox.Outbox;

/**
 * Nobody is transferred who is on no roll: what he has under way ends as withdrawn, in whatever state it is, and the receiver is
 * told. Restored, he is transferred anew. So does what was on its way to a branch that takes nobody any more.
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
        handle(transfers.openOf(members), transfer -> on, MembershipTransfer::senderPath, null);
    }

    /**
     * @param on the day on which each of them ends
     * @param office path of the organization because of which it ends, which the caller sees
     * @param why for both sides to read; null where the member says it
     */
    void handle(List<MembershipTransfer> open, Function<MembershipTransfer, LocalDate> on,
            Function<MembershipTransfer, String> office, String why) {
        if (open.isEmpty()) {
            return;
        }
        var steps = open.stream().collect(Collectors.toMap(MembershipTransfer::id,
                transfer -> TransferSteps.STEPS.named(transfer.state(), "lapse")));
        var paths = open.stream().collect(Collectors.toMap(MembershipTransfer::id, MembershipTransfer::senderPath));
        open.forEach(transfer -> transfer.reach(TransferState.WITHDRAWN, on.apply(transfer)));
        transfers.flush();
        open.forEach(transfer -> transfers.addStep(transfer, steps.get(transfer.id()), office.apply(transfer),
                transfer.steppedOn(), why));
        outbox.appendAll(open.stream().map(MembershipTransfer::changed).toList(),
                lapsed -> paths.get(lapsed.transferId()));
        outbox.tellOtherSide(open.stream().flatMap(transfer -> transfer.sharing().stream()).toList());
    }
}
