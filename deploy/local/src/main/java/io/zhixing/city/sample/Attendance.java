package io.zhixing.city.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Who attended a session: everyone on the host's roll that day in one of four states, and a few guests. */
public final class Attendance {

    public enum State {
        PRESENT,
        ABSENT,
        ON_LEAVE,
        EXEMPT,
        GUEST
    }

    /** {@code reason} for those who were not there, {@code ground} for guests; null otherwise. */
    public record Row(Member member, State state, String reason, String ground) {}

    private static final int PERCENT_PRESENT = 90;
    private static final int PERCENT_PRESENT_OR_ON_LEAVE = 94;
    private static final int PERCENT_NOT_EXEMPT = 98;
    private static final int MOST_GUESTS = 3;
    private static final List<String> GROUNDS = List.of("FLOATING", "RESIDENCE", "POST", "JOINT");
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final long seed;
    private final List<Organization> branches;
    private final Map<Organization, List<Member>> rolls;
    private final Map<Organization, Organization> neighbour;

    Attendance(long seed, List<Organization> branches, Map<Organization, List<Member>> rolls,
            Map<Organization, Organization> neighbour) {
        this.seed = seed;
        this.branches = branches;
        this.rolls = rolls;
        this.neighbour = neighbour;
    }

    /** The same rows at every call. */
    public List<Row> of(Session session) {
        var random = new Random(seed ^ session.index() * MIX);
        var rows = new ArrayList<Row>();
        for (var member : rolls.get(session.host())) {
            if (member.isOnRoll(session.heldOn())) {
                rows.add(due(member, random.nextInt(100)));
            }
        }
        if (branches.size() > 1) {
            addGuests(rows, session, random);
        }
        return rows;
    }

    private static Row due(Member member, int percent) {
        if (percent < PERCENT_PRESENT) {
            return new Row(member, State.PRESENT, null, null);
        }
        if (percent < PERCENT_PRESENT_OR_ON_LEAVE) {
            return new Row(member, State.ON_LEAVE, "外出公干", null);
        }
        return percent < PERCENT_NOT_EXEMPT
                ? new Row(member, State.ABSENT, "未说明", null)
                : new Row(member, State.EXEMPT, "年老体弱", null);
    }

    private void addGuests(List<Row> rows, Session session, Random random) {
        var others = rolls.get(neighbour.get(session.host()));
        int first = random.nextInt(others.size());
        int guests = Math.min(random.nextInt(MOST_GUESTS + 1), others.size());
        for (int i = 0; i < guests; i++) {
            var guest = others.get((first + i) % others.size());
            if (guest.isOnRoll(session.heldOn())) {
                rows.add(new Row(guest, State.GUEST, null, GROUNDS.get(random.nextInt(GROUNDS.size()))));
            }
        }
    }
}
