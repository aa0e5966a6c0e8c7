package io.zhixing.acceptance.faults.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

import io.zhixing.acceptance.faults.FaultCity;

/** P4: the change feed beside the topic, both ways. */
final class EveryChangePublished implements Property {

    private static final String CHANGED = "select resource_id || ' v' || version, '' from change where op <> 'MOVE'";

    @Override
    public String code() {
        return "P4";
    }

    @Override
    public String sentence() {
        return "each committed version is in the topic, and nothing is there that was not committed";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        var violations = new ArrayList<String>();
        for (var service : FaultCity.SERVICES) {
            var committed = new HashSet<>(evidence.city().pairs(service, CHANGED).keySet());
            var published = evidence.topic(service).events().stream()
                    .filter(event -> !Forged.isForged(event.key()))
                    .map(event -> event.key() + " v" + event.version()).collect(Collectors.toSet());
            var missing = new HashSet<>(committed);
            missing.removeAll(published);
            published.removeAll(committed);
            Property.few(service + " committed and not in the topic", missing).forEach(violations::add);
            Property.few(service + " in the topic and not committed", published).forEach(violations::add);
            Property.few(service + " left in the outbox",
                    evidence.city().pairs(service, "select id::text, '' from outbox").keySet())
                    .forEach(violations::add);
        }
        return violations;
    }
}
