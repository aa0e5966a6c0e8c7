package io.zhixing.platform.rate;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import io.zhixing.platform.access.Caller;
import io.zhixing.platform.problem.PlatformProblems;
import org.eclipse.microprofile.config.Config;

/** Counts before the transaction of the call begins: a call that is refused or fails counts too. */
@RateLimited("")
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE - 100)
class RateLimitedCall {

    private final CallRates rates;
    private final Caller caller;
    private final Config config;

    RateLimitedCall(CallRates rates, Caller caller, Config config) {
        this.rates = rates;
        this.caller = caller;
        this.config = config;
    }

    @AroundInvoke
    Object counted(InvocationContext call) throws Exception {
        var name = call.getMethod().getAnnotation(RateLimited.class).value();
        long wait = rates.take(caller.name(), name, config.getValue("zhixing.calls-a-minute." + name, Integer.class));
        if (wait > 0) {
            throw PlatformProblems.TOO_MANY_CALLS.about(wait).with("Retry-After", Long.toString(wait));
        }
        return call.proceed();
    }
}
