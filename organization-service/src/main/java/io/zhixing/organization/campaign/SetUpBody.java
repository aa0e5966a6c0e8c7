package io.zhixing.organization.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.campaign.CampaignBody.BodyKind;
import io.zhixing.organization.campaign.CampaignBody.Seat;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.time.Shanghai;

/** Sets up a coordination group or an office: the owner's, and each organization's below it of its own. */
@RequestScoped
public class SetUpBody {

    public record Stated(UUID campaignId, UUID organizationId, BodyKind kind, LocalDate on, List<Seat> seats) {}

    private final CampaignBodies bodies;
    private final Campaigns campaigns;
    private final Organizations organizations;
    private final Access access;
    private final Clock clock;

    SetUpBody(CampaignBodies bodies, Campaigns campaigns, Organizations organizations, Access access, Clock clock) {
        this.bodies = bodies;
        this.campaigns = campaigns;
        this.organizations = organizations;
        this.access = access;
        this.clock = clock;
    }

    public CampaignBody handle(Stated stated) {
        var campaign = campaigns.findById(stated.campaignId());
        var organization = organizations.findById(stated.organizationId());
        var unknown = bodies.unknown(stated.seats());
        new Faults()
                .addIf(campaign == null,
                        PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/campaignId"), stated.campaignId()))
                .addIf(organization == null,
                        PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/organizationId"),
                                stated.organizationId()))
                .addIf(!unknown.isEmpty(), PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/seats"), unknown))
                .refuse();
        access.require(organization.path(), Roles.OFFICER, Roles.SYSTEM);
        new Faults()
                .addIf(!campaign.reaches(organization.path()),
                        OrganizationProblems.CAMPAIGN_ELSEWHERE.at(Place.pointer("/campaignId")))
                .addIf(!organization.isInPlace(),
                        OrganizationProblems.ORGANIZATION_NOT_IN_PLACE.at(Place.pointer("/organizationId")))
                .addIf(stated.on().isBefore(organization.establishedOn()),
                        OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer("/setUpOn"), stated.on(),
                                organization.establishedOn()))
                .addIf(stated.on().isAfter(Shanghai.today(clock)),
                        OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/setUpOn"), stated.on()))
                .refuse();
        var body = new CampaignBody(stated.campaignId(), stated.organizationId(), organization.path(), stated.kind(),
                stated.on());
        bodies.persistAndFlush(body);
        bodies.seat(body.id(), stated.seats(), stated.on());
        return body;
    }
}
