package io.zhixing.organization.member;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.group.HandOverGroups;
import io.zhixing.organization.post.VacatePosts;
import io.zhixing.organization.structure.OrganizationHoldings;
import io.zhixing.organization.structure.Seat;
import io.zhixing.platform.outbox.Departure;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.StepHistory;

/** Members of an organization that ends: none may be left on its roll, unless a merger takes them and their groups to its successor's. */
@RequestScoped
class MemberHoldings implements OrganizationHoldings {

    private static final Step<MemberStatus, Void> MERGED = Step.of("merge", MemberStatus.ACTIVE, MemberStatus.ACTIVE);

    private final Members members;
    private final Rolls rolls;
    private final HandOverGroups handOverGroups;
    private final VacatePosts vacatePosts;
    private final StepHistory history;
    private final Outbox outbox;

    MemberHoldings(Members members, Rolls rolls, HandOverGroups handOverGroups, VacatePosts vacatePosts,
            StepHistory history, Outbox outbox) {
        this.members = members;
        this.rolls = rolls;
        this.handOverGroups = handOverGroups;
        this.vacatePosts = vacatePosts;
        this.history = history;
        this.outbox = outbox;
    }

    @Override
    public Optional<ProblemException> againstEnd(UUID organizationId) {
        return members.areOnRollOf(organizationId)
                ? Optional.of(OrganizationProblems.ORGANIZATION_HAS_MEMBERS.about())
                : Optional.empty();
    }

    @Override
    public Optional<LocalDate> endedLast(UUID organizationId) {
        return rolls.endedLast(organizationId);
    }

    @Override
    public void handOver(Seat merged, Seat successor, LocalDate on) {
        var moved = members.onRollOf(merged.id());
        var goesOnAs = handOverGroups.handle(merged, successor, on);
        moved.forEach(member -> {
            var earliest = member.onRollFrom().plusDays(1);
            if (on.isBefore(earliest) || on.isBefore(member.steppedOn())) {
                throw OrganizationProblems.DAYS_INCONSISTENT.about(on, earliest);
            }
            member.mergeInto(successor.id(), successor.path(), goesOnAs, on);
        });
        members.flush();
        rolls.handOver(merged.id(), successor.id(), successor.path(), on);
        rolls.goOnIn(goesOnAs, on);
        vacatePosts.handle(moved.stream()
                .map(member -> new VacatePosts.Leaver(member.id(), merged.path(), successor.path())).toList(), on);
        history.addAll(PartyMember.RESOURCE,
                moved.stream().map(
                        member -> new StepHistory.Entry(member.id(), member.version(), member.path(), MERGED, on, null))
                        .toList());
        outbox.appendAll(
                moved.stream().map(member -> new MemberChange.Transferred(member.state(on, merged.id()))).toList(),
                successor.path());
        outbox.tellThoseLeft(moved.stream().map(member -> new Departure(PartyMember.RESOURCE, member.id(),
                member.version(), successor.path(), merged.path())).toList());
    }
}
