package io.zhixing.platform.access;

import java.util.ArrayList;
import java.util.List;

/**
 * A subtree as a half-open range of path keys: {@code from} inclusive, {@code to} exclusive. A path is closed by a
 * slash; the next character after it is {@code 0}, so the range ends at the path with its last slash replaced.
 */
public record PathRange(String from, String to) {

    public static PathRange subtree(String path) {
        if (path.length() < 2 || !path.startsWith("/") || !path.endsWith("/")) {
            throw new IllegalArgumentException("No path key: " + path);
        }
        return new PathRange(path, path.substring(0, path.length() - 1) + "0");
    }

    public boolean contains(String path) {
        return path.compareTo(from) >= 0 && path.compareTo(to) < 0;
    }

    /** The subtrees of these paths without those inside another one: disjoint and ordered. */
    public static List<PathRange> disjoint(List<String> paths) {
        var ranges = new ArrayList<PathRange>();
        for (var path : paths.stream().distinct().sorted().toList()) {
            if (ranges.isEmpty() || !ranges.get(ranges.size() - 1).contains(path)) {
                ranges.add(subtree(path));
            }
        }
        return ranges;
    }
}
