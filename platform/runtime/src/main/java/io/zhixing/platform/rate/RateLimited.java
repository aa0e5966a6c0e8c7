package io.zhixing.platform.rate;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;

/**
 * A call that one caller may make so often only, whatever comes of it: {@code TOO_MANY_CALLS} with {@code Retry-After}
 * beyond that. The number in a minute is the setting {@code zhixing.calls-a-minute.<name>}.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RateLimited {

    /** What is counted; operations of one name share their number. */
    @Nonbinding
    String value();
}
