package io.zhixing.organization;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A replica as an integrator keeps it. */
final class FeedCopy {

    static final String CHANGES = "/organization/v1/changes";

    private final String reader;
    private final Map<String, Map<String, Object>> kept = new TreeMap<>();
    final Set<String> reasons = new HashSet<>();
    private String since;
    private int step = 200;

    FeedCopy(String reader, String since) {
        this.reader = reader;
        this.since = since;
    }

    FeedCopy bySteps(int size) {
        step = size;
        return this;
    }

    FeedCopy catchUp() {
        boolean more = true;
        while (more) {
            var page = Register.get(reader,
                    CHANGES + "?limit=" + step + (since == null ? "" : "&since=" + since));
            page.then().statusCode(200);
            List<Map<String, Object>> items = page.path("items");
            items.forEach(this::apply);
            since = page.path("next");
            more = page.path("hasMore");
        }
        return this;
    }

    private void apply(Map<String, Object> change) {
        var id = (String) change.get("id");
        if (change.get("op").equals("UPSERT")) {
            kept.put(id, change);
        } else {
            kept.remove(id);
            reasons.add((String) change.get("reason"));
        }
    }

    Set<String> ids(String type) {
        return kept.entrySet().stream().filter(entry -> entry.getValue().get("type").equals(type))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    String state(String id) {
        return (String) ((Map<String, Object>) kept(id).get("resource")).get("state");
    }

    int version(String id) {
        return (Integer) kept(id).get("version");
    }

    /** The feed may be behind: whoever waits for it goes on waiting. */
    private Map<String, Object> kept(String id) {
        assertTrue(kept.containsKey(id), () -> "the feed has not told of " + id);
        return kept.get(id);
    }
}
