package io.zhixing.organization.group;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.group.PartyGroup.GroupState;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.transition.StepHistory;

/** A group whose leader leaves the branch has none until it is given another. */
@RequestScoped
public class LoseLeader {

    private final PartyGroups groups;
    private final StepHistory history;
    private final Outbox outbox;

    LoseLeader(PartyGroups groups, StepHistory history, Outbox outbox) {
        this.groups = groups;
        this.history = history;
        this.outbox = outbox;
    }

    /** Needs the transaction in which he leaves. */
    public void handle(UUID member, LocalDate on) {
        var led = groups.ledBy(member);
        if (led.isEmpty()) {
            return;
        }
        led.forEach(group -> group.loseLeader(on));
        groups.flush();
        var step = MoveGroup.STEPS.named(GroupState.OPEN, "change");
        led.forEach(group -> {
            history.add(PartyGroup.RESOURCE, group.id(), group.version(), group.path(), step, on, null);
            outbox.append(group.changed(on), group.path());
        });
    }
}
