package io.zhixing.organization.structure;

import jakarta.inject.Singleton;

import io.zhixing.platform.feed.FeedKind;
import io.zhixing.platform.list.Listing;

/** Organizations in the change feed. */
@Singleton
class OrganizationFeed implements FeedKind<OrganizationView> {

    @Override
    public String type() {
        return PartyOrganization.RESOURCE;
    }

    @Override
    public String table() {
        return "party_organization";
    }

    @Override
    public Listing<OrganizationView> listing() {
        return Organizations.LISTING;
    }

    @Override
    public String idColumn() {
        return "o.id";
    }
}
