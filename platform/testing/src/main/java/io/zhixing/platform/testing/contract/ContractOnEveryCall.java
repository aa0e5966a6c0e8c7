package io.zhixing.platform.testing.contract;

import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeTestExecutionCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;

/**
 * Puts the contract filter on every REST-assured call, and under {@link PlainCall}, of every {@code @QuarkusTest}: found through
 * {@code META-INF/services}, so that no test can forget it. Tests speak full paths, so the base path is emptied. What the
 * last call of a failed test was answered is told.
 */
public final class ContractOnEveryCall
        implements
            QuarkusTestBeforeEachCallback,
            QuarkusTestBeforeTestExecutionCallback,
            QuarkusTestAfterEachCallback {

    static final ContractFilter FILTER = new ContractFilter(Contract::committed);

    @Override
    public void beforeEach(QuarkusTestMethodContext test) {
        if (!RestAssured.filters().contains(FILTER)) {
            RestAssured.filters(FILTER);
            CompiledPaths.install();
        }
    }

    /** Quarkus sets base path and time-outs after {@link #beforeEach}. */
    @Override
    public void beforeTestExecution(QuarkusTestMethodContext test) {
        RestAssured.basePath = "";
        QuickClient.install();
    }

    @Override
    public void afterEach(QuarkusTestMethodContext test) {
        var last = FILTER.last();
        if (test.getTestStatus().isTestFailed() && last != null) {
            System.out.printf("%s fails; the last call was %s %s, answered %d%n%s%n", test.getTestMethod().getName(),
                    last.method(), last.path(), last.status(), last.body());
        }
    }
}
