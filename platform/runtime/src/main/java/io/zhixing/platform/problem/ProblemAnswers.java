package io.zhixing.platform.problem;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** Writes a refusal as {@code application/problem+json}, in the caller's language, from JAX-RS and from the router alike. */
@Singleton
public class ProblemAnswers {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String CODE = ProblemAnswers.class.getName();

    private final ObjectMapper json;

    ProblemAnswers(ObjectMapper json) {
        this.json = json;
    }

    public Response.ResponseBuilder answer(RoutingContext call, ProblemException refusal) {
        var language = Language.of(call.request().getHeader("Accept-Language"));
        var answer = Response.status(refusal.problem().status()).entity(bytes(call, refusal, language)).type(MEDIA_TYPE)
                .header("Content-Language", language.tag()).header("Vary", "Accept-Language")
                .header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff");
        refusal.headers().forEach(answer::header);
        return answer;
    }

    /** For failures before or outside JAX-RS. */
    public void end(RoutingContext call, ProblemException refusal) {
        var language = Language.of(call.request().getHeader("Accept-Language"));
        refusal.headers().forEach(call.response()::putHeader);
        call.response().setStatusCode(refusal.problem().status())
                .putHeader("Content-Type", MEDIA_TYPE).putHeader("Content-Language", language.tag())
                .putHeader("Vary", "Accept-Language").putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(Buffer.buffer(bytes(call, refusal, language)));
    }

    /** The code of the problem with which this call was refused. */
    public static String code(RoutingContext call) {
        return call.get(CODE, PlatformProblems.FORBIDDEN.name());
    }

    private byte[] bytes(RoutingContext call, ProblemException refusal, Language language) {
        call.put(CODE, refusal.problem().name());
        try {
            return json.writeValueAsBytes(ProblemBody.of(refusal, language, call.request().path(), traceId()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String traceId() {
        return Span.current().getSpanContext().getTraceId();
    }
}
