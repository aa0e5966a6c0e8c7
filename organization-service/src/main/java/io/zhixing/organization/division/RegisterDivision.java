package io.zhixing.organization.division;

import java.time.Clock;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.time.Shanghai;

/** Takes a division into the register. */
@RequestScoped
public class RegisterDivision {

    /** Divisions belong to no organization; readers of the change feed see them under every scope's common beginning. */
    static final String EVERYWHERE = "/";

    private final Divisions divisions;
    private final Organizations organizations;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;

    RegisterDivision(Divisions divisions, Organizations organizations, Access access, Outbox outbox, Clock clock) {
        this.divisions = divisions;
        this.organizations = organizations;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Needs a grant on the root, or on its code while it is not there yet: divisions come before the first organization. */
    public Division handle(DivisionsResource.RegisterDivisionRequest request) {
        organizations.requireRootGrant(access, Roles.OFFICER, Roles.SYSTEM);
        var parent = request.parentCode() == null ? null : divisions.byCode(request.parentCode()).orElse(null);
        var division = Division.below(parent, request.parentCode(), request.code(), request.name(), request.level(),
                request.withoutPlace()).validBetween(request.validFrom(), request.validTo());
        divisions.persistAndFlush(division);
        outbox.append(division.changed(Shanghai.today(clock)), EVERYWHERE);
        return division;
    }
}
