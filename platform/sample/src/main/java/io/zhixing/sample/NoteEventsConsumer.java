package io.zhixing.sample;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.zhixing.platform.inbox.EventConsumer;
import io.zhixing.platform.inbox.EventPipeline;
import io.zhixing.platform.inbox.Moves;
import io.zhixing.platform.inbox.ReceivedEvents;
import io.zhixing.platform.sql.Sql;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Projects notes, and counts how often each was applied. */
@ApplicationScoped
public class NoteEventsConsumer implements EventConsumer {

    private static final String CHANNEL = "sample-events";
    private static final String NEEDS = "needs ";
    private static final String MOVED = "moved";

    private final EventPipeline pipeline;

    NoteEventsConsumer(EventPipeline pipeline) {
        this.pipeline = pipeline;
    }

    record NoteState(UUID noteId, long version, String title) {}

    @Incoming(CHANNEL)
    @Blocking
    public void receive(ConsumerRecords<String, byte[]> records) {
        pipeline.receive(this, records);
    }

    @Override
    public String name() {
        return "sample";
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public List<String> projection() {
        return List.of("note_ref");
    }

    @Override
    public void apply(Connection connection, ReceivedEvents events) throws SQLException {
        var news = events.all(NoteState.class, "note-written.v1");
        if (news.stream().anyMatch(one -> one.state().title().equals(MOVED))) {   // as services do that follow moves
            Moves.awaitWriters(connection);
        }
        try (var statement = connection.prepareStatement("""
                insert into note_ref as held (id, title, version, applied) values (?, ?, ?, 1)
                on conflict (id) do update set title = excluded.title, version = excluded.version, applied = held.applied + 1
                where held.version < excluded.version""")) {
            for (var one : news) {
                refuseBefore(connection, one.state());
                statement.setObject(1, one.state().noteId());
                statement.setString(2, one.state().title());
                statement.setLong(3, one.state().version());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** A note titled {@code needs <id>} is refused until that other note is known: what an operator can mend. */
    private static void refuseBefore(Connection connection, NoteState note) throws SQLException {
        if (!note.title().startsWith(NEEDS)) {
            return;
        }
        var needed = UUID.fromString(note.title().substring(NEEDS.length()));
        if (Sql.first(connection, "select from note_ref where id = ?", row -> true, needed).isEmpty()) {
            throw new IllegalArgumentException(note.title());
        }
    }
}
