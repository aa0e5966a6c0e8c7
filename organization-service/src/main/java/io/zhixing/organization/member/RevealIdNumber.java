package io.zhixing.organization.member;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.Roles;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.audit.AuditNote;
import io.zhixing.platform.audit.AuditTrail;
import io.zhixing.platform.problem.PlatformProblems;

/** Shows a member's ID number in full, once, for a purpose. The entry of it is committed before the number leaves. */
@RequestScoped
public class RevealIdNumber {

    private final Members members;
    private final IdNumbers idNumbers;
    private final Reveals reveals;
    private final Access access;
    private final AuditTrail trail;
    private final Caller caller;

    RevealIdNumber(Members members, IdNumbers idNumbers, Reveals reveals, Access access, AuditTrail trail,
            Caller caller) {
        this.members = members;
        this.idNumbers = idNumbers;
        this.reveals = reveals;
        this.access = access;
        this.trail = trail;
        this.caller = caller;
    }

    /** Needs the transaction that is committed before the answer leaves. */
    public String handle(UUID id, RevealPurpose purpose, String reason) {
        var member = members.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        access.require(member.path(), Roles.IDENTITY_REVEALER);
        var number = idNumbers.opened(id, member.sealedIdNumber());
        reveals.add(id, purpose, reason, caller.name());
        trail.within(AuditNote.of("id-number-revealed").in(member.organizationId()).about("member", id)
                .purpose(purpose.name()).rows(1));
        return number;
    }
}
