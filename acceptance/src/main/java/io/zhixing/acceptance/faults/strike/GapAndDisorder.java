package io.zhixing.acceptance.faults.strike;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.zhixing.acceptance.Waiting;
import io.zhixing.acceptance.faults.Fault;
import io.zhixing.acceptance.faults.Trial;
import io.zhixing.acceptance.faults.oracle.Evidence;
import io.zhixing.acceptance.faults.oracle.Reader;
import io.zhixing.city.launch.Service;

/** 13: version 3 comes before 2, and for one key 2 comes very late. */
public final class GapAndDisorder implements Fault {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SEEN = "select coalesce((select version from post_ref where id = '%s'), 0)";
    private static final String PARKED = "select count(*) from parked_event where aggregate_id = '%s'";

    @Override
    public String number() {
        return "13";
    }

    @Override
    public String zh() {
        return "乱序与缺口：3先于2到达，2迟到";
    }

    @Override
    public String en() {
        return "out of order and gap: 3 before 2, and 2 that comes late";
    }

    @Override
    public String hypothesis() {
        return "The key is parked and shown to operators, 3 is never applied on 1, and all heals by itself when 2 comes.";
    }

    @Override
    public void strike(Trial trial) {
        trial.startLoad();
        long soon = trial.writings().number();
        long late = trial.writings().number();
        send(trial, soon, 1);
        send(trial, late, 1);
        send(trial, soon, 3);
        send(trial, late, 3);
        for (var reader : Evidence.READERS) {
            List.of(soon, late).forEach(number -> trial.await(reader + " parks the key", PATIENCE,
                    () -> parked(trial, reader, number) == 1));
        }
        trial.require(gauge(trial) >= 2, "the gauge of parked keys shows " + gauge(trial) + " and not 2");
        requireFirstVersion(trial, soon);
        send(trial, soon, 2);
        heals(trial, soon, "3 behind 2");
        Waiting.pass(trial.part(0.6));
        requireFirstVersion(trial, late);
        send(trial, late, 2);
        heals(trial, late, "3 long behind 2");
    }

    private static void heals(Trial trial, long number, String what) {
        double seconds = trial.await("The gap heals", PATIENCE,
                () -> trial.city().number(Service.SESSION, SEEN.formatted(key(number))) == 3
                        && Evidence.READERS.stream().allMatch(reader -> parked(trial, reader, number) == 0));
        trial.recovery().took("healed, " + what, seconds, 10);
    }

    private static void requireFirstVersion(Trial trial, long number) {
        long version = trial.city().number(Service.SESSION, SEEN.formatted(key(number)));
        trial.require(version == 1, "version " + version + " stands in the projection while 2 is missing");
    }

    private static long parked(Trial trial, Reader reader, long number) {
        return trial.city().number(reader.service(), PARKED.formatted(key(number)));
    }

    /** What an operator's alarm looks at. */
    private static double gauge(Trial trial) {
        return trial.city().metrics(Service.SESSION).lines().filter(line -> line.startsWith("parked_keys{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    }

    private static void send(Trial trial, long number, long version) {
        var event = ForgedEvent.of(number, "post", version == 1 ? "post-taken.v1" : "post-left.v1", version, """
                {"postId":"%s","version":%d,"organizationId":"%s","effectiveOn":"2017-05-01","memberId":"%s","post":"COMMITTEE_MEMBER",
                 "from":"2017-05-01","to":null,"basis":"ELECTED"}"""
                .formatted(key(number), version, nobody(number), nobody(number)));
        Records.send(trial.city().kafka(), List.of(event.record()));
    }

    private static String key(long number) {
        return ForgedEvent.of(number, "", "", 1, "").key();
    }

    /** Neither an organization nor a member of the city: no figure counts this post. */
    private static UUID nobody(long number) {
        return UUID.fromString(key(number));
    }
}
