package io.zhixing.platform.retry;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhixing.platform.access.CallScope;

@ReadOnly
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class ReadOnlyCall {

    private final CallScope scope;
    private final UriInfo uri;

    ReadOnlyCall(CallScope scope, UriInfo uri) {
        this.scope = scope;
        this.uri = uri;
    }

    @AroundInvoke
    Object inTransaction(InvocationContext call) throws Exception {
        if (isCounted()) {
            scope.snapshot();
        } else {
            scope.readOnly(true);
        }
        var guessed = answer(call);
        if (guessed.holds()) {
            return guessed.get();
        }
        scope.readOnly(false);
        return answer(call).get();
    }

    /** @param holds whether what the call went by turned out to be so; else it is neither answered nor refused by that */
    private record Answer(Object value, Exception refusal, boolean holds) {

        Object get() throws Exception {
            if (refusal != null) {
                throw refusal;
            }
            return value;
        }
    }

    private Answer answer(InvocationContext call) {
        QuarkusTransaction.begin();
        try {
            return new Answer(call.proceed(), null, scope.holds());
        } catch (Exception refusal) {
            return new Answer(null, refusal, scope.holds());
        } finally {
            QuarkusTransaction.rollback();   // nothing was written; rolling back also releases what failed half-way
        }
    }

    /** A page and the total beside it are two questions, and must be answered of the same moment (api.md, D2). */
    private boolean isCounted() {
        return "true".equals(uri.getQueryParameters().getFirst("count"));
    }
}
