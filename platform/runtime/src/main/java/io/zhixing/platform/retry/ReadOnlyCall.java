package io.zhixing.platform.retry;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhixing.platform.access.Access;

@ReadOnly
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class ReadOnlyCall {

    private final Access access;
    private final UriInfo uri;

    ReadOnlyCall(Access access, UriInfo uri) {
        this.access = access;
        this.uri = uri;
    }

    @AroundInvoke
    Object inTransaction(InvocationContext call) throws Exception {
        if (isCounted()) {
            access.snapshot();
        } else {
            access.readOnly();
        }
        QuarkusTransaction.begin();
        try {
            return call.proceed();
        } finally {
            QuarkusTransaction.rollback();   // nothing was written; rolling back also releases what failed half-way
        }
    }

    /** A page and the total beside it are two questions, and must be answered of the same moment (api.md, D2). */
    private boolean isCounted() {
        return "true".equals(uri.getQueryParameters().getFirst("count"));
    }
}
