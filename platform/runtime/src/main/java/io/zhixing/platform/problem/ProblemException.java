package io.zhixing.platform.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Refuses a call. What has been done in its transaction is rolled back. */
public class ProblemException extends RuntimeException {

    private final Problem problem;
    private final transient Object[] arguments;
    private final transient List<Fault> faults;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    public ProblemException(Problem problem, Object... arguments) {
        this(problem, arguments, List.of());
    }

    /** At least one fault; the first one decides code and status. */
    public ProblemException(List<Fault> faults) {
        this(faults.get(0).problem(), faults.get(0).arguments(), List.copyOf(faults));
    }

    public ProblemException(Problem problem, List<Fault> faults) {
        this(problem, new Object[0], List.copyOf(faults));
    }

    private ProblemException(Problem problem, Object[] arguments, List<Fault> faults) {
        // No stack trace: a refusal is an answer, not a defect.
        super(problem.name(), null, false, false);
        this.problem = problem;
        this.arguments = arguments;
        this.faults = faults;
        if (problem.status() == 503 || problem == PlatformProblems.IDEMPOTENCY_IN_FLIGHT) {
            headers.put("Retry-After", "1");
        }
    }

    public Problem problem() {
        return problem;
    }

    public List<Fault> faults() {
        return faults;
    }

    /** What stands in the detail's gaps. */
    public Object[] arguments() {
        return arguments;
    }

    public String detail(Language language) {
        return problem.in(language).detail(Phrase.said(arguments, language));
    }

    /** A header that belongs to the answer, such as the current {@code ETag} of a stale write. */
    public ProblemException with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
