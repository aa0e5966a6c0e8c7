package io.zhixing.organization.floating;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.member.Members;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.organization.structure.Sector;
import io.zhixing.organization.structure.Sides;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.time.Shanghai;

/** Registers a member who is away. A rural branch names who keeps contact. Source: 中国共产党党员教育管理工作条例, 2019. */
@RequestScoped
public class RegisterFloatingMember {

    /** @param host id or code; null when it is not of this register */
    public record Stated(UUID memberId, String host, String hostArea, UUID contactMemberId, LocalDate awayFrom,
            LocalDate on) {}

    /** The fields in which the caller named the member, the host and who keeps contact. */
    record Fields(String member, String host, String contact) {}

    private static final Fields FIELDS = new Fields("/memberId", "/host", "/contactMemberId");

    private final FloatingMembers floating;
    private final Members members;
    private final Organizations organizations;
    private final Sides sides;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;

    RegisterFloatingMember(FloatingMembers floating, Members members, Organizations organizations, Sides sides,
            Access access, Outbox outbox, Clock clock) {
        this.floating = floating;
        this.members = members;
        this.organizations = organizations;
        this.sides = sides;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    FloatingMember handle(Stated stated) {
        var member = members.kept(stated.memberId()).orElse(null);   // who leaves at once ends this too
        var host = Optional.ofNullable(stated.host()).flatMap(sides::side);
        var contact = stated.contactMemberId() == null ? null : members.findById(stated.contactMemberId());
        new Faults()
                .addIf(member == null,
                        PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/memberId"), stated.memberId()))
                .addIf(stated.host() != null && host.isEmpty(),
                        PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/host"), stated.host()))
                .addIf(stated.contactMemberId() != null && contact == null, PlatformProblems.REFERENCE_UNKNOWN
                        .at(Place.pointer("/contactMemberId"), stated.contactMemberId()))
                .refuse();
        access.require(member.path(), Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM);
        var home = organizations.findById(member.organizationId());
        judge(stated, new Home(home.id(), home.sector(), member.isOnRollOf(home.id()), member.joinedOn()),
                host.orElse(null), Shanghai.today(clock), FIELDS);
        var record = new FloatingMember(new FloatingMember.Facts(member.id(),
                new FloatingMember.Place(home.id(), home.path()),
                host.map(side -> new FloatingMember.Place(side.id(), side.path())).orElse(null), stated.hostArea(),
                stated.contactMemberId(),
                stated.awayFrom(), stated.on()));
        floating.persistAndFlush(record);
        outbox.append(record.changed(), member.path());
        return record;
    }

    /** Where the member is counted, and whether he stands on that roll. */
    record Home(UUID id, Sector sector, boolean onRoll, LocalDate joinedOn) {}

    /**
     * What stands against it, whether it comes by a call or in a file.
     *
     * @param host null when it is not of this register
     */
    static void judge(Stated stated, Home home, Sides.Side host, LocalDate today, Fields fields) {
        var faults = new Faults()
                .addIf(!home.onRoll(), OrganizationProblems.MEMBER_ON_NO_ROLL.at(Place.pointer(fields.member())))
                .addIf(home.sector() == Sector.RURAL && stated.contactMemberId() == null,
                        OrganizationProblems.CONTACT_PERSON_REQUIRED.at(Place.pointer(fields.contact())))
                .addIf(stated.on().isAfter(today),
                        OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/on"), stated.on()))
                .addIf(stated.on().isBefore(stated.awayFrom()), OrganizationProblems.DAYS_INCONSISTENT
                        .at(Place.pointer("/on"), stated.on(), stated.awayFrom()))
                .addIf(stated.awayFrom().isBefore(home.joinedOn()), OrganizationProblems.DAYS_INCONSISTENT
                        .at(Place.pointer("/awayFrom"), stated.awayFrom(), home.joinedOn()));
        if (host != null) {
            faults.addIf(home.id().equals(host.id()),
                    OrganizationProblems.HOST_IS_HOME.at(Place.pointer(fields.host())))
                    .addIf(!host.takesMembers(),
                            OrganizationProblems.ORGANIZATION_NOT_IN_PLACE.at(Place.pointer(fields.host())))
                    .addIf(!host.isSetUpOn(stated.on()), OrganizationProblems.ORGANIZATION_NOT_YET_SET_UP
                            .at(Place.pointer("/on"), stated.on(), host.establishedOn()));
        }
        faults.refuse();
    }
}
