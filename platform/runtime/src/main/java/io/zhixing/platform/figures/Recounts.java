package io.zhixing.platform.figures;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.zhixing.platform.chore.Chores;
import io.zhixing.platform.sql.Sql;
import org.jboss.logging.Logger;

/**
 * Compares kept counters with a recount every hour (H4). The metric {@code counter_differences} says how many differ, no
 * number before the first comparison: anything but 0 is a defect. Nothing is mended, its trace would be gone.
 */
@Singleton
public class Recounts {

    private static final Logger LOG = Logger.getLogger(Recounts.class);

    private final Chores chores;
    private final AgroalDataSource pipeline;
    private final Instance<KeptCounters> kept;
    private final MeterRegistry metrics;
    private final Map<String, Long> found = new ConcurrentHashMap<>();

    Recounts(Chores chores, @DataSource("pipeline") AgroalDataSource pipeline, Instance<KeptCounters> kept,
            MeterRegistry metrics) {
        this.chores = chores;
        this.pipeline = pipeline;
        this.kept = kept;
        this.metrics = metrics;
    }

    void start(@Observes Startup started) {
        kept.forEach(counters -> Gauge.builder("counter_differences", counters.name(), this::differences)
                .description("Kept counters that are not those of a recount").tag("counter", counters.name())
                .strongReference(true).register(metrics));
        if (!kept.isUnsatisfied()) {
            chores.hourly("recounts", this::compare);
        }
    }

    /** Compares all of them now. What cannot be asked keeps its last number and is asked again. */
    public void compare() {
        kept.forEach(this::compare);
    }

    private void compare(KeptCounters counters) {
        try (var connection = pipeline.getConnection()) {
            long differences = Sql.one(connection, counters.differences(), row -> row.getLong(1));
            found.put(counters.name(), differences);
            if (differences > 0) {
                LOG.errorf("%d counters of %s differ from a recount", differences, counters.name());
            }
        } catch (SQLException | RuntimeException away) {
            LOG.warnf("Counters of %s are compared later: %s", counters.name(), away.getMessage());
        }
    }

    private double differences(String name) {
        var last = found.get(name);
        return last == null ? Double.NaN : last;
    }
}
