package io.zhixing.acceptance.faults.oracle;

import java.util.ArrayList;
import java.util.List;

import io.zhixing.acceptance.faults.oracle.TopicLog.Event;

/** P7: the inbox and the parked events of each reader beside the topic. */
final class EveryEventAccounted implements Property {

    @Override
    public String code() {
        return "P7";
    }

    @Override
    public String sentence() {
        return "each distinct event is applied, parked or laid aside as unreadable by each reader; none is parked without cause";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        var violations = new ArrayList<String>();
        for (var reader : Evidence.READERS) {
            var topic = evidence.topic(reader.publisher());
            var taken = Taken.by(reader, evidence.city());
            var dead = evidence.deadLetters(reader).places();
            Property.few(reader + ": in the topic and never noted",
                    topic.events().stream().filter(event -> !taken.contains(event.id())
                            && !dead.contains(event.place())).map(Event::id).distinct().toList())
                    .forEach(violations::add);
            Property.few(reader + ": unreadable and not laid aside",
                    topic.unreadable().stream().filter(place -> !dead.contains(place)).toList())
                    .forEach(violations::add);
            taken.removeAll(topic.ids());
            Property.few(reader + ": noted and in no topic", taken).forEach(violations::add);
            var parked = evidence.city().pairs(reader.service(), "select aggregate_id, reason from parked_event"
                    + " where consumer = '" + reader.consumer() + "'");
            parked.keySet().removeIf(Forged::isForged);
            Property.few(reader + ": parked without cause", parked.entrySet()).forEach(violations::add);
        }
        return violations;
    }
}
