package io.zhixing.platform.http;

import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/** An answer that has begun and cannot be finished: its reader must see that. */
public final class BrokenAnswer {

    private static final long LONGEST_CLOSE_MILLIS = 1_000;

    private BrokenAnswer() {}

    /**
     * Ends it without an end. Where the connection carries but this call, it is closed itself: after {@code reset()} the
     * response counts as closed before it is, nobody is told of its end, and the call would hold its place at the door and
     * the drain for ever. It is waited for: the end that the framework writes next would overtake it behind what is still on
     * its way out, and the answer would look complete.
     */
    public static void breakOff(RoutingContext call) {
        if (call.request().version() != HttpVersion.HTTP_2
                && call.request().connection() instanceof ConnectionBase connection) {
            var closed = connection.channel().close();
            if (!connection.channel().eventLoop().inEventLoop()) {
                closed.awaitUninterruptibly(LONGEST_CLOSE_MILLIS);
            }
        } else {
            call.response().reset();
        }
    }
}
