package io.zhixing.organization.dues;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who crosses the line of arrears by the receipts of a chunk. Crossings of different members are written together, those of
 * one member one after the other; only a file that corrects what it states itself has more than one of a member.
 */
final class Crossings {

    private record Wave(List<ArrearsBook.Crossing> good, List<ArrearsBook.Crossing> behind) {}

    private final Set<UUID> inArrears;
    private final List<Wave> waves = new ArrayList<>();
    private final Map<UUID, Integer> taken = new HashMap<>();

    /** @param inArrears who is in arrears before the receipts; changed as they are told */
    Crossings(Set<UUID> inArrears) {
        this.inArrears = inArrears;
    }

    /** @param owed newest closed month that the member owes; null when he owes none */
    void told(ReceiptRows.Receipt receipt, LocalDate owed) {
        var crossing = new ArrearsBook.Crossing(receipt.member(), receipt.through().plusMonths(1),
                receipt.on());
        if (owed == null || !receipt.through().isBefore(owed)) {
            if (inArrears.remove(receipt.member())) {
                next(receipt.member()).good().add(crossing);
            }
        } else if (receipt.kind() == ReceiptKind.CORRECTION && inArrears.add(receipt.member())) {
            next(receipt.member()).behind().add(crossing);
        }
    }

    /** Needs the transaction of the import. */
    List<DuesArrears.Changed> write(ArrearsBook arrears) {
        var changes = new ArrayList<DuesArrears.Changed>();
        for (var wave : waves) {
            changes.addAll(arrears.makeGood(wave.good()));
            changes.addAll(arrears.fallBehindAgain(wave.behind()));
        }
        return changes;
    }

    private Wave next(UUID member) {
        int number = taken.merge(member, 1, Integer::sum);
        while (waves.size() < number) {
            waves.add(new Wave(new ArrayList<>(), new ArrayList<>()));
        }
        return waves.get(number - 1);
    }
}
