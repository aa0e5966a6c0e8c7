package io.zhixing.platform.testing.contract;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.restassured.filter.FilterContext;
import io.restassured.filter.OrderedFilter;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;

/**
 * Fails the test whose call was answered otherwise than the contract says. {@link ContractOnEveryCall} installs it;
 * a test does not name it.
 */
public final class ContractFilter implements OrderedFilter {

    private final Supplier<Contract> contract;
    private AnswerCheck check;
    private volatile Answer last;

    /** @param contract read at the first call, so that a test that calls nothing needs no contract */
    public ContractFilter(Supplier<Contract> contract) {
        this.contract = contract;
    }

    @Override
    public Response filter(FilterableRequestSpecification request, FilterableResponseSpecification expected,
            FilterContext context) {
        var response = context.next(request, expected);
        judge(answer(request, response));
        return response;
    }

    /** @throws AssertionError when the contract does not allow the answer */
    void judge(Answer answer) {
        last = answer;
        var violations = check().violations(answer);
        if (!violations.isEmpty()) {
            throw new AssertionError(message(answer, violations));
        }
    }

    /** Before the other filters, so that a test's own expectations are judged on an answer that the contract allows. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    /** For whoever reads a failed test; null before the first call. */
    Answer last() {
        return last;
    }

    private synchronized AnswerCheck check() {
        if (check == null) {
            check = new AnswerCheck(contract.get());
        }
        return check;
    }

    private static Answer answer(FilterableRequestSpecification request, Response response) {
        var headers = response.getHeaders().asList().stream().collect(Collectors.toMap(
                header -> header.getName().toLowerCase(Locale.ROOT), Header::getValue,
                (first, next) -> first + ", " + next));
        return new Answer(request.getMethod(), URI.create(request.getURI()).getRawPath(),
                response.statusCode(), headers, response.body().asString());
    }

    private static String message(Answer answer, List<String> violations) {
        return "%s %s was answered %d, which %s does not allow:%n  %s%nMend the service, or its annotations; %s%nBody: %s"
                .formatted(answer.method(), answer.path(), answer.status(), Contract.COMMITTED,
                        String.join("\n  ", violations), GeneratedContract.REMEDY, answer.body());
    }
}
