package io.zhixing.platform.testing.architecture;

import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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

    private static final String HOUSE = "io.zhixing";
    private static final ImportOption NOT_TEST_SUPPORT = location -> !location.contains("platform-testing")
            && !location.contains("/platform/testing/");

    private ArchitectureRules() {}

    public static Stream<DynamicTest> checks() {
        return checks(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(NOT_TEST_SUPPORT).importPackages(HOUSE));
    }

    static Stream<DynamicTest> checks(JavaClasses classes) {
        return rules().stream().map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
    }

    static List<ArchRule> rules() {
        return Stream.of(Borders.RULES, Layers.RULES, Taste.RULES).flatMap(List::stream).toList();
    }
}
