package io.zhixing.city.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Transfers in every state: those of the past by which members came onto the rolls within the campaign, and open and ended
 * ones of its last days, so that sessions and appraisals are of the rolls before. Whoever holds a post or is away stays.
 */
final class TransferBook {

    private static final double SHARE = 0.004;
    private static final double SHARE_OF_THE_PAST = 0.5;
    private static final LocalDate LAST_DAYS = Campaign.TO.minusDays(16);
    private static final LocalDate LONG_AGO = LocalDate.of(2016, 6, 1);
    private static final List<Transfer.End> ENDS = List.of(Transfer.End.RECEIVED, Transfer.End.DRAFT,
            Transfer.End.SUBMITTED, Transfer.End.RECEIVED, Transfer.End.SENDING_APPROVED, Transfer.End.RETURNED,
            Transfer.End.RECEIVED, Transfer.End.UPPER_APPROVED, Transfer.End.REJECTED, Transfer.End.WITHDRAWN,
            Transfer.End.RECEIVED, Transfer.End.EXPIRED);

    private final Random random;
    private final List<Organization> branches;
    private final List<Transfer> all = new ArrayList<>();
    private int ended;

    private TransferBook(List<Organization> branches, Random random) {
        this.branches = branches;
        this.random = random;
    }

    static List<Transfer> of(List<Organization> organizations, Map<Organization, List<Member>> rolls, Stays stays,
            Random random) {
        var book = new TransferBook(organizations.stream().filter(Organization::isBranch).toList(), random);
        var away = new HashSet<Member>();
        stays.floating().forEach(stay -> away.add(stay.member()));
        stays.residences().forEach(stay -> away.add(stay.member()));
        for (int i = 0; i < book.branches.size(); i++) {
            var roll = rolls.get(book.branches.get(i));
            for (var member : roll.subList(Roll.FOUNDERS, roll.size())) {
                book.look(member, i, away);
            }
        }
        return List.copyOf(book.all);
    }

    private void look(Member member, int branch, Set<Member> away) {
        double turn = random.nextDouble();
        if (!member.isFull() || away.contains(member) || branches.size() == 1) {
            return;
        }
        var other = branches.get((branch + 1 + random.nextInt(branches.size() - 1)) % branches.size());
        if (!member.onRollFrom().isBefore(Campaign.FROM)) {
            if (turn < SHARE_OF_THE_PAST) {
                add(member, other, member.branch(), Transfer.End.OF_THE_PAST, member.onRollFrom().minusDays(10));
            }
        } else if (turn < SHARE || ended == 0) {
            var end = ENDS.get(ended++ % ENDS.size());
            boolean leavesCity = end == Transfer.End.UPPER_APPROVED
                    || end != Transfer.End.RECEIVED && random.nextInt(4) == 0;
            add(member, null, leavesCity ? null : other, end,
                    end == Transfer.End.EXPIRED ? LONG_AGO : LAST_DAYS.plusDays(random.nextInt(10)));
        }
    }

    private void add(Member member, Organization sender, Organization receiver, Transfer.End end, LocalDate on) {
        all.add(new Transfer(all.size(), member, sender, receiver, end, on));
    }
}
