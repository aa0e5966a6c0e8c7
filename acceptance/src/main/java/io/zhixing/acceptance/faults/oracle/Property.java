package io.zhixing.acceptance.faults.oracle;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something that must hold of a city whatever failed in it, once all is healed and at rest. */
public interface Property {

    /** As the design numbers it. */
    String code();

    /** What holds, in a sentence. */
    String sentence();

    /** A sentence for each violation, or for so many of one sort; nothing when it holds. */
    List<String> violations(Evidence evidence);

    /** A few of many, by name, and how many there are. */
    static Stream<String> few(String what, Collection<?> all) {
        return all.isEmpty()
                ? Stream.empty()
                : Stream.of(what + " (" + all.size() + "): "
                        + all.stream().limit(3).map(Object::toString).collect(Collectors.joining(", ")));
    }
}
