package io.zhixing.evaluation;

import java.util.List;

import jakarta.inject.Singleton;

import io.zhixing.evaluation.appraisal.AppraisalRound;
import io.zhixing.evaluation.appraisal.Standing;
import io.zhixing.platform.outbox.EventType;
import io.zhixing.platform.outbox.PublishedEvents;

/** Everything this service publishes. */
@Singleton
public class EvaluationEvents implements PublishedEvents {

    /** Readable by organization-service only: a grade is a person's. */
    static final String RESTRICTED = "evaluation.member-standing.v1";

    @Override
    public String topic() {
        return "evaluation.events.v1";
    }

    @Override
    public List<EventType> types() {
        return List.of(EventType.of("appraisal-round-changed.v1", "appraisal-round", AppraisalRound.Changed.class),
                EventType.of("member-standing-confirmed.v1", "member-standing", Standing.Confirmed.class)
                        .on(RESTRICTED));
    }
}
