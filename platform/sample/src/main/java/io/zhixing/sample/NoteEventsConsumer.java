package io.zhixing.sample;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.zhixing.platform.inbox.EventPipeline;
import io.zhixing.platform.inbox.ReceivedEvents;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Projects notes, and counts how often each was applied. */
@ApplicationScoped
public class NoteEventsConsumer {

    private final EventPipeline pipeline;

    NoteEventsConsumer(EventPipeline pipeline) {
        this.pipeline = pipeline;
    }

    record NoteState(UUID noteId, long version, String title) {}

    @Incoming("sample-events")
    @Blocking
    public void receive(ConsumerRecords<String, byte[]> records) {
        pipeline.inOneTransaction("sample", records, this::apply);
    }

    private void apply(Connection connection, ReceivedEvents events) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into note_ref as held (id, title, version, applied) values (?, ?, ?, 1)
                on conflict (id) do update set title = excluded.title, version = excluded.version, applied = held.applied + 1
                where held.version < excluded.version""")) {
            for (var news : events.newest(NoteState.class, "note-written.v1")) {
                if (news.state().title().equals("poison")) {
                    throw new IllegalArgumentException("poison");
                }
                statement.setObject(1, news.state().noteId());
                statement.setString(2, news.state().title());
                statement.setLong(3, news.state().version());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
