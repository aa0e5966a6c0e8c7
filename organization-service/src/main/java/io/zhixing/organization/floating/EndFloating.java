package io.zhixing.organization.floating;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.member.MemberRecords;
import io.zhixing.organization.structure.Sides;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.transition.StepHistory;

/**
 * A member off the roll of his home is not away from there any more. Who is transferred, be it to his host, ends it too: floating
 * is who is away and was not transferred, and the new home names who keeps contact with him when he stays away. Source:
 * 中国共产党党员教育管理工作条例, 2019 (A).
 */
@RequestScoped
class EndFloating implements MemberRecords {

    private final FloatingMembers floating;
    private final Sides sides;
    private final StepHistory history;
    private final Outbox outbox;

    EndFloating(FloatingMembers floating, Sides sides, StepHistory history, Outbox outbox) {
        this.floating = floating;
        this.sides = sides;
        this.history = history;
        this.outbox = outbox;
    }

    @Override
    public void end(Collection<UUID> members, Leaving how, LocalDate on) {
        handle(floating.openOf(members), on);
    }

    /** {@code DAYS_INCONSISTENT} when one began on that day or later. */
    void handle(List<FloatingMember> open, LocalDate on) {
        if (open.isEmpty()) {
            return;
        }
        var steps = open.stream().collect(
                Collectors.toMap(FloatingMember::id, record -> MoveFloatingMember.STEPS.named(record.state(), "end")));
        open.forEach(record -> {
            if (!on.isAfter(record.awayFrom())) {
                throw OrganizationProblems.DAYS_INCONSISTENT.about(on, record.awayFrom().plusDays(1));
            }
            record.end(on);
            record.reach(FloatingState.ENDED, on);
        });
        floating.flush();
        var paths = open.stream().collect(Collectors.toMap(FloatingMember::id, FloatingMember::homePath));
        sides.reachAlso(paths.values());
        history.addAll(FloatingMember.RESOURCE, open.stream().map(record -> new StepHistory.Entry(record.id(),
                record.version(), record.homePath(), steps.get(record.id()), on, null)).toList());
        outbox.appendAll(open.stream().map(FloatingMember::changed).toList(), ended -> paths.get(ended.aggregateId()));
    }
}
