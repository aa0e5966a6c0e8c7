package io.zhixing.platform.audit;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.UriInfo;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.access.Scope;
import io.zhixing.platform.time.Ids;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The entry of a call that wrote without publishing anything, such as an import that was queued or an aggregate that
 * must stay silent. Calls without login leave none: the trail must not tell when a ballot was cast.
 */
@RequestScoped
public class SilentWrites {

    private final AuditTrail trail;
    private final Caller caller;
    private final Access access;
    private final UriInfo uri;

    SilentWrites(AuditTrail trail, Caller caller, Access access, UriInfo uri) {
        this.trail = trail;
        this.caller = caller;
        this.access = access;
        this.uri = uri;
    }

    /** Needs the transaction of the write, after its work. */
    public void note(Method operation, Object answer) {
        if (trail.isChanged() || caller.isAnonymous() || operation.isAnnotationPresent(PermitAll.class)) {
            return;
        }
        var organization = access.scope().reaches().stream().findFirst().map(Scope.Reach::organizationId);
        trail.within(AuditNote.of("silent-write").in(organization.orElse(null)).about(AuditedObject.type(uri),
                made(answer).or(() -> AuditedObject.id(uri)).orElse(null)));
    }

    private static Optional<UUID> made(Object answer) {
        return answer instanceof RestResponse<?> response && response.getHeaderString("Location") != null
                ? Ids.read(response.getHeaderString("Location").replaceAll(".*/", ""))
                : Optional.empty();
    }
}
