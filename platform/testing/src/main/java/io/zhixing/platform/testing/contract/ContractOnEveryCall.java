package io.zhixing.platform.testing.contract;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeTestExecutionCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;

/**
 * Puts the contract filter on every REST-assured call of every {@code @QuarkusTest}: found through
 * {@code META-INF/services}, so that no test can forget it. Tests speak full paths, so the base path is emptied.
 */
public final class ContractOnEveryCall
        implements
            QuarkusTestBeforeEachCallback,
            QuarkusTestBeforeTestExecutionCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext test) {
        var installed = RestAssured.filters().stream().anyMatch(ContractFilter.class::isInstance);
        if (!installed) {
            RestAssured.filters(new ContractFilter(Contract::committed));
        }
    }

    /** Quarkus sets the base path after {@link #beforeEach}. */
    @Override
    public void beforeTestExecution(QuarkusTestMethodContext test) {
        RestAssured.basePath = "";
    }
}
