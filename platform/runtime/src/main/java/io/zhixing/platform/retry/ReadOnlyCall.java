package io.zhixing.platform.retry;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhixing.platform.access.Access;

@ReadOnly
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class ReadOnlyCall {

    private final Access access;

    ReadOnlyCall(Access access) {
        this.access = access;
    }

    @AroundInvoke
    Object inTransaction(InvocationContext call) throws Exception {
        access.readOnly();
        QuarkusTransaction.begin();
        try {
            return call.proceed();
        } finally {
            QuarkusTransaction.rollback();   // nothing was written; rolling back also releases what failed half-way
        }
    }
}
