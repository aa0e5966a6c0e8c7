package io.zhixing.organization.transfer;

import java.util.Optional;

import jakarta.inject.Singleton;

import io.zhixing.platform.feed.FeedKind;
import io.zhixing.platform.list.Listing;

/** Transfers in the change feed, of which both sides learn. */
@Singleton
class TransferFeed implements FeedKind<TransferView> {

    @Override
    public String type() {
        return MembershipTransfer.RESOURCE;
    }

    @Override
    public String table() {
        return "membership_transfer";
    }

    @Override
    public Optional<String> otherPath() {
        return Optional.of("receiver_path");
    }

    @Override
    public Listing<TransferView> listing() {
        return Transfers.LISTING;
    }

    @Override
    public String idColumn() {
        return "t.id";
    }
}
