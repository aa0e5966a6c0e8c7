package io.zhixing.acceptance.agent;

import io.zhixing.acceptance.agent.Agent.Place;
import net.bytebuddy.asm.Advice;

/** A moment in a service's work at which its JVM is halted, or the thread that comes by is held. */
public enum FailPoint {
    /** The change is committed, its event is about to be handed to the broker. */
    BEFORE_PUBLISH("io.zhixing.platform.outbox.UnsentEvent", "toRecord", BeforePublish.class),
    /** The broker has acknowledged, the rows are about to be removed from the outbox. */
    BEFORE_REMOVAL("io.zhixing.platform.outbox.OutboxTable", "remove", BeforeRemoval.class),
    /** The effect of a batch is committed, the offset is not. */
    BEFORE_OFFSET("io.zhixing.platform.inbox.EventPipeline", "receive", true, BeforeOffset.class);

    private final Place place;

    FailPoint(String type, String method, Class<?> advice) {
        this(type, method, false, advice);
    }

    FailPoint(String type, String method, boolean open, Class<?> advice) {
        this.place = new Place(type, method, open, advice);
    }

    Place place() {
        return place;
    }

    static final class BeforePublish {

        @Advice.OnMethodEnter
        static void enter() {
            Passages.passed("BEFORE_PUBLISH");
        }
    }

    static final class BeforeRemoval {

        @Advice.OnMethodEnter
        static void enter() {
            Passages.passed("BEFORE_REMOVAL");
        }
    }

    static final class BeforeOffset {

        @Advice.OnMethodExit
        static void exit() {
            Passages.passed("BEFORE_OFFSET");
        }
    }
}
