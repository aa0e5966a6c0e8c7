package io.zhixing.acceptance.faults.oracle;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.zhixing.acceptance.faults.intent.Entry;
import io.zhixing.acceptance.faults.intent.Kind;

/** P1: the ledger of intents beside the tables. */
final class OnceOrNot implements Property {

    @Override
    public String code() {
        return "P1";
    }

    @Override
    public String sentence() {
        return "what was answered with success is in the tables once, what was refused is not, what had no answer is there once at most";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        var tables = new EnumMap<Kind, Map<String, String>>(Kind.class);
        for (var kind : Kind.values()) {
            tables.put(kind, evidence.city().pairs(kind.service(), kind.found()));
        }
        var lost = new ArrayList<String>();
        var twice = new ArrayList<String>();
        var unwanted = new ArrayList<String>();
        var open = new ArrayList<String>();
        for (var entry : evidence.ledger().entries()) {
            var intent = entry.intent();
            long found = Long.parseLong(tables.get(intent.kind()).getOrDefault(intent.mark(), "0"));
            var name = intent.kind() + " " + intent.key();
            if (entry.state() == Entry.State.OPEN) {
                open.add(name);
            } else if (entry.state() == Entry.State.OK && found == 0) {
                lost.add(name);
            } else if (entry.state() == Entry.State.FAIL && found > 0) {
                unwanted.add(name);
            }
            if (found > 1) {
                twice.add(name);
            }
        }
        return Stream.of(Property.few("answered with success and not in the tables", lost),
                Property.few("there more than once", twice), Property.few("refused and yet written", unwanted),
                Property.few("neither answered nor given up", open)).flatMap(one -> one).toList();
    }
}
