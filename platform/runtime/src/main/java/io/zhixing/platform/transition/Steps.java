package io.zhixing.platform.transition;

import java.util.List;
import java.util.stream.Collectors;

import io.zhixing.platform.problem.PlatformProblems;

/**
 * The table of steps of one kind of aggregate. The answer to "what may happen next", the check before a step and the
 * diagram in the contract are all made from it, so they cannot differ.
 */
public final class Steps<S extends Enum<S>, F> {

    private final List<Step<S, F>> all;

    private Steps(List<Step<S, F>> all) {
        this.all = all;
    }

    @SafeVarargs
    public static <S extends Enum<S>, F> Steps<S, F> of(Step<S, F>... steps) {
        return new Steps<>(List.of(steps));
    }

    public List<Step<S, F>> all() {
        return all;
    }

    public List<Step<S, F>> leaving(S state) {
        return all.stream().filter(step -> step.from() == state).toList();
    }

    /** Refuses with {@code TRANSITION_NOT_AVAILABLE} when this state has no step of this name. */
    public Step<S, F> named(S state, String name) {
        return leaving(state).stream().filter(step -> step.name().equals(name)).findFirst()
                .orElseThrow(() -> PlatformProblems.TRANSITION_NOT_AVAILABLE.about(state, name));
    }

    /** The machine as a Mermaid state diagram. */
    public String diagram() {
        return all.stream()
                .map(step -> "  " + step.from() + " --> " + step.to() + ": " + step.name() + " " + step.labelZh())
                .collect(Collectors.joining("\n", "```mermaid\nstateDiagram-v2\n", "\n```"));
    }
}
