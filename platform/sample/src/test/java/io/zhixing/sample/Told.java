package io.zhixing.sample;

import java.util.List;
import java.util.UUID;

import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.event.TopicPublisher;

/** Notes as another service would tell of them, and what the sample knows of them by that. */
final class Told {

    private Told() {}

    static void note(UUID note, long version, String title) {
        event(note, version).publish(state(note, version, title));
    }

    static TopicPublisher event(UUID note, long version) {
        return TopicPublisher.to("sample.events.v1").event("note-written.v1").about(note, version);
    }

    static String state(UUID note, long version, String title) {
        return "{\"noteId\":\"%s\",\"version\":%d,\"title\":\"%s\",\"added\":\"later\"}".formatted(note, version,
                title);
    }

    /** Title, version and how many versions were applied. */
    static List<String> known(UUID note) {
        return Database.asPipeline().query(
                "select title || ' ' || version || ' ' || applied from note_ref where id = ?",
                row -> row.getString(1), note);
    }

    /** Version and reason of each parked event, in the order of versions. */
    static List<String> parked(UUID note) {
        return Database.asPipeline().query(
                "select version || ' ' || reason from parked_event where aggregate_id = ? order by version, seq",
                row -> row.getString(1), note.toString());
    }

    static long mark(UUID note) {
        return Database.asPipeline().query("select coalesce(max(version), 0) from version_mark where aggregate_id = ?",
                row -> row.getLong(1), note).get(0);
    }
}
