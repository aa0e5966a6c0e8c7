package io.zhixing.platform.audit;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.problem.ProblemAnswers;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Leaves an entry for each refusal for lack of rights, before the answer leaves. What lies outside a scope is answered
 * as what does not exist and leaves none: nobody can tell it from a mistyped id.
 */
public class AuditedRefusals {

    private static final int FORBIDDEN = 403;

    private final AuditTrail trail;
    private final Caller caller;
    private final Access access;

    AuditedRefusals(AuditTrail trail, Caller caller, Access access) {
        this.trail = trail;
        this.caller = caller;
        this.access = access;
    }

    /** On a worker: a role is refused before the call has left the event loop. */
    @ServerResponseFilter
    public Uni<Void> note(ContainerResponseContext response, UriInfo uri, RoutingContext call) {
        if (response.getStatus() != FORBIDDEN || caller.isAnonymous()) {
            return Uni.createFrom().voidItem();
        }
        var note = AuditNote.of("refusal").about(AuditedObject.type(uri), AuditedObject.id(uri).orElse(null))
                .ended(ProblemAnswers.code(call));
        var author = access.author();
        var trace = Trace.parent();
        return Uni.createFrom().voidItem().emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> trail.apart(author, note, trace));
    }
}
