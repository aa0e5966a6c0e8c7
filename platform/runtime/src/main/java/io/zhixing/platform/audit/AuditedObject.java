package io.zhixing.platform.audit;

import java.util.Optional;
import java.util.UUID;

import jakarta.ws.rs.core.UriInfo;

import io.zhixing.platform.time.Ids;

/** What a call is about, by its address {@code /v1/<type>/<id>}. */
final class AuditedObject {

    private AuditedObject() {}

    /** The collection; null outside of v1. */
    static String type(UriInfo uri) {
        var segments = uri.getPathSegments();
        for (int i = 0; i + 1 < segments.size(); i++) {
            if (segments.get(i).getPath().equals("v1")) {
                return segments.get(i + 1).getPath();
            }
        }
        return null;
    }

    static Optional<UUID> id(UriInfo uri) {
        return Optional.ofNullable(uri.getPathParameters().getFirst("id")).flatMap(Ids::read);
    }
}
