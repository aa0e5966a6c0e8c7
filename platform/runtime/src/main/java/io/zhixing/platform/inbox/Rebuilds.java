package io.zhixing.platform.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

/** Which consumers there are, how far they have come, and which are being rebuilt. */
final class Rebuilds {

    static final Listing<EventConsumerView> LISTING = Listing
            .of(EventConsumerView.class,
                    """
                    c.consumer, c.applied_until, r.state, r.events, r.asked_at, r.finished_at,
                    (select count(distinct p.aggregate_id) from parked_event p where p.consumer = c.consumer) as parked_keys""",
                    "consumer_progress c left join projection_rebuild r on r.consumer = c.consumer",
                    EventConsumerView::read)
            .orderedBy("consumer", "c.consumer", "text");

    private Rebuilds() {}

    /** Forgets and empties everything of this consumer, and notes that its topic must be read. */
    static void begin(Connection connection, EventConsumer consumer) throws SQLException {
        Sql.call(connection, "select drop_projection(?, ?)", consumer.name(), SqlArray.texts(consumer.projection()));
        Sql.update(connection,
                """
                insert into projection_rebuild (consumer, state) values (?, 'RUNNING')
                on conflict (consumer) do update set state = 'RUNNING', events = 0, asked_at = clock_timestamp(), finished_at = null""",
                consumer.name());
    }

    static List<String> unfinished(Connection connection) throws SQLException {
        return Sql.list(connection, "select consumer from projection_rebuild where state = 'RUNNING'",
                row -> row.getString(1));
    }

    static boolean isRunning(Connection connection, String consumer) throws SQLException {
        return unfinished(connection).contains(consumer);
    }

    static int note(Connection connection, String consumer, long events, boolean done) throws SQLException {
        return Sql.update(connection, """
                update projection_rebuild set events = ?, state = case when ? then 'DONE' else state end,
                  finished_at = case when ? then clock_timestamp() end where consumer = ? and state = 'RUNNING'""",
                events, done, done, consumer);
    }
}
