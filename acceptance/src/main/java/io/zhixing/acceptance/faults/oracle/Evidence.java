package io.zhixing.acceptance.faults.oracle;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import io.zhixing.acceptance.Waiting;
import io.zhixing.acceptance.faults.FaultCity;
import io.zhixing.acceptance.faults.intent.Ledger;
import io.zhixing.city.launch.Service;

/** What the properties are judged by: the ledger of intents, the tables of the services, the topics read raw. */
public final class Evidence {

    public static final List<Reader> READERS = List.of(
            new Reader(Service.SESSION, "organization", Service.ORGANIZATION),
            new Reader(Service.POVERTY_PROJECT, "organization", Service.ORGANIZATION));

    private static final String UNSENT = "select count(*) from outbox";

    private final FaultCity city;
    private final Ledger ledger;
    private final Map<Service, TopicLog> topics = new EnumMap<>(Service.class);
    private final Recovery recovery = new Recovery();
    private final Map<Service, Vitals> before = new EnumMap<>(Service.class);

    public Evidence(FaultCity city, Ledger ledger) {
        this.city = city;
        this.ledger = ledger;
        FaultCity.SERVICES.forEach(service -> topics.put(service,
                new TopicLog(city.kafka(), service.prefix() + ".events.v1")));
    }

    public FaultCity city() {
        return city;
    }

    public Ledger ledger() {
        return ledger;
    }

    public TopicLog topic(Service service) {
        return topics.get(service);
    }

    /** Read anew each time. */
    public DeadLetters deadLetters(Reader reader) {
        return DeadLetters.of(reader, city.kafka());
    }

    public Recovery recovery() {
        return recovery;
    }

    /** What the services needed before anything failed, by which it is judged what they need afterwards. */
    public Map<Service, Vitals> before() {
        return before;
    }

    public void takeVitals() {
        FaultCity.SERVICES.forEach(service -> before.put(service, Vitals.of(city, service)));
    }

    /** Seconds until every event is sent and every reader has taken it, counted from now; at most the patience. */
    public double rest(Duration patience) {
        long start = System.nanoTime();
        await(start, patience, () -> FaultCity.SERVICES.stream().allMatch(service -> unsent(service) == 0));
        topics.values().forEach(TopicLog::readOn);
        await(start, patience, () -> READERS.stream().allMatch(this::hasTakenAll));
        return (System.nanoTime() - start) / 1e9;
    }

    public long unsent(Service service) {
        return city.number(service, UNSENT);
    }

    /** What is still not so when the time is over is seen by the properties. */
    private static void await(long start, Duration patience, BooleanSupplier done) {
        while (!done.getAsBoolean() && System.nanoTime() - start < patience.toNanos()) {
            Waiting.pass(Duration.ofMillis(100));
        }
    }

    private boolean hasTakenAll(Reader reader) {
        var topic = topic(reader.publisher());
        long noted = city.number(reader.service(), "select count(*) from inbox where consumer = '" + reader.consumer()
                + "'");
        return noted + deadLetters(reader).places().size() >= topic.ids().size() + topic.unreadable().size();
    }
}
