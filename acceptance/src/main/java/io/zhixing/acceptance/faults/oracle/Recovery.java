package io.zhixing.acceptance.faults.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a fault measured of the return to work, and what took longer than it may. */
public final class Recovery {

    private final Map<String, String> measured = new LinkedHashMap<>();
    private final List<String> late = new ArrayList<>();

    public void took(String what, double seconds, double atMost) {
        measured.put(what, "%.1f s".formatted(seconds));
        if (seconds > atMost) {
            late.add("%s took %.1f s, at most %.0f s".formatted(what, seconds, atMost));
        }
    }

    public void counted(String what, long count) {
        measured.put(what, Long.toString(count));
    }

    public Map<String, String> measured() {
        return measured;
    }

    public List<String> late() {
        return late;
    }

    public void forget() {
        measured.clear();
        late.clear();
    }
}
