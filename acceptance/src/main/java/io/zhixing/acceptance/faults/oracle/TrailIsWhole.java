package io.zhixing.acceptance.faults.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.zhixing.acceptance.faults.FaultCity;
import io.zhixing.acceptance.faults.intent.Entry;
import io.zhixing.city.launch.Service;

/** P10: each service's audit trail, walked whole, beside the ledger of intents. */
final class TrailIsWhole implements Property {

    private static final String WALK = """
            select coalesce(fault, 'whole'), organization_id || ' ' || shard || ' ' || seq
            from audit_verify('00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff',
              '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000', 0, 100000000)""";
    private static final String ENTERED = """
            select object_id || ' v' || object_version, '' from audit_entry
            where object_id is not null and object_version is not null and result = 'DONE'""";

    @Override
    public String code() {
        return "P10";
    }

    @Override
    public String sentence() {
        return "the audit trail verifies and has an entry of every write that was answered with success";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        var violations = new ArrayList<String>();
        var entered = new HashMap<Service, Set<String>>();
        for (var service : FaultCity.SERVICES) {
            Map<String, String> walk = evidence.city().pairs(service, WALK);
            walk.remove("whole");
            Property.few(service + ": the trail is broken", walk.entrySet()).forEach(violations::add);
            entered.put(service, evidence.city().pairs(service, ENTERED).keySet());
        }
        var missing = evidence.ledger().entries().stream().filter(entry -> entry.state() == Entry.State.OK)
                .filter(entry -> !entered.get(entry.intent().kind().service())
                        .contains(entry.id() + " v" + entry.version()))
                .map(entry -> entry.intent().kind() + " " + entry.intent().key()).toList();
        Property.few("written with no entry in the trail", missing).forEach(violations::add);
        return violations;
    }
}
