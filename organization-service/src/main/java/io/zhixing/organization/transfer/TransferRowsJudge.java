package io.zhixing.organization.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.member.MembersNumbered;
import io.zhixing.organization.structure.OrganizationType;
import io.zhixing.organization.structure.Sides;
import io.zhixing.organization.structure.SidesNamed;
import io.zhixing.organization.transfer.TransferImport.TransferRow;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.imports.RowOutcome;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;

/** What rows about transfers become: drawn up as by the single call, or told of as received in the past. */
@RequestScoped
class TransferRowsJudge {

    private static final DraftTransfer.Fields FIELDS = new DraftTransfer.Fields("/memberNumber", "/receiverCode");

    private final TransferRows transfers;
    private final MembersNumbered members;
    private final SidesNamed sides;
    private final Transfers clock;
    private final Access access;

    TransferRowsJudge(TransferRows transfers, MembersNumbered members, SidesNamed sides, Transfers clock,
            Access access) {
        this.transfers = transfers;
        this.members = members;
        this.sides = sides;
        this.clock = clock;
        this.access = access;
    }

    Chunk of(List<TransferRow> rows) {
        return new Chunk(rows);
    }

    /** What the rows of a chunk name, and what they made so far. */
    final class Chunk {

        private final Map<String, MembersNumbered.Enrolled> numbered;
        private final Map<String, Sides.Side> named;
        private final Map<UUID, List<TransferRows.Known>> known;
        private final Set<TransferRows.Entry> entries;
        private final LocalDate today = clock.today();
        private final Map<UUID, String> paths = new HashMap<>();
        private final List<MembershipTransfer> fresh = new ArrayList<>();

        private Chunk(List<TransferRow> rows) {
            numbered = members.kept(rows.stream().map(TransferRow::memberNumber).toList());
            named = sides.of(rows.stream().flatMap(row -> Stream.of(row.receiverCode() == null
                    ? ""
                    : row.receiverCode(), row.senderCode() == null ? "" : row.senderCode())).toList());
            var ids = numbered.values().stream().map(MembersNumbered.Enrolled::id).toList();
            known = transfers.of(ids);
            entries = transfers.entries(ids);
        }

        RowOutcome outcome(TransferRow row) {
            var member = numbered.get(row.memberNumber());
            new Faults()
                    .addIf(member == null,
                            PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/memberNumber"), row.memberNumber()))
                    .addIf(row.receiverCode() != null && !named.containsKey(row.receiverCode()),
                            PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/receiverCode"), row.receiverCode()))
                    .addIf(row.senderOutside() != null && (row.receivedOn() == null || row.senderCode() != null),
                            OrganizationProblems.TRANSFER_SENDER_UNCLEAR.at(Place.pointer("/senderOutside")))
                    .addIf(row.receivedOn() != null && row.senderOutside() == null
                            && !named.containsKey(row.senderCode()),
                            PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/senderCode"), row.senderCode()))
                    .refuse();
            return row.receivedOn() == null ? drawnUp(row, member) : received(row, member);
        }

        private RowOutcome drawnUp(TransferRow row, MembersNumbered.Enrolled member) {
            access.require(member.path(), Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM);
            var receiver = named.get(row.receiverCode());
            var stated = row.of(member);
            var facts = new MembershipTransfer.Facts(member.id(), member.number(),
                    new MembershipTransfer.Branch(member.branch(), member.path()), null,
                    receiver == null ? null : new MembershipTransfer.Branch(receiver.id(), receiver.path()),
                    row.receiverOutside(),
                    DraftTransfer.reach(stated, member.path(), receiver), row.reason(), row.on());
            var before = known.computeIfAbsent(member.id(), id -> new ArrayList<>());
            var same = before.stream().filter(one -> one.followsFrom(facts)).findFirst();
            if (same.isPresent()) {
                return RowOutcome.unchanged(same.get().id(), same.get().version());
            }
            DraftTransfer.judge(stated, new DraftTransfer.Sender(member.branch(), member.path(), member.onRoll(),
                    member.onRollFrom()), receiver, today, FIELDS);
            if (before.stream().anyMatch(TransferRows.Known::isOpen)) {
                throw OrganizationProblems.TRANSFER_ALREADY_OPEN.about();
            }
            return made(new MembershipTransfer(facts), facts);
        }

        /** The receiver answers for it: he has had the member since. */
        private RowOutcome received(TransferRow row, MembersNumbered.Enrolled member) {
            access.require(member.path(), Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM);
            var sender = named.get(row.senderCode());
            var receiver = named.get(row.receiverCode());
            judge(row, member, sender, receiver);
            var facts = new MembershipTransfer.Facts(member.id(), member.number(),
                    sender == null ? null : new MembershipTransfer.Branch(sender.id(), sender.path()),
                    row.senderOutside(), new MembershipTransfer.Branch(receiver.id(), receiver.path()), null,
                    DraftTransfer.reach(row.of(member), sender == null ? null : sender.path(), receiver), row.reason(),
                    row.on());
            var same = known.getOrDefault(member.id(), List.of()).stream()
                    .filter(one -> one.isReceived(facts, row.receivedOn())).findFirst();
            if (same.isPresent()) {
                return RowOutcome.unchanged(same.get().id(), same.get().version());
            }
            return made(MembershipTransfer.received(facts, row.receivedOn()), facts);
        }

        /** @param sender null when it lies outside the register */
        private void judge(TransferRow row, MembersNumbered.Enrolled member, Sides.Side sender,
                Sides.Side receiver) {
            new Faults().addIf(receiver == null || row.receiverOutside() != null,
                    OrganizationProblems.TRANSFER_RECEIVER_UNCLEAR.at(Place.pointer("/receiverCode"))).refuse();
            new Faults()
                    .addIf(sender != null && sender.id().equals(receiver.id()),
                            OrganizationProblems.TRANSFER_TO_OWN_BRANCH.at(Place.pointer("/senderCode")))
                    .addIf(sender != null && sender.type() != OrganizationType.BRANCH,
                            OrganizationProblems.MEMBERS_ONLY_ON_BRANCH.at(Place.pointer("/senderCode")))
                    .addIf(row.receivedOn().isAfter(today),
                            OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/receivedOn"), row.receivedOn()))
                    .addIf(row.receivedOn().isBefore(row.on()), OrganizationProblems.DAYS_INCONSISTENT
                            .at(Place.pointer("/receivedOn"), row.receivedOn(), row.on()))
                    .refuse();
            if (!entries.contains(new TransferRows.Entry(member.id(), receiver.id(), row.receivedOn()))) {
                throw OrganizationProblems.MEMBER_ON_NO_ROLL.about();
            }
        }

        private RowOutcome made(MembershipTransfer transfer, MembershipTransfer.Facts facts) {
            known.computeIfAbsent(facts.memberId(), id -> new ArrayList<>())
                    .add(new TransferRows.Known(transfer.id(), facts.senderId(), facts.senderOutside(),
                            facts.receiverId(),
                            facts.receiverOutside(), facts.reason(), transfer.state(), transfer.steppedOn(),
                            transfer.version()));
            paths.put(facts.owner().id(), facts.owner().path());
            fresh.add(transfer);
            return RowOutcome.created(transfer.id(), transfer.version());
        }

        List<MembershipTransfer> fresh() {
            return fresh;
        }

        /** Of the branch whose transfer it is. */
        String path(UUID owner) {
            return paths.get(owner);
        }
    }
}
