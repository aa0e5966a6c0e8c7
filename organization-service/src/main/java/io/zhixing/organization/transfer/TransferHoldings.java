package io.zhixing.organization.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.structure.OrganizationHoldings;
import io.zhixing.organization.structure.Seat;
import io.zhixing.platform.outbox.Departure;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.transition.Step;

/**
 * Transfers under way to or from a branch that ends. Dissolved or no branch any more, it takes nobody: what was on its way to it
 * lapses, and the sender keeps the member and may send him elsewhere; it does not stand in the way of the end, else whoever sends
 * a member somewhere could keep that branch from ending. Merged, it hands its side over to its successor, who has
 * the members and answers to the letters.
 */
@RequestScoped
class TransferHoldings implements OrganizationHoldings {

    static final String RECEIVER_GONE = "转入支部已不接收党员 The receiving branch takes no members any more";
    private static final String ONE_BRANCH = "转出、转入支部已合并 Both branches are one now";

    private final Transfers transfers;
    private final LapseTransfers lapseTransfers;
    private final Outbox outbox;

    TransferHoldings(Transfers transfers, LapseTransfers lapseTransfers, Outbox outbox) {
        this.transfers = transfers;
        this.lapseTransfers = lapseTransfers;
        this.outbox = outbox;
    }

    @Override
    public void end(Seat branch, LocalDate on) {
        lapse(transfers.openAt(branch.id()), branch, on, RECEIVER_GONE);
    }

    @Override
    public void handOver(Seat merged, Seat successor, LocalDate on) {
        var open = transfers.openAt(merged.id()).stream()
                .collect(Collectors.partitioningBy(one -> one.isBetween(merged.id(), successor.id())));
        lapse(open.get(true), merged, on, ONE_BRANCH);
        handOver(open.get(false), merged, successor, on);
    }

    private void lapse(List<MembershipTransfer> open, Seat branch, LocalDate on, String why) {
        lapseTransfers.handle(open, transfer -> transfer.latest(on), transfer -> branch.path(), why);
    }

    private void handOver(List<MembershipTransfer> open, Seat merged, Seat successor, LocalDate on) {
        var side = new MembershipTransfer.Branch(successor.id(), successor.path());
        open.forEach(transfer -> transfer.handOver(merged.id(), side, on));
        transfers.flush();
        open.forEach(transfer -> transfers.addStep(transfer,
                Step.of("merge", transfer.state(), transfer.state()), merged.path(), transfer.steppedOn(), null));
        var paths = open.stream().collect(Collectors.toMap(MembershipTransfer::id, MembershipTransfer::senderPath));
        outbox.appendAll(open.stream().map(MembershipTransfer::changed).toList(),
                changed -> paths.get(changed.transferId()));
        outbox.tellOtherSide(open.stream().flatMap(transfer -> transfer.sharing().stream()).toList());
        outbox.tellThoseLeft(open.stream().map(transfer -> new Departure(MembershipTransfer.RESOURCE, transfer.id(),
                transfer.version(), successor.path(), merged.path())).toList());
    }
}
