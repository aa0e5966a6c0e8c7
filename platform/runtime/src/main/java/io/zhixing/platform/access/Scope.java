package io.zhixing.platform.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What the caller may see: the subtrees of his grants, by today's tree. */
public record Scope(List<Reach> reaches) {

    /** One grant with the present path of its organization. */
    public record Reach(String role, UUID organizationId, String path) {}

    public static final Scope NOTHING = new Scope(List.of());

    /** The visible subtrees, disjoint and ordered: lists are asked range by range, never with OR. */
    public List<PathRange> ranges() {
        return PathRange.disjoint(reaches.stream().map(Reach::path).toList());
    }

    public boolean covers(String path) {
        return ranges().stream().anyMatch(range -> range.contains(path));
    }

    /** Whether one of these roles was granted on the organization of this path or above it. */
    public boolean reaches(String path, Set<String> roles) {
        return reaches.stream()
                .anyMatch(reach -> roles.contains(reach.role()) && PathRange.subtree(reach.path()).contains(path));
    }
}
