package io.zhixing.platform.transition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

import io.zhixing.platform.problem.Problem;

/**
 * One step of a state machine: its name, where it leads, who may take it and what must hold.
 *
 * @param <S> the states
 * @param <F> the facts that its guards judge
 */
public final class Step<S extends Enum<S>, F> {

    private final String name;
    private final S from;
    private final S to;
    private final List<Guard<F>> guards = new ArrayList<>();
    private final List<String> required = new ArrayList<>(List.of("on"));
    private String labelZh;
    private String labelEn;
    private List<String> roles = List.of();
    private Function<F, String> office;
    private Function<F, UUID> person = facts -> null;
    private Predicate<F> alone = facts -> false;
    private Problem ownStepBefore;

    private Step(String name, S from, S to) {
        this.name = name;
        this.from = from;
        this.to = to;
    }

    /** @param name kebab case, as callers send it: {@code return-defects} */
    public static <S extends Enum<S>, F> Step<S, F> of(String name, S from, S to) {
        return new Step<>(name, from, to);
    }

    public Step<S, F> called(String zh, String en) {
        labelZh = zh;
        labelEn = en;
        return this;
    }

    /** One of these roles, granted on the aggregate's organization or above it. */
    public Step<S, F> by(String... roles) {
        this.roles = List.of(roles);
        return this;
    }

    /**
     * Where this step is decided, when not at the aggregate's organization: the path under which its roles are looked for,
     * such as the superior's or the other side's.
     */
    public Step<S, F> at(Function<F, String> office) {
        this.office = office;
        return this;
    }

    /** Also the person whom it is about, without a role anywhere. */
    public Step<S, F> orPerson(Function<F, UUID> person) {
        this.person = person;
        return this;
    }

    /**
     * Where this holds, nobody stands above the aggregate, and a second person takes the step: never the one whose hand its
     * present version is. The subject then says whose that is.
     */
    public Step<S, F> secondPersonWhen(Predicate<F> alone, Problem otherwise) {
        this.alone = alone;
        this.ownStepBefore = otherwise;
        return this;
    }

    /** Fields of the body beside {@code transition} and {@code on}. */
    public Step<S, F> requires(String... fields) {
        required.addAll(Arrays.asList(fields));
        return this;
    }

    @SafeVarargs
    public final Step<S, F> when(Guard<F>... conditions) {
        guards.addAll(Arrays.asList(conditions));
        return this;
    }

    public String name() {
        return name;
    }

    public S from() {
        return from;
    }

    public S to() {
        return to;
    }

    String labelZh() {
        return labelZh;
    }

    String labelEn() {
        return labelEn;
    }

    public List<String> roles() {
        return roles;
    }

    /** @param path the aggregate's own */
    String office(F facts, String path) {
        return office == null ? path : office.apply(facts);
    }

    /** Whom it is about, when he may take it himself; else null. */
    UUID person(F facts) {
        return person.apply(facts);
    }

    /** Whether there are aggregates at which a second person must take it. */
    public boolean mayNeedSecondPerson() {
        return ownStepBefore != null;
    }

    boolean needsSecondPerson(F facts) {
        return alone.test(facts);
    }

    Problem ownStepBefore() {
        return ownStepBefore;
    }

    List<String> required() {
        return List.copyOf(required);
    }

    List<Guard<F>> guards() {
        return guards;
    }
}
