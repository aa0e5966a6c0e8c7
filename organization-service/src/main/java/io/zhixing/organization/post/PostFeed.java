package io.zhixing.organization.post;

import jakarta.inject.Singleton;

import io.zhixing.platform.feed.FeedKind;
import io.zhixing.platform.list.Listing;

/** Posts in the change feed. */
@Singleton
class PostFeed implements FeedKind<PostView> {

    @Override
    public String type() {
        return PostHolding.RESOURCE;
    }

    @Override
    public String table() {
        return "post";
    }

    @Override
    public Listing<PostView> listing() {
        return Posts.LISTING;
    }

    @Override
    public String idColumn() {
        return "p.id";
    }
}
