package io.zhixing.platform.access;

import java.lang.reflect.Method;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Lets a token do only what its OAuth scopes say, and refuses one that joins roles which are kept apart. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class OAuthScopes implements ContainerRequestFilter {

    private final Caller caller;
    private final AccessRules rules;
    private final String service;

    @Context
    ResourceInfo resource;

    OAuthScopes(Caller caller, AccessRules rules, @ConfigProperty(name = "zhixing.service") String service) {
        this.caller = caller;
        this.rules = rules;
        this.service = service;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (caller.isAnonymous() || resource.getResourceMethod() == null) {
            return;   // operations without login say so themselves; all others were refused before
        }
        caller.calls(operation(resource.getResourceMethod()));
        var separated = caller.grants().stream().map(Grant::role).filter(rules.separatedRoles()::contains).distinct()
                .count();
        if (separated > 1) {
            throw PlatformProblems.ADMINISTRATOR_ROLES_COMBINED.about();
        }
        var needed = service + (resource.getResourceMethod().isAnnotationPresent(ReadOnly.class) ? ":read" : ":write");
        if (!caller.oauthScopes().contains(needed)) {
            throw PlatformProblems.FORBIDDEN.about();
        }
    }

    private static String operation(Method method) {
        var described = method.getAnnotation(Operation.class);
        return described == null ? method.getName() : described.operationId();
    }
}
