package io.zhixing.session.directory;

import java.util.List;
import java.util.Set;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the directory says of a convener or a Party group that a session names, on the session's day. */
@Schema(description = "与主办组织的关系 Relation to the host on that day, as far as the directory knows")
public enum HostRelation {
    @Label(zh = "属于主办组织", en = "Of the host")
    OF_HOST,
    @Label(zh = "待名册确认", en = "Waits for the directory")
    PENDING_DIRECTORY,
    @Label(zh = "不属于主办组织", en = "Not of the host")
    NOT_OF_HOST;

    private static final Set<String> RARE = Set.of(PENDING_DIRECTORY.name(), NOT_OF_HOST.name());

    /** @param name null where the session names nobody */
    public static HostRelation named(String name) {
        return name == null ? null : valueOf(name);
    }

    /** Whether these are names of relations, without the one that nearly all have; absent or empty: not. */
    public static boolean areRare(List<String> names) {
        return names != null && !names.isEmpty() && RARE.containsAll(names);
    }
}
