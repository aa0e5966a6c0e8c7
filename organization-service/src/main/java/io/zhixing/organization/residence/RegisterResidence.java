package io.zhixing.organization.residence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.member.Members;
import io.zhixing.organization.structure.Sides;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.time.Shanghai;

/** Registers a member with the organization where he lives. */
@RequestScoped
public class RegisterResidence {

    /** The fields in which the caller named the member and the organization where he lives. */
    record Fields(String member, String residence) {}

    private static final Fields FIELDS = new Fields("/memberId", "/residence");

    private final Residences residences;
    private final Members members;
    private final Sides sides;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;

    RegisterResidence(Residences residences, Members members, Sides sides, Access access, Outbox outbox,
            Clock clock) {
        this.residences = residences;
        this.members = members;
        this.sides = sides;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param residence id or code */
    ResidenceRegistration handle(UUID memberId, String residence, LocalDate on) {
        var member = members.findById(memberId);
        var side = sides.side(residence).orElse(null);
        new Faults()
                .addIf(member == null, PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/memberId"), memberId))
                .addIf(side == null, PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/residence"), residence))
                .refuse();
        if (access.person().filter(memberId::equals).isEmpty()) {
            access.require(member.path(), Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM);
        }
        sides.reachBoth(member.path(), side.path());   // a member who registers himself has no scope of his own
        judge(new Home(member.organizationId(), members.isKeptOnRollOf(member.organizationId(), memberId),
                member.onRollFrom()), side, on, Shanghai.today(clock), FIELDS);
        var registration = new ResidenceRegistration(memberId,
                new ResidenceRegistration.Place(member.organizationId(), member.path()),
                new ResidenceRegistration.Place(side.id(), side.path()), on);
        residences.persistAndFlush(registration);
        outbox.append(registration.changed(), member.path());
        return registration;
    }

    /** Where the member is counted, whether he stands on that roll, and since when. */
    record Home(UUID id, boolean onRoll, LocalDate since) {}

    /** What stands against it, whether it comes by a call or in a file. */
    static void judge(Home home, Sides.Side residence, LocalDate on, LocalDate today, Fields fields) {
        new Faults()
                .addIf(!home.onRoll(), OrganizationProblems.MEMBER_ON_NO_ROLL.at(Place.pointer(fields.member())))
                .addIf(residence.id().equals(home.id()),
                        OrganizationProblems.HOST_IS_HOME.at(Place.pointer(fields.residence())))
                .addIf(!residence.takesMembers(),
                        OrganizationProblems.ORGANIZATION_NOT_IN_PLACE.at(Place.pointer(fields.residence())))
                .addIf(on.isAfter(today), OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/on"), on))
                .addIf(on.isBefore(home.since()),
                        OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer("/on"), on, home.since()))
                .addIf(!residence.isSetUpOn(on), OrganizationProblems.ORGANIZATION_NOT_YET_SET_UP
                        .at(Place.pointer("/on"), on, residence.establishedOn()))
                .refuse();
    }
}
