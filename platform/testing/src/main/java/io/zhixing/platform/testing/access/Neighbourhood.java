package io.zhixing.platform.testing.access;

import java.util.List;

/**
 * Six organizations of one test: the records belong to {@code own}, which lies below {@code ancestor}; {@code cousin}
 * is the child of a sibling, {@code otherCounty} shares nothing with them.
 */
public record Neighbourhood(Site own, Site ancestor, Site descendant, Site sibling, Site cousin, Site otherCounty) {

    /** @param reference id or code, as grants name it; @param path the path key */
    public record Site(Object reference, String path) {}

    Site of(Standing standing) {
        return sites().get(standing.ordinal());
    }

    List<Site> sites() {
        return List.of(own, ancestor, descendant, sibling, cousin, otherCounty);
    }
}
