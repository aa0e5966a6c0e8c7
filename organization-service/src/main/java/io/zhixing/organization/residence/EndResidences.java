package io.zhixing.organization.residence;

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
 * A registration at the residence joins the branch that receives the yearly notes with the organization where he lives, so it ends
 * when he stands on that branch's roll no more, though he lives where he lived. The branch to which he goes, or he himself,
 * registers him anew, from the day of the transfer on if they wish: what was confirmed and noted for the former home stays with
 * it.
 */
@RequestScoped
class EndResidences implements MemberRecords {

    private final Residences residences;
    private final Sides sides;
    private final StepHistory history;
    private final Outbox outbox;

    EndResidences(Residences residences, Sides sides, StepHistory history, Outbox outbox) {
        this.residences = residences;
        this.sides = sides;
        this.history = history;
        this.outbox = outbox;
    }

    @Override
    public void end(Collection<UUID> members, Leaving how, LocalDate on) {
        handle(residences.openOf(members), on);
    }

    /** {@code DAYS_INCONSISTENT} when one began on that day or later. */
    void handle(List<ResidenceRegistration> open, LocalDate on) {
        if (open.isEmpty()) {
            return;
        }
        var steps = open.stream().collect(Collectors.toMap(ResidenceRegistration::id,
                registration -> MoveResidence.STEPS.named(registration.state(), "end")));
        open.forEach(registration -> {
            if (!on.isAfter(registration.registeredOn())) {
                throw OrganizationProblems.DAYS_INCONSISTENT.about(on, registration.registeredOn().plusDays(1));
            }
            registration.end(on);
            registration.reach(ResidenceState.ENDED, on);
        });
        residences.flush();
        var paths = open.stream().collect(Collectors.toMap(ResidenceRegistration::id, ResidenceRegistration::homePath));
        sides.reachAlso(paths.values());
        history.addAll(ResidenceRegistration.RESOURCE,
                open.stream().map(registration -> new StepHistory.Entry(registration.id(), registration.version(),
                        registration.homePath(), steps.get(registration.id()), on, null)).toList());
        outbox.appendAll(open.stream().map(ResidenceRegistration::changed).toList(),
                ended -> paths.get(ended.aggregateId()));
    }
}
