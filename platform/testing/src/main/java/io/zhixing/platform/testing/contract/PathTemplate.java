package io.zhixing.platform.testing.contract;

import java.util.Comparator;
import java.util.List;

/** A path of the contract, such as {@code /session/v1/study-sessions/{id}}, by segments. */
record PathTemplate(List<String> segments) {

    /** Orders the paths that fit one call: at the first segment where they differ, the literal one wins. */
    static final Comparator<PathTemplate> LITERAL_FIRST = Comparator.comparing(PathTemplate::shape);

    static PathTemplate of(String path) {
        return new PathTemplate(List.of(path.split("/", -1)));
    }

    boolean fits(String path) {
        return fits(List.of(path.split("/", -1)));
    }

    /** @param given a path by its segments */
    boolean fits(List<String> given) {
        if (given.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < given.size(); i++) {
            if (isVariable(segments.get(i)) ? given.get(i).isEmpty() : !segments.get(i).equals(given.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** One letter a segment, so that the natural order of strings is the order wanted. */
    private String shape() {
        return segments.stream().map(segment -> isVariable(segment) ? "v" : "l").reduce("", String::concat);
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }
}
