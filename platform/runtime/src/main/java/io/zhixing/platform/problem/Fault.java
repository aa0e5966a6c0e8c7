package io.zhixing.platform.problem;

/** One thing that is wrong with a request, at one place. */
public record Fault(Place place, Problem problem, Object... arguments) {

    public String detail(Language language) {
        return problem.in(language).detail(Phrase.said(arguments, language));
    }
}
