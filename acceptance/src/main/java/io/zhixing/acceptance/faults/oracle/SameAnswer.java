package io.zhixing.acceptance.faults.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** P2: what callers remarked when they asked again; that no key has two effects is seen by P1's count. */
final class SameAnswer implements Property {

    @Override
    public String code() {
        return "P2";
    }

    @Override
    public String sentence() {
        return "a repeat with the same Idempotency-Key is answered, and as the first call was";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        var remarks = new ArrayList<String>();
        evidence.ledger().entries().forEach(entry -> entry.remarks()
                .forEach(remark -> remarks.add(entry.intent().kind() + " " + entry.intent().key() + " " + remark)));
        return Stream.concat(Property.few("otherwise answered", remarks), Stream.empty()).toList();
    }
}
