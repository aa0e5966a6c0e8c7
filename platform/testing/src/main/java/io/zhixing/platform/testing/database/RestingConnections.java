package io.zhixing.platform.testing.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Connections that wait for the next question: to sign in takes a server longer than most questions of tests. */
final class RestingConnections {

    private static final Map<List<String>, RestingConnections> KNOWN = new ConcurrentHashMap<>();
    /** SQL states of a connection that is no more: its server was stopped, or somebody has ended it. */
    private static final List<String> DEAD = List.of("08", "57P");

    private final Deque<Connection> resting = new ConcurrentLinkedDeque<>();

    private RestingConnections() {}

    /** @param entrance address, role, password: whoever enters otherwise meets other connections */
    static RestingConnections of(List<String> entrance) {
        return KNOWN.computeIfAbsent(entrance, other -> new RestingConnections());
    }

    /** Asks on a resting connection; where it has died meanwhile, or there is none, on a fresh one. */
    <T> T with(Entering fresh, Asking<T> question) throws SQLException {
        var rested = resting.pollLast();
        if (rested != null) {
            try {
                return asked(rested, question);
            } catch (SQLException failure) {
                if (!isDead(failure)) {
                    throw failure;
                }
            }
        }
        return asked(fresh.enter(), question);
    }

    private <T> T asked(Connection connection, Asking<T> question) throws SQLException {
        boolean usable = false;
        try {
            var answer = question.ask(connection);
            usable = true;
            return answer;
        } finally {
            if (usable) {
                resting.addLast(connection);
            } else {
                connection.close();
            }
        }
    }

    private static boolean isDead(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        return DEAD.stream().anyMatch(state::startsWith);
    }

    /** Makes a connection. */
    @FunctionalInterface
    interface Entering {

        Connection enter() throws SQLException;
    }

    /** A question that leaves the connection as it was. */
    @FunctionalInterface
    interface Asking<T> {

        T ask(Connection connection) throws SQLException;
    }
}
