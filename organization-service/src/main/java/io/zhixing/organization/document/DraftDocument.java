package io.zhixing.organization.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.campaign.Campaigns;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.time.Shanghai;

/** Drafts a document of a campaign for an organization that it reaches. */
@RequestScoped
public class DraftDocument {

    public record Stated(UUID campaignId, UUID organizationId, DocumentKind kind, String number, LocalDate on,
            CampaignDocument.Text text) {}

    private final Documents documents;
    private final Campaigns campaigns;
    private final Organizations organizations;
    private final Access access;
    private final Caller caller;
    private final Clock clock;

    DraftDocument(Documents documents, Campaigns campaigns, Organizations organizations, Access access, Caller caller,
            Clock clock) {
        this.documents = documents;
        this.campaigns = campaigns;
        this.organizations = organizations;
        this.access = access;
        this.caller = caller;
        this.clock = clock;
    }

    public CampaignDocument handle(Stated stated) {
        var campaign = campaigns.findById(stated.campaignId());
        var issuer = organizations.findById(stated.organizationId());
        new Faults()
                .addIf(campaign == null,
                        PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/campaignId"), stated.campaignId()))
                .addIf(issuer == null, PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/organizationId"),
                        stated.organizationId()))
                .refuse();
        access.require(issuer.path(), Roles.OFFICER, Roles.SYSTEM);
        DocumentPolicy.faults(stated.kind(), stated.text())
                .addIf(!campaign.reaches(issuer.path()),
                        OrganizationProblems.CAMPAIGN_ELSEWHERE.at(Place.pointer("/campaignId")))
                .addIf(!issuer.isInPlace(),
                        OrganizationProblems.ORGANIZATION_NOT_IN_PLACE.at(Place.pointer("/organizationId")))
                .addIf(stated.on().isBefore(issuer.establishedOn()),
                        OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer("/draftedOn"), stated.on(),
                                issuer.establishedOn()))
                .addIf(stated.on().isAfter(Shanghai.today(clock)),
                        OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/draftedOn"), stated.on()))
                .refuse();
        var document = new CampaignDocument(new CampaignDocument.Origin(stated.campaignId(), issuer.id(),
                issuer.path(), stated.kind(), stated.number(), caller.name(), stated.on()), stated.text());
        documents.persistAndFlush(document);
        return document;
    }
}
