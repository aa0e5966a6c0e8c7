package io.zhixing.organization.structure;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.arc.All;

/** What a step that was judged makes of an organization, and how it is told. */
@RequestScoped
class ChangeOrganization {

    private final Organizations organizations;
    private final ChangeNature changeNature;
    private final Relocate relocate;
    private final List<OrganizationHoldings> holdings;
    private final Clock clock;

    ChangeOrganization(Organizations organizations, ChangeNature changeNature, Relocate relocate,
            @All List<OrganizationHoldings> holdings, Clock clock) {
        this.organizations = organizations;
        this.changeNature = changeNature;
        this.relocate = relocate;
        this.holdings = holdings;
        this.clock = clock;
    }

    OrganizationNews handle(PartyOrganization organization, OrganizationMove move) {
        switch (move.transition()) {
            case "activate" -> organization.activate(move.on(), clock.instant());
            case "rename" ->
                organization.rename(OrganizationMove.needed(move.name(), "name"), move.shortName(), move.on());
            case "change-type" -> changeNature.of(organization, move);
            case "reassign" -> relocate.under(organization, move);
            case "merge" -> relocate.into(organization, move);
            case "dissolve" -> {
                holdings.forEach(holding -> holding.dissolve(organization.seat(), move.on()));
                organization.dissolve(move.on());
            }
            default -> organization.restore(move.on());
        }
        organizations.flush();   // the version stands in the row before the event carries it
        var state = organization.news();
        return switch (move.transition()) {
            case "activate" -> new OrganizationNews.Activated(state);
            case "rename" -> new OrganizationNews.Renamed(state);
            case "change-type" -> new OrganizationNews.TypeChanged(state);
            case "reassign" -> new OrganizationNews.Reassigned(state);
            case "merge" -> new OrganizationNews.Merged(state);
            case "dissolve" -> new OrganizationNews.Dissolved(state);
            default -> new OrganizationNews.Restored(state);
        };
    }
}
