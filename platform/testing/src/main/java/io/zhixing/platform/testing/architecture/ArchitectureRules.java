package io.zhixing.platform.testing.architecture;

import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DynamicTest;

/**
 * The rules of the house that a build can judge, over everything of io.zhixing on the class path but tests and this
 * module. A service runs them in two lines:
 * <pre>{@code
 * @TestFactory Stream<DynamicTest> architecture() { return ArchitectureRules.checks(); }
 * }</pre>
 */
public final class ArchitectureRules {

    private ArchitectureRules() {}

    public static Stream<DynamicTest> checks() {
        return checks(HouseClasses.inProduction());
    }

    static Stream<DynamicTest> checks(JavaClasses classes) {
        return rules().stream().map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
    }

    static List<ArchRule> rules() {
        return Stream.of(Borders.RULES, Layers.RULES, Taste.RULES).flatMap(List::stream).toList();
    }
}
