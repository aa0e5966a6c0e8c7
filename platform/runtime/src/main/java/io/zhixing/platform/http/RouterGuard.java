package io.zhixing.platform.http;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemAnswers;

/** What fails before JAX-RS sees it, answered as a problem as well: bodies that announce too much, paths that nobody serves. */
@Singleton
public class RouterGuard {

    private static final int BEFORE_EVERYTHING = 10_000;

    private final ProblemAnswers answers;
    private final BodyLimits limits;

    RouterGuard(ProblemAnswers answers, BodyLimits limits) {
        this.answers = answers;
        this.limits = limits;
    }

    void refuseAnnouncedBodies(@Observes Filters filters) {
        filters.register(call -> {
            var announced = call.request().getHeader("Content-Length");
            if (announced != null && tooLarge(announced, limits.of(call.request().path()))) {
                answers.end(call, PlatformProblems.BODY_TOO_LARGE.about(limits.of(call.request().path())));
            } else {
                call.next();
            }
        }, BEFORE_EVERYTHING);
    }

    void answerUnknownPaths(@Observes Router router) {
        router.route().last().handler(this::notFound);
    }

    private void notFound(RoutingContext call) {
        if (!call.response().ended()) {
            answers.end(call, PlatformProblems.NOT_FOUND.about());
        }
    }

    private static boolean tooLarge(String announced, long limit) {
        try {
            return Long.parseLong(announced.trim()) > limit;
        } catch (NumberFormatException notOurs) {
            return false;   // the server itself refuses such a request
        }
    }
}
