package io.zhixing.platform.problem;

import java.util.Collection;
import java.util.List;

/** The fields that an object has, as its contract orders them: what a refusal of another one names. */
public final class KnownFields {

    private static final int MOST = 20;

    private final List<String> names;

    private KnownFields(List<String> names) {
        this.names = names;
    }

    public static KnownFields of(Collection<?> names) {
        return new KnownFields(names.stream().map(String::valueOf).toList());
    }

    /** At most twenty, behind which "…" stands for the others; {@code -} when there is none. */
    @Override
    public String toString() {
        if (names.isEmpty()) {
            return "-";
        }
        return names.size() <= MOST ? String.join(", ", names) : String.join(", ", names.subList(0, MOST)) + ", …";
    }
}
