package io.zhixing.platform.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What a service does with the events of one topic. Its bean hands the records it receives to {@link EventPipeline};
 * operators retry and rebuild it by its name.
 */
public interface EventConsumer {

    /** Stable for ever: inbox, version marks and parked events are kept under it. */
    String name();

    /** The channel by which it receives; the channel's settings name the topic. */
    String channel();

    /**
     * The tables that nothing but this consumer fills, all named {@code …_ref}: a rebuild empties them and reads the
     * topic again. Empty for an effect that is no projection, which cannot be rebuilt.
     */
    List<String> projection();

    /**
     * The effect of events that have their turn, on the connection and in the transaction it is given. Called again with
     * the same events it changes nothing more. What it throws is taken as lasting unless the database says otherwise.
     */
    void apply(Connection connection, ReceivedEvents events) throws SQLException;
}
