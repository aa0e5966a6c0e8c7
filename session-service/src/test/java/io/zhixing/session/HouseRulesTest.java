package io.zhixing.session;

import java.util.stream.Stream;

import io.zhixing.platform.testing.architecture.ArchitectureRules;
import io.zhixing.platform.testing.problem.ProblemRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {

    @TestFactory
    Stream<DynamicTest> architecture() {
        return ArchitectureRules.checks();
    }

    @TestFactory
    Stream<DynamicTest> problems() {
        return ProblemRules.checks();
    }
}
