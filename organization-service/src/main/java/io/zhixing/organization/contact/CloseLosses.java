package io.zhixing.organization.contact;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.contact.ContactLoss.ContactState;
import io.zhixing.organization.member.MemberRecords;
import io.zhixing.organization.member.Members;
import io.zhixing.platform.transition.StepHistory;

/**
 * A loss of contact closes when the member is gone for good. Suspended, he stays lost, since that decides when he may be removed;
 * to another branch it goes along with him. Source: 中国共产党党员教育管理工作条例, 2019 (A).
 */
@RequestScoped
class CloseLosses implements MemberRecords {

    private final ContactLosses losses;
    private final Members members;
    private final StepHistory history;

    CloseLosses(ContactLosses losses, Members members, StepHistory history) {
        this.losses = losses;
        this.members = members;
        this.history = history;
    }

    @Override
    public void end(Collection<UUID> gone, Leaving how, LocalDate on) {
        if (how != Leaving.FOR_GOOD) {
            return;
        }
        var open = losses.openOf(gone);
        open.forEach(loss -> loss.close(on));
        losses.flush();
        var step = MoveContactLoss.STEPS.named(ContactState.LOST, "close");
        history.addAll(ContactLoss.RESOURCE, open.stream().map(loss -> new StepHistory.Entry(loss.id(), loss.version(),
                members.findById(loss.memberId()).path(), step, on, null)).toList());
    }
}
