package io.zhixing.platform.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The codes of the service's own problems with which an operation may refuse; they appear in its contract by status, and
 * the first of each status is shown there as an example.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {

    String[] value();
}
