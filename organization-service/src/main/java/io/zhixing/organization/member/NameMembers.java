package io.zhixing.organization.member;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.access.Scope;
import io.zhixing.platform.audit.AuditNote;
import io.zhixing.platform.audit.AuditTrail;

/** Names members of whom events and other services know the id or number alone; one entry in the trail a call. */
@RequestScoped
public class NameMembers {

    private final Members members;
    private final Access access;
    private final AuditTrail trail;

    NameMembers(Members members, Access access, AuditTrail trail) {
        this.members = members;
        this.access = access;
        this.trail = trail;
    }

    public List<MembersResource.Named> handle(List<UUID> ids, List<String> numbers) {
        var asking = access.scope().reaches().stream().findFirst().map(Scope.Reach::organizationId).orElse(null);
        var named = members.named(ids, numbers);
        trail.apart(AuditNote.of("members-named").in(asking).about("member", null).rows(named.size()));
        return named;
    }
}
