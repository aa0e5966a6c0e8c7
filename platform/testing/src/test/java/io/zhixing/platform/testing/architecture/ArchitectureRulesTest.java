package io.zhixing.platform.testing.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import io.zhixing.bakery.BakeBread;
import io.zhixing.bakery.Bread;
import io.zhixing.bakery.BreadResource;
import io.zhixing.bakery.Breads;
import io.zhixing.mill.BaseFlour;
import io.zhixing.mill.GrindFlour;
import io.zhixing.mill.SackFlour;
import io.zhixing.mill.SackResource;
import io.zhixing.mill.WeighFlour;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The bakery keeps the rules; the mill breaks each of them. */
class ArchitectureRulesTest {

    @TestFactory
    Stream<DynamicTest> the_platform_keeps_the_rules() {
        return ArchitectureRules.checks();
    }

    @Test
    void a_service_that_keeps_the_rules_passes() {
        // When
        var broken = broken(Bread.class, Breads.class, BakeBread.class, BreadResource.class);
        // Then
        assertEquals(List.of(), broken);
    }

    @Test
    void each_rule_is_broken_by_the_class_that_breaks_it() {
        // Given
        var unbroken = ArchitectureRules.rules().stream().map(rule -> rule.getDescription().split(", because")[0])
                .collect(Collectors.toSet());
        // When
        var mill = new ClassFileImporter().importPackages("io.zhixing.mill", "io.zhixing.platform.notaplatform");
        ArchitectureRules.rules().stream().map(rule -> rule.evaluate(mill)).filter(EvaluationResult::hasViolation)
                .forEach(result -> unbroken.removeIf(name -> result.getFailureReport().toString().contains(name)));
        // Then
        assertEquals(Set.of(), unbroken);
    }

    @Test
    void a_message_names_the_remedy() {
        assertTrue(ArchitectureRules.rules().stream().allMatch(rule -> rule.getDescription().contains("Remedy: ")));
    }

    @Test
    void a_question_of_the_repository_itself_may_be_asked_by_a_use_case() {
        assertFalse(broken(BakeBread.class, Breads.class).stream().anyMatch(text -> text.contains("Queries")));
    }

    @Test
    void a_query_written_in_a_use_case_is_found() {
        assertTrue(broken(GrindFlour.class, BaseFlour.class).stream().anyMatch(text -> text.contains("Queries stand")));
    }

    @Test
    void plain_sql_in_a_use_case_is_found_too() {
        assertTrue(broken(WeighFlour.class).stream().anyMatch(text -> text.contains("Queries stand")));
        assertTrue(broken(SackFlour.class).stream().anyMatch(text -> text.contains("Queries stand")));
    }

    @Test
    void plain_sql_at_a_resource_is_found() {
        assertTrue(broken(SackResource.class).stream().anyMatch(text -> text.contains("knows neither storage")));
    }

    private static List<String> broken(Class<?>... classes) {
        var imported = new ClassFileImporter().importClasses(classes);
        return ArchitectureRules.rules().stream().map(rule -> rule.evaluate(imported))
                .filter(EvaluationResult::hasViolation)
                .map(result -> result.getFailureReport().toString()).toList();
    }
}
