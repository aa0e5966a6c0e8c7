package io.zhixing.platform.transition;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The operation takes steps of a state machine: the contract draws the machine and names its refusals. The class has the
 * table as a constant {@code STEPS}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface TakesSteps {

    Class<?> value();
}
