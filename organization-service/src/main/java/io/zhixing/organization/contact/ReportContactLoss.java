package io.zhixing.organization.contact;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.member.Members;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Shanghai;

/** Reports that a branch has lost contact with a member. */
@RequestScoped
public class ReportContactLoss {

    private final ContactLosses losses;
    private final Members members;
    private final Access access;
    private final Clock clock;

    ReportContactLoss(ContactLosses losses, Members members, Access access, Clock clock) {
        this.losses = losses;
        this.members = members;
        this.access = access;
        this.clock = clock;
    }

    public ContactLoss handle(UUID memberId, LocalDate lastContactOn, String note, LocalDate on) {
        var member = members.kept(memberId).orElseThrow(() -> new ProblemException(
                List.of(PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/memberId"), memberId))));
        access.require(member.path(), Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM);
        new Faults()
                .addIf(!member.isOnRollOf(member.organizationId()),
                        OrganizationProblems.MEMBER_ON_NO_ROLL.at(Place.pointer("/memberId")))
                .addIf(on.isAfter(Shanghai.today(clock)),
                        OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/on"), on))
                .addIf(on.isBefore(lastContactOn), OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer("/on"), on,
                        lastContactOn))
                .refuse();
        var loss = new ContactLoss(memberId, lastContactOn, note, on);
        losses.persistAndFlush(loss);
        return loss;
    }
}
