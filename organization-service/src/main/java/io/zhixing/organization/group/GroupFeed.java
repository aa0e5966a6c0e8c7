package io.zhixing.organization.group;

import jakarta.inject.Singleton;

import io.zhixing.platform.feed.FeedKind;
import io.zhixing.platform.list.Listing;

/** Party groups in the change feed. */
@Singleton
class GroupFeed implements FeedKind<PartyGroupView> {

    @Override
    public String type() {
        return PartyGroup.RESOURCE;
    }

    @Override
    public String table() {
        return "party_group";
    }

    @Override
    public Listing<PartyGroupView> listing() {
        return PartyGroups.LISTING;
    }

    @Override
    public String idColumn() {
        return "g.id";
    }
}
