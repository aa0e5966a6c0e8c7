package io.zhixing.platform.retry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;

/**
 * A call that writes. It runs in one transaction that is committed before the answer leaves. With an
 * {@code Idempotency-Key} its answer is stored in that transaction, so that a repeat gets the same answer and makes no
 * second effect; a refused or failed call stores nothing and is judged anew.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

    /** What a key may look like; it says nothing. */
    String EXAMPLE = "7f6c0d2e-2f0b-4b0e-9d2b-3c1a5e8f4a10";

    /** Whether the call is refused without a key: where money moves or a job starts. */
    @Nonbinding
    boolean keyRequired() default false;

    /** Whether a key is taken at all: not where an answer must not be kept, sealed or not. */
    @Nonbinding
    boolean keyTaken() default true;
}
