package io.zhixing.acceptance.faults;

import java.util.Locale;

import io.zhixing.acceptance.agent.Defect;
import io.zhixing.acceptance.faults.strike.BrokerAway;
import io.zhixing.acceptance.faults.strike.KilledBeforeOffset;
import io.zhixing.acceptance.faults.strike.KilledWriter;
import io.zhixing.acceptance.faults.strike.Replay;
import io.zhixing.acceptance.faults.strike.Zombie;
import io.zhixing.city.launch.Service;

/** A service with a mistake in its platform, and the fault under which the oracle must see it. */
public enum Mutant {
    INBOX_OFF(Defect.INBOX_OFF, Service.SESSION, "inbox off", new KilledBeforeOffset()),
    ID_ABOVE_LAST(Defect.ID_ABOVE_LAST, Service.ORGANIZATION, "relay reads `id > last`", new BrokerAway()),
    ACKS_NONE(Defect.ACKS_NONE, Service.ORGANIZATION, "producer with `acks=0`", new BrokerAway()),
    VERSION_GUARD_OFF(Defect.VERSION_GUARD_OFF, Service.SESSION, "version guard off", new Replay()),
    NO_FENCING(Defect.NO_FENCING, Service.ORGANIZATION, "no fencing", new Zombie()),
    OFFSET_FIRST(Defect.OFFSET_FIRST, Service.SESSION, "offset committed before the effect", new KilledWriter()),
    KEY_APART(Defect.KEY_APART, Service.SESSION, "idempotency row in another transaction", new KilledWriter()),
    ANSWER_FIRST(Defect.ANSWER_FIRST, Service.SESSION, "2xx before commit", new KilledWriter());

    private final Defect defect;
    private final Service service;
    private final String words;
    private final Fault fault;

    Mutant(Defect defect, Service service, String words, Fault fault) {
        this.defect = defect;
        this.service = service;
        this.words = words;
        this.fault = fault;
    }

    /** As the command names it. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Service service() {
        return service;
    }

    public String words() {
        return words;
    }

    public Fault fault() {
        return fault;
    }

    /** What the agent is told. */
    String agentWords(FaultCity city) {
        return "defect=" + defect + "," + city.file(mark());
    }

    /** Name of the file that tells that the defect has taken hold. */
    String mark() {
        return "struck-" + defect;
    }
}
