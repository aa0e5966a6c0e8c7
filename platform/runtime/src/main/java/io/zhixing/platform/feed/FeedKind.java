package io.zhixing.platform.feed;

import java.util.Optional;

import io.zhixing.platform.list.Listing;

/**
 * A type of resource that the change feed tells of. Each service names its own as beans.
 *
 * @param <V> the view that the list of the resource answers, and the feed alike
 */
public interface FeedKind<V> {

    /** The name under which its events are appended: {@code member}. */
    String type();

    /** Its table, with columns {@code id}, {@code version} and {@code organization_path}. */
    String table();

    /** The column with the path of the other side, where two organizations share the resource. */
    default Optional<String> otherPath() {
        return Optional.empty();
    }

    /** The list of it: a row's columns include {@code id} and {@code version}. */
    Listing<V> listing();

    /** The id as the list's SQL names it: {@code m.id}. */
    String idColumn();
}
