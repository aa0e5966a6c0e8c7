package io.zhixing.platform.transition;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

import io.zhixing.platform.problem.Problem;
import io.zhixing.platform.problem.ProblemException;

/**
 * A condition of a step, as a named constant that knows its problem, so that a regulation's conditions can be read
 * down the table of steps.
 *
 * @param <F> the facts that the service has gathered before it asks
 */
@FunctionalInterface
public interface Guard<F> {

    /** What stands against the step on this day; empty when the condition holds. */
    Optional<ProblemException> against(F facts, LocalDate on);

    static <F> Guard<F> holds(Predicate<F> condition, Problem otherwise) {
        return (facts, on) -> condition.test(facts) ? Optional.empty() : Optional.of(otherwise.about());
    }

    /** For a condition that looks at the day of the step. */
    static <F> Guard<F> holdsOn(BiPredicate<F, LocalDate> condition, Problem otherwise) {
        return (facts, on) -> condition.test(facts, on) ? Optional.empty() : Optional.of(otherwise.about());
    }
}
