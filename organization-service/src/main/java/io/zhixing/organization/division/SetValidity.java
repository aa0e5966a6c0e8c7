package io.zhixing.organization.division;

import java.time.Clock;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.time.Shanghai;

/** Sets since when and until when the code of a division is valid: withdrawn as a rule, and set right when that was wrong. */
@RequestScoped
public class SetValidity {

    private final Divisions divisions;
    private final Organizations organizations;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;

    SetValidity(Divisions divisions, Organizations organizations, Access access, Outbox outbox, Clock clock) {
        this.divisions = divisions;
        this.organizations = organizations;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Needs a grant on the root, as registering does. */
    public Division handle(String code, long read, DivisionsResource.Validity stated) {
        organizations.requireRootGrant(access, Roles.OFFICER, Roles.SYSTEM);
        var division = divisions.byCode(code).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, division.version());
        division.validBetween(stated.validFrom(), stated.validTo());
        divisions.flush();
        if (division.version() == read) {
            throw OrganizationProblems.CORRECTION_CHANGES_NOTHING.about();
        }
        outbox.append(division.changed(Shanghai.today(clock)), RegisterDivision.EVERYWHERE);
        return division;
    }
}
