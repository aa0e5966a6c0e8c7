package io.zhixing.organization.screening;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.OrganizationPath;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Shanghai;

/** Opens a screening over an organization, at its county: every branch gets its sheet, every member on a roll his item. */
@RequestScoped
public class OpenScreening {

    private final Screenings screenings;
    private final Organizations organizations;
    private final Access access;
    private final Clock clock;

    OpenScreening(Screenings screenings, Organizations organizations, Access access, Clock clock) {
        this.screenings = screenings;
        this.organizations = organizations;
        this.access = access;
        this.clock = clock;
    }

    public Screening handle(UUID organizationId, String campaignCode, LocalDate from, LocalDate to) {
        var organization = organizations.findByIdOptional(organizationId).orElseThrow(() -> new ProblemException(
                List.of(PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/organizationId"), organizationId))));
        access.require(OrganizationPath.county(organization.path()), Roles.OFFICER);
        new Faults()
                .addIf(organization.isBranch(),
                        OrganizationProblems.SCREENING_ABOVE_BRANCHES.at(Place.pointer("/organizationId")))
                .addIf(from.isAfter(Shanghai.today(clock)),
                        OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/from"), from))
                .addIf(to.isBefore(from), OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer("/to"), to, from))
                .refuse();
        var screening = new Screening(organizationId, organization.path(), campaignCode, from, to);
        screenings.persistAndFlush(screening);
        screenings.lay(screening);
        return screening;
    }
}
