package io.zhixing.platform.retention;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.zhixing.platform.inbox.EventConsumer;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Removes every hour, by the database's clock, the answers to repeats whose 72 hours are over and the inbox rows of
 * projections that are older than {@code zhixing.inbox.retention}. In batches, so that nobody waits long for one; one
 * instance at a time. An event that comes again later is held off by the version in the rows it would change; a consumer
 * whose effect is no projection has no such version and keeps its inbox rows for ever (reliability.md, R11).
 */
@Singleton
public class RemoveExpired {

    private static final Logger LOG = Logger.getLogger(RemoveExpired.class);
    private static final Duration FIRST_LOOK = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofHours(1);
    private static final int AT_ONCE = 2_000;

    // Places of rows change when they are renewed meanwhile, and such a row is judged anew before it is removed: a key that
    // has expired may be taken again at this moment.
    private static final String ANSWERS = """
            delete from idempotency where expires_at < now() and ctid = any (array(
              select ctid from idempotency where expires_at < now() order by expires_at limit ?))""";
    private static final String RECEIVED = """
            delete from inbox where ctid = any (array(
              select ctid from inbox where received_at < now() - make_interval(secs => ?) and consumer = any (?)
              order by received_at limit ?))""";

    private final AgroalDataSource pipeline;
    private final Instance<EventConsumer> consumers;
    private final Duration retention;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "expiry");
        thread.setDaemon(true);
        return thread;
    });

    RemoveExpired(@DataSource("pipeline") AgroalDataSource pipeline, Instance<EventConsumer> consumers,
            @ConfigProperty(name = "zhixing.inbox.retention") Duration retention) {
        this.pipeline = pipeline;
        this.consumers = consumers;
        this.retention = retention;
    }

    void start(@Observes StartupEvent started) {
        clock.scheduleWithFixedDelay(this::look, FIRST_LOOK.toMinutes(), LOOK.toMinutes(), TimeUnit.MINUTES);
    }

    /** The batch in hand is finished. */
    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        clock.shutdown();
        clock.awaitTermination(5, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            int removed = run();
            if (removed > 0) {
                LOG.infof("%d rows whose time was over removed", removed);
            }
        } catch (RuntimeException away) {
            LOG.warnf("What has expired waits for the next look: %s", away.getMessage());
        }
    }

    /** Number of rows that were removed; 0 also while another instance is at it. */
    public int run() {
        return inBatches(ANSWERS, AT_ONCE)
                + inBatches(RECEIVED, (double) retention.toSeconds(), SqlArray.texts(projected()), AT_ONCE);
    }

    private List<String> projected() {
        return consumers.stream().filter(consumer -> !consumer.projection().isEmpty()).map(EventConsumer::name)
                .toList();
    }

    private int inBatches(String removal, Object... parameters) {
        int removed = 0;
        int some;
        do {
            some = batch(removal, parameters);
            removed += some;
        } while (some == AT_ONCE && !clock.isShutdown());
        return removed;
    }

    private int batch(String removal, Object... parameters) {
        try (var connection = pipeline.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int removed = isOurTurn(connection) ? Sql.update(connection, removal, parameters) : 0;
                connection.commit();
                return removed;
            } finally {
                connection.rollback();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean isOurTurn(Connection connection) throws SQLException {
        return Sql.one(connection, "select pg_try_advisory_xact_lock(hashtext('zhixing-expiry'))",
                row -> row.getBoolean(1));
    }
}
