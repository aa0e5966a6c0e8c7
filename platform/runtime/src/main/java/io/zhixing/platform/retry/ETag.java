package io.zhixing.platform.retry;

import java.util.regex.Pattern;

import jakarta.ws.rs.core.UriInfo;

import io.zhixing.platform.problem.PlatformProblems;
import org.jboss.resteasy.reactive.RestResponse;

/** Versions of resources as strong entity tags. Clients treat a tag as opaque; it holds the aggregate's version. */
public final class ETag {

    /** A tag that lost its quotes on the way, as where it was copied into a form, still names its version. */
    private static final Pattern TAG = Pattern.compile("(\"?)v(\\d{1,18})(?:-[0-9a-f]+)?\\1");

    private ETag() {}

    public static String of(long version) {
        return "\"v" + version + "\"";
    }

    /** 201 with the address and version of what was made. */
    public static <T> RestResponse<T> created(UriInfo uri, Object id, long version, T body) {
        return created(uri.getRequestUri().getRawPath().replaceAll("/$", "") + "/" + id, version, body);
    }

    /** The same for what is made at one address and found at another. @param collection without the service's prefix: {@code v1/notes} */
    public static <T> RestResponse<T> createdAt(UriInfo uri, String collection, Object id, long version, T body) {
        return created(uri.getBaseUri().getRawPath() + collection + "/" + id, version, body);
    }

    private static <T> RestResponse<T> created(String address, long version, T body) {
        return RestResponse.ResponseBuilder.<T>create(201).entity(body).header("Location", address)
                .header("ETag", of(version)).build();
    }

    /** 200 with the version; a GET whose {@code If-None-Match} names it becomes 304 on its way out. */
    public static <T> RestResponse<T> ok(long version, T body) {
        return RestResponse.ResponseBuilder.ok(body).header("ETag", of(version)).build();
    }

    /**
     * The same for an answer that shows something of another aggregate beside its own: the tag tells apart what is shown,
     * and {@code If-Match} still asks for the version alone.
     *
     * @param beside what is shown, told apart by its text; null when there is nothing
     */
    public static <T> RestResponse<T> ok(long version, Object beside, T body) {
        var tag = beside == null ? of(version) : "\"v%d-%x\"".formatted(version, beside.toString().hashCode());
        return RestResponse.ResponseBuilder.ok(body).header("ETag", tag).build();
    }

    /** The version that the caller has read: {@code PRECONDITION_REQUIRED} when he does not say, also for {@code *}. */
    public static long required(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.trim().equals("*")) {
            throw PlatformProblems.PRECONDITION_REQUIRED.about();
        }
        var tag = TAG.matcher(ifMatch.trim());
        return tag.matches() ? Long.parseLong(tag.group(2)) : -1;   // a tag that is not ours fits no version
    }

    /** {@code PRECONDITION_FAILED} with the current tag unless the caller has read the present version. */
    public static void check(long read, long present) {
        if (read != present) {
            throw PlatformProblems.PRECONDITION_FAILED.about().with("ETag", of(present));
        }
    }
}
