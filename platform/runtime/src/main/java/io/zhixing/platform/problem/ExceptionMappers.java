package io.zhixing.platform.problem;

import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import io.zhixing.platform.http.AllowedMethods;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where failures become answers: ours, the framework's, the database's, and what nobody foresaw. */
@Singleton
public class ExceptionMappers {

    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);

    private final ProblemAnswers answers;
    private final DatabaseProblems database;
    private final AllowedMethods allowed;

    ExceptionMappers(ProblemAnswers answers, DatabaseProblems database, AllowedMethods allowed) {
        this.allowed = allowed;
        this.answers = answers;
        this.database = database;
    }

    @ServerExceptionMapper
    public Response refused(ProblemException refusal, RoutingContext call) {
        return answers.answer(call, refusal).build();
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException violations, RoutingContext call) {
        return refused(Violations.refusal(violations), call);
    }

    @ServerExceptionMapper
    public Response wrongJson(MismatchedInputException failure, RoutingContext call) {
        return refused(JsonFaults.refusal(failure), call);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated(SecurityException failure, RoutingContext call) {
        return refused(PlatformProblems.UNAUTHENTICATED.about().with("WWW-Authenticate", "Bearer"), call);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException failure, RoutingContext call) {
        return refused(PlatformProblems.FORBIDDEN.about(), call);
    }

    @ServerExceptionMapper
    public Response stale(OptimisticLockException failure, RoutingContext call) {
        return refused(PlatformProblems.PRECONDITION_FAILED.about(), call);
    }

    @ServerExceptionMapper
    public Response framework(WebApplicationException failure, RoutingContext call) {
        if (failure instanceof NotAllowedException) {
            return refused(PlatformProblems.METHOD_NOT_ALLOWED.about().with("Allow", allowed.at(call.request().path())),
                    call);
        }
        return refused(known(failure).orElseGet(() -> unknown(failure)), call);
    }

    @ServerExceptionMapper
    public Response unforeseen(Throwable failure, RoutingContext call) {
        return refused(known(failure).orElseGet(() -> unknown(failure)), call);
    }

    /** Our own refusal wins, however deep: a reader that throws it is wrapped by the library that reads. */
    private Optional<ProblemException> known(Throwable failure) {
        return cause(failure, ProblemException.class)
                .or(() -> cause(failure, OptimisticLockException.class)
                        .map(stale -> PlatformProblems.PRECONDITION_FAILED.about()))
                .or(() -> cause(failure, MismatchedInputException.class).map(JsonFaults::refusal))
                .or(() -> cause(failure, JsonProcessingException.class).map(JsonFaults::malformed))
                .or(() -> database.of(failure)).or(() -> http(failure));
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static Optional<ProblemException> http(Throwable failure) {
        if (failure instanceof NotFoundException) {
            return Optional.of(PlatformProblems.NOT_FOUND.about());
        }
        if (failure instanceof NotAcceptableException) {
            return Optional.of(PlatformProblems.NOT_ACCEPTABLE.about());
        }
        if (failure instanceof NotSupportedException) {
            return Optional.of(PlatformProblems.MEDIA_TYPE_UNSUPPORTED.about());
        }
        return failure instanceof WebApplicationException other && other.getResponse().getStatus() / 100 == 4
                ? Optional.of(PlatformProblems.REQUEST_INVALID.about())
                : Optional.empty();
    }

    private static ProblemException unknown(Throwable failure) {
        LOG.errorf(failure, "Unforeseen failure, traceId=%s", ProblemAnswers.traceId());
        return PlatformProblems.INTERNAL_ERROR.about();
    }
}
