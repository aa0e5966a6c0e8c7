package io.zhixing.sample;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.zhixing.platform.outbox.EventType;
import io.zhixing.platform.outbox.PublishedEvents;
import io.zhixing.platform.problem.ConstraintProblems;
import io.zhixing.platform.problem.Problem;

/** What the sample publishes, and which constraint means which problem. */
@Singleton
public class SampleEvents implements PublishedEvents, ConstraintProblems {

    @Override
    public String topic() {
        return "sample.events.v1";
    }

    @Override
    public List<EventType> types() {
        return List.of(EventType.of("note-written.v1", "note", Note.Written.class));
    }

    @Override
    public Map<String, Problem> byName() {
        return Map.of("note_title_unique", SampleProblems.NOTE_TITLE_TAKEN, "note_folder_fk",
                SampleProblems.FOLDER_UNKNOWN);
    }
}
