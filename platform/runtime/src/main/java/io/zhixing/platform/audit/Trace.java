package io.zhixing.platform.audit;

import io.opentelemetry.api.trace.Span;

/** The call in hand as W3C {@code traceparent}; null outside a trace. */
public final class Trace {

    private Trace() {}

    public static String parent() {
        var span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex()
                : null;
    }
}
