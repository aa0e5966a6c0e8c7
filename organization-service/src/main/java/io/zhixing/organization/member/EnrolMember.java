package io.zhixing.organization.member;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.member.PartyMember.MemberType;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.organization.structure.PartyOrganization;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.secret.Mac;
import io.zhixing.platform.secret.Seal;
import io.zhixing.platform.secret.Secrets;
import io.zhixing.platform.time.Ids;
import io.zhixing.platform.time.Shanghai;

/** Puts a member on the roll of a branch. */
@RequestScoped
public class EnrolMember {

    /** GB/T 3304: 01 to 56, 97 other, 98 naturalized. */
    private static final Set<String> ETHNICITIES = Stream
            .concat(IntStream.rangeClosed(1, 56).mapToObj(code -> String.format("%02d", code)),
                    Stream.of("97", "98"))
            .collect(Collectors.toUnmodifiableSet());

    private final Members members;
    private final Organizations organizations;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;
    private final Seal seal;
    private final Mac blindIndex;

    EnrolMember(Members members, Organizations organizations, Access access, Outbox outbox, Clock clock,
            Secrets secrets) {
        this.members = members;
        this.organizations = organizations;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
        this.seal = secrets.seal("personal-data");
        this.blindIndex = secrets.mac("blind-index");
    }

    public PartyMember handle(PartyMember.Facts facts) {
        var branch = organizations.findByIdOptional(facts.organizationId()).orElseThrow(() -> new ProblemException(
                List.of(PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/organizationId"),
                        facts.organizationId()))));
        access.require(branch.path(), Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM);
        var today = Shanghai.today(clock);
        var idNumber = CitizenId.of(facts.idNumber(), today);
        var faults = new Faults();
        judgeIdNumber(facts, idNumber.orElse(null), faults);
        judgeBranch(branch, faults);
        judgeDays(facts, branch, today, faults);
        faults.addIf(!ETHNICITIES.contains(facts.ethnicityCode()),
                OrganizationProblems.ETHNICITY_UNKNOWN.at(Place.pointer("/ethnicityCode"), facts.ethnicityCode()));
        faults.refuse();

        var id = Ids.next();
        var member = new PartyMember(id, facts, kept(id, idNumber.orElseThrow()), branch.path());
        members.persistAndFlush(member);
        members.openRoll(member);
        outbox.append(member.enrolled(), branch.path());
        return member;
    }

    private PartyMember.KeptIdNumber kept(UUID id, CitizenId idNumber) {
        var number = idNumber.number();
        return new PartyMember.KeptIdNumber(
                seal.close(number.getBytes(StandardCharsets.US_ASCII), "party_member|id_number|" + id),
                blindIndex.of(number), idNumber.masked());
    }

    /** Never says the number: a problem body is logged and passed on. */
    private static void judgeIdNumber(PartyMember.Facts facts, CitizenId idNumber, Faults faults) {
        var place = Place.pointer("/idNumber");
        if (idNumber == null) {
            faults.add(OrganizationProblems.ID_NUMBER_INVALID.at(place));
            return;
        }
        faults.addIf(!idNumber.birthDate().equals(facts.birthDate()),
                OrganizationProblems.ID_NUMBER_BIRTH_DATE_MISMATCH.at(place));
        faults.addIf(!idNumber.sexCode().equals(facts.sexCode()),
                OrganizationProblems.ID_NUMBER_SEX_MISMATCH.at(place));
    }

    private static void judgeBranch(PartyOrganization branch, Faults faults) {
        faults.addIf(!branch.isBranch(),
                OrganizationProblems.MEMBERS_ONLY_ON_BRANCH.at(Place.pointer("/organizationId")));
        faults.addIf(!branch.isInPlace(),
                OrganizationProblems.ORGANIZATION_NOT_IN_PLACE.at(Place.pointer("/organizationId")));
    }

    private static void judgeDays(PartyMember.Facts facts, PartyOrganization branch, LocalDate today, Faults faults) {
        faults.addIf((facts.memberType() == MemberType.FULL) == (facts.fullSince() == null),
                OrganizationProblems.FULL_SINCE_REQUIRED.at(Place.pointer("/fullSince")));
        order(faults, "/joinedOn", facts.birthDate().plusDays(1), facts.joinedOn());
        order(faults, "/onRollFrom", facts.joinedOn(), facts.onRollFrom());
        order(faults, "/onRollFrom", branch.establishedOn(), facts.onRollFrom());
        future(faults, "/joinedOn", facts.joinedOn(), today);
        future(faults, "/onRollFrom", facts.onRollFrom(), today);
        if (facts.fullSince() != null) {
            order(faults, "/fullSince", facts.joinedOn(), facts.fullSince());
            future(faults, "/fullSince", facts.fullSince(), today);
        }
    }

    private static void order(Faults faults, String pointer, LocalDate earliest, LocalDate day) {
        faults.addIf(day.isBefore(earliest),
                OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer(pointer), day, earliest));
    }

    private static void future(Faults faults, String pointer, LocalDate day, LocalDate today) {
        faults.addIf(day.isAfter(today), OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer(pointer), day));
    }
}
