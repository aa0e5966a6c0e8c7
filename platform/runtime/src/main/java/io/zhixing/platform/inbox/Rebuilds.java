package io.zhixing.platform.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.zhixing.platform.list.Listing;

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
        try (var drop = connection.prepareStatement("select drop_projection(?, ?)");
                var note = connection.prepareStatement(
                        """
                        insert into projection_rebuild (consumer, state) values (?, 'RUNNING')
                        on conflict (consumer) do update set state = 'RUNNING', events = 0, asked_at = clock_timestamp(), finished_at = null""")) {
            drop.setString(1, consumer.name());
            drop.setArray(2, connection.createArrayOf("text", consumer.projection().toArray()));
            drop.execute();
            note.setString(1, consumer.name());
            note.executeUpdate();
        }
    }

    static List<String> unfinished(Connection connection) throws SQLException {
        try (var statement = connection
                .prepareStatement("select consumer from projection_rebuild where state = 'RUNNING'");
                var rows = statement.executeQuery()) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    static boolean isRunning(Connection connection, String consumer) throws SQLException {
        return unfinished(connection).contains(consumer);
    }

    static int note(Connection connection, String consumer, long events, boolean done) throws SQLException {
        try (var statement = connection.prepareStatement(
                """
                update projection_rebuild set events = ?, state = case when ? then 'DONE' else state end,
                  finished_at = case when ? then clock_timestamp() end where consumer = ? and state = 'RUNNING'""")) {
            statement.setLong(1, events);
            statement.setBoolean(2, done);
            statement.setBoolean(3, done);
            statement.setString(4, consumer);
            return statement.executeUpdate();
        }
    }
}
