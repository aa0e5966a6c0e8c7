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
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where failures become answers: ours, the framework's, the database's, and what nobody foresaw. */
@Singleton
public class ExceptionMappers {

    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);

    private final ProblemAnswers answers;
    private final DatabaseProblems database;

    ExceptionMappers(ProblemAnswers answers, DatabaseProblems database) {
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
            var allow = failure.getResponse().getHeaderString("Allow");
            return refused(PlatformProblems.METHOD_NOT_ALLOWED.about().with("Allow", allow), call);
        }
        return refused(known(failure).orElseGet(() -> unknown(failure)), call);
    }

    @ServerExceptionMapper
    public Response unforeseen(Throwable failure, RoutingContext call) {
        return refused(known(failure).orElseGet(() -> unknown(failure)), call);
    }

    private Optional<ProblemException> known(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refusal) {
                return Optional.of(refusal);
            }
            if (cause instanceof OptimisticLockException) {
                return Optional.of(PlatformProblems.PRECONDITION_FAILED.about());
            }
            if (cause instanceof MismatchedInputException wrong) {
                return Optional.of(JsonFaults.refusal(wrong));
            }
            if (cause instanceof JsonProcessingException broken) {
                return Optional.of(JsonFaults.malformed(broken));
            }
        }
        return database.of(failure).or(() -> http(failure));
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
