package io.zhixing.acceptance.faults.strike;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import io.zhixing.acceptance.Waiting;
import io.zhixing.acceptance.faults.Fault;
import io.zhixing.acceptance.faults.Trial;
import io.zhixing.acceptance.faults.oracle.Evidence;
import io.zhixing.acceptance.faults.oracle.Reader;
import io.zhixing.acceptance.faults.oracle.TopicLog.Place;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;

/** 12: records that are no events come among the events. */
public final class Poison implements Fault {

    private static final String TOPIC = "organization.events.v1";
    private static final int TWO_MEGABYTES = 2 * 1024 * 1024;
    private static final String LARGEST = Integer.toString(4 * 1024 * 1024);

    /** A record and the reason for which each reader must lay it aside. */
    private record Dose(ProducerRecord<String, byte[]> record, String reason) {}

    private final List<Dose> doses = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();

    @Override
    public String number() {
        return "12";
    }

    @Override
    public String zh() {
        return "有毒记录：坏JSON、结构不符、未知类型、2 MB、空值、缺头";
    }

    @Override
    public String en() {
        return "poison: bad JSON, wrong schema, unknown type, 2 MB value, null value, missing header";
    }

    @Override
    public String hypothesis() {
        return "What is no event is laid aside with its reason, an unknown type is passed over, and the events around them are applied.";
    }

    @Override
    public void strike(Trial trial) {
        allowLargeRecords(trial);
        trial.startLoad();
        Waiting.pass(trial.part(0.3));
        doses.clear();
        places.clear();
        var unknown = ForgedEvent.of(trial.writings().number(), "member", "member-danced.v1", 1, "{\"steps\":3}");
        dose(created(trial, "{no json").record(), "PAYLOAD_UNREADABLE");
        dose(created(trial, "{\"organizationId\":\"none\",\"version\":\"first\"}").record(), "PAYLOAD_UNREADABLE");
        dose(created(trial, "{\"code\":\"" + "9".repeat(TWO_MEGABYTES) + "\"}").record(), "VALUE_TOO_LARGE");
        var sound = created(trial, "{}");
        dose(new ForgedEvent(sound.number(), sound.aggregate(), sound.type(), 1, null).record(), "VALUE_MISSING");
        dose(created(trial, "{}").recordWithout("ce_id"), "HEADER_MISSING");
        Records.send(trial.city().kafka(), doses.stream().map(Dose::record).toList())
                .forEach(sent -> places.add(new Place(sent.partition(), sent.offset())));
        Records.send(trial.city().kafka(), List.of(unknown.record()));
        Waiting.pass(trial.part(0.5));
        trial.recovery().counted("poisonous records", doses.size() + 1L);
    }

    @Override
    public void atRest(Trial trial) {
        Evidence.READERS.forEach(reader -> {
            var letters = trial.evidence().deadLetters(reader);
            for (int i = 0; i < doses.size(); i++) {
                check(trial, reader, doses.get(i), places.get(i), letters.headers(places.get(i)));
            }
        });
    }

    private void dose(ProducerRecord<String, byte[]> record, String reason) {
        doses.add(new Dose(record, reason));
    }

    private static ForgedEvent created(Trial trial, String json) {
        return ForgedEvent.of(trial.writings().number(), "party-organization", "organization-created.v1", 1, json);
    }

    private static void check(Trial trial, Reader reader, Dose dose, Place place, Map<String, String> letter) {
        if (letter == null) {
            trial.violation(reader + " has not laid aside the record for " + dose.reason() + " at " + place);
            return;
        }
        var expected = Map.of("dl_topic", TOPIC, "dl_partition", Integer.toString(place.partition()), "dl_offset",
                Long.toString(place.offset()), "dl_consumer", reader.consumer(), "dl_reason", dose.reason());
        expected.forEach((name, value) -> trial.require(value.equals(letter.get(name)),
                reader + ": " + name + " of a dead letter is " + letter.get(name) + " and not " + value));
        trial.require(letter.containsKey("dl_time"), reader + ": a dead letter has no time");
    }

    /** The broker itself would refuse two megabytes; another broker may be set otherwise. */
    private static void allowLargeRecords(Trial trial) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", trial.city().kafka()))) {
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, TOPIC),
                    List.of(new AlterConfigOp(new ConfigEntry("max.message.bytes", LARGEST),
                            AlterConfigOp.OpType.SET))))
                    .all().get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
