package io.zhixing.acceptance.faults.oracle;

import java.util.ArrayList;
import java.util.List;

import io.zhixing.acceptance.faults.FaultCity;

/** P3: the change feed of each service. That each version has its event is seen by P4. */
final class VersionsWithoutGap implements Property {

    private static final String BROKEN = """
            select resource_id::text, 'versions ' || min(version) || '…' || max(version) || ', ' || count(*) || ' rows'
            from change where op <> 'MOVE' group by resource_type, resource_id
            having min(version) <> 1 or max(version) <> count(*)""";

    @Override
    public String code() {
        return "P3";
    }

    @Override
    public String sentence() {
        return "the versions of each resource are 1…n, one row of the change feed each";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        var violations = new ArrayList<String>();
        for (var service : FaultCity.SERVICES) {
            Property.few(service + " has versions missing or twice",
                    evidence.city().pairs(service, BROKEN).entrySet()).forEach(violations::add);
        }
        return violations;
    }
}
