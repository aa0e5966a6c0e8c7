package io.zhixing.acceptance.agent;

import java.util.List;

import io.zhixing.acceptance.agent.Agent.Place;

/** A mistake that somebody could have made in the platform, woven into a running service: the oracle must see each one. */
public enum Defect {
    /** A consumer neither asks nor notes which events it has had. */
    INBOX_OFF(new Place("io.zhixing.platform.inbox.Inbox", "firstTime", Advices.EverythingIsNew.class)),
    /** The relay reads on behind the highest number it has read, as if numbers were given in the order of commits. */
    ID_ABOVE_LAST(new Place("io.zhixing.platform.outbox.OutboxTable", "unsent", Advices.OnlyAboveLast.class)),
    /** The producer takes an event for sent once it has left. */
    ACKS_NONE(new Place("org.apache.kafka.clients.producer.ProducerConfig", "appendSerializerToConfig",
            Advices.NoAcknowledgement.class)),
    /** A projection takes whatever comes last, however old. */
    VERSION_GUARD_OFF(new Place("org.postgresql.jdbc.PgConnection", "prepareStatement", Advices.AnyVersion.class)),
    /** The relay removes rows without asking whether the shard is still its own. */
    NO_FENCING(new Place("org.postgresql.jdbc.PgConnection", "prepareStatement", Advices.AnyOwner.class)),
    /** A consumer hands its events to a thread of its own and lets the offset be committed before they are applied. */
    OFFSET_FIRST(new Place("io.zhixing.platform.inbox.EventPipeline", "receive", true, Advices.EffectLater.class)),
    /** The Idempotency-Key is committed before the change that it stands for. */
    KEY_APART(new Place("io.zhixing.platform.retry.StoredAnswers", "claim", Advices.CommitOnReturn.class)),
    /** The answer leaves while the change is yet to be committed. */
    ANSWER_FIRST(new Place("io.quarkus.narayana.jta.QuarkusTransactionImpl", "commit", Advices.CommitLater.class));

    private final List<Place> places;

    Defect(Place... places) {
        this.places = List.of(places);
    }

    List<Place> places() {
        return places;
    }
}
