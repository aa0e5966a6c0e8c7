package io.zhixing.organization.member;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.access.Scope;
import io.zhixing.platform.audit.AuditNote;
import io.zhixing.platform.audit.AuditTrail;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Shanghai;

/** Finds a member in scope by his ID number. That nobody is found does not tell whether he is elsewhere in the register. */
@RequestScoped
public class FindByIdNumber {

    private final Members members;
    private final IdNumbers idNumbers;
    private final Access access;
    private final AuditTrail trail;
    private final Clock clock;

    FindByIdNumber(Members members, IdNumbers idNumbers, Access access, AuditTrail trail, Clock clock) {
        this.members = members;
        this.idNumbers = idNumbers;
        this.access = access;
        this.trail = trail;
        this.clock = clock;
    }

    public Optional<MembersResource.Named> handle(String number) {
        var idNumber = CitizenId.of(number, Shanghai.today(clock)).orElseThrow(() -> new ProblemException(
                List.of(OrganizationProblems.ID_NUMBER_INVALID.at(Place.pointer("/idNumber")))));
        var asking = access.scope().reaches().stream().findFirst().map(Scope.Reach::organizationId).orElse(null);
        var found = members.withIdNumber(idNumbers.index(idNumber));
        trail.apart(AuditNote.of("id-number-looked-up")
                .in(found.map(MembersResource.Named::organizationId).orElse(asking))
                .about("member", found.map(MembersResource.Named::id).orElse(null)).rows(found.isPresent() ? 1 : 0));
        return found;
    }
}
