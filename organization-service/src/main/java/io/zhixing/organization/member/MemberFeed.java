package io.zhixing.organization.member;

import jakarta.inject.Singleton;

import io.zhixing.platform.feed.FeedKind;
import io.zhixing.platform.list.Listing;

/** Members in the change feed. */
@Singleton
class MemberFeed implements FeedKind<MemberView> {

    @Override
    public String type() {
        return "member";
    }

    @Override
    public String table() {
        return "party_member";
    }

    @Override
    public Listing<MemberView> listing() {
        return Members.LISTING;
    }

    @Override
    public String idColumn() {
        return "m.id";
    }
}
