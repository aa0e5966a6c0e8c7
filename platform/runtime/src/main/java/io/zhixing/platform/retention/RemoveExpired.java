package io.zhixing.platform.retention;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.zhixing.platform.chore.Chores;
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

    private final Chores chores;
    private final Instance<EventConsumer> consumers;
    private final Duration retention;

    RemoveExpired(Chores chores, Instance<EventConsumer> consumers,
            @ConfigProperty(name = "zhixing.inbox.retention") Duration retention) {
        this.chores = chores;
        this.consumers = consumers;
        this.retention = retention;
    }

    void start(@Observes Startup started) {
        chores.hourly("expiry", FIRST_LOOK, this::run);
    }

    /** Number of rows that were removed; 0 also while another instance is at it. */
    public int run() {
        int removed = inBatches(ANSWERS, AT_ONCE)
                + inBatches(RECEIVED, (double) retention.toSeconds(), SqlArray.texts(projected()), AT_ONCE);
        if (removed > 0) {
            LOG.infof("%d rows whose time was over removed", removed);
        }
        return removed;
    }

    private List<String> projected() {
        return consumers.stream().filter(consumer -> !consumer.projection().isEmpty()).map(EventConsumer::name)
                .toList();
    }

    private int inBatches(String removal, Object... parameters) {
        return chores.inPortions(AT_ONCE,
                connection -> isOurTurn(connection) ? Sql.update(connection, removal, parameters) : 0);
    }

    private static boolean isOurTurn(Connection connection) throws SQLException {
        return Sql.one(connection, "select pg_try_advisory_xact_lock(hashtext('zhixing-expiry'))",
                row -> row.getBoolean(1));
    }
}
