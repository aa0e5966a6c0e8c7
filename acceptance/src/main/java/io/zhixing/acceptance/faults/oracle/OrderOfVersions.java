package io.zhixing.acceptance.faults.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.zhixing.acceptance.faults.FaultCity;

/** P5: the topic alone, repeats passed over. */
final class OrderOfVersions implements Property {

    @Override
    public String code() {
        return "P5";
    }

    @Override
    public String sentence() {
        return "of each key the topic has the first occurrences in the order of their versions";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        var violations = new ArrayList<String>();
        for (var service : FaultCity.SERVICES) {
            var seen = new HashMap<String, Set<Long>>();
            var early = new LinkedHashSet<String>();
            for (var event : evidence.topic(service).events()) {
                var known = seen.computeIfAbsent(event.key(), absent -> new HashSet<>());
                if (event.version() > 1 && !known.contains(event.version() - 1) && !Forged.isForged(event.key())) {
                    early.add(event.key() + " v" + event.version());
                }
                known.add(event.version());
            }
            Property.few(service + " published before its turn", early).forEach(violations::add);
        }
        return violations;
    }
}
