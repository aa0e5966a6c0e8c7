package io.zhixing.organization.group;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.group.PartyGroup.GroupState;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.transition.StepHistory;

/** Closes groups with their branch: many at once, each as if it were closed. */
@RequestScoped
class CloseGroups {

    private final PartyGroups groups;
    private final StepHistory history;
    private final Outbox outbox;

    CloseGroups(PartyGroups groups, StepHistory history, Outbox outbox) {
        this.groups = groups;
        this.history = history;
        this.outbox = outbox;
    }

    /** {@code DAYS_INCONSISTENT} when one was formed on that day or later: then the one or the other day is wrong. */
    void handle(List<PartyGroup> open, String path, LocalDate on) {
        open.forEach(group -> {
            if (!on.isAfter(group.formedOn())) {
                throw OrganizationProblems.DAYS_INCONSISTENT.about(on, group.formedOn().plusDays(1));
            }
            group.close(on);
        });
        groups.flush();
        var step = MoveGroup.STEPS.named(GroupState.OPEN, "close");
        history.addAll(PartyGroup.RESOURCE, open.stream()
                .map(group -> new StepHistory.Entry(group.id(), group.version(), path, step, on, null)).toList());
        outbox.appendAll(open.stream().map(group -> group.changed(on)).toList(), path);
    }
}
