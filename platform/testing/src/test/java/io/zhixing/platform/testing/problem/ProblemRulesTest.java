package io.zhixing.platform.testing.problem;

import static io.zhixing.platform.problem.Problem.en;
import static io.zhixing.platform.problem.Problem.zh;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.Problem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ProblemRulesTest {

    @TestFactory
    Stream<DynamicTest> the_platforms_own_table_is_complete() {
        return ProblemRules.checks();
    }

    @Test
    void each_fault_of_a_table_is_found_once() {
        // When
        var faults = ProblemRules.faults(Faulty.class);
        // Then
        assertEquals(List.of(
                "GOOD_STATUS_MISSING has status 200",
                "English is not UPPER_SNAKE",
                "LANGUAGES_SWAPPED has its languages in the wrong place",
                "PLACEHOLDER_MISSING has the placeholders [{0}, {1}] in Chinese and [{0}] in English",
                "A_TITLE_MISSING lacks a title or detail",
                "Faulty is not in alphabetical order"), faults);
    }

    @Test
    void a_code_in_two_tables_is_found() {
        assertEquals(PlatformProblems.values().length,
                ProblemRules.usedTwice(List.of(PlatformProblems.class, PlatformProblems.class)).size());
    }

    @Test
    void a_code_that_nobody_throws_is_found() {
        // Given
        var classes = new ClassFileImporter().importClasses(Faulty.class, ProblemRulesTest.class);
        var thrown = Faulty.PLACEHOLDER_MISSING;
        // When
        var unused = ProblemRules.unused(classes.get(Faulty.class));
        // Then
        assertEquals(4, unused.size(), unused.toString());
        assertFalse(unused.toString().contains(thrown.name()), unused.toString());
    }

    enum Faulty implements Problem {
        GOOD_STATUS_MISSING(200, zh("错误", "错误"), en("Wrong", "Wrong")),
        English(400, zh("错误", "错误"),
                en("Wrong", "Wrong")),
        LANGUAGES_SWAPPED(400, zh("Wrong", "Wrong"),
                en("错误", "错误")),
        PLACEHOLDER_MISSING(400, zh("错误", "{0}和{1}"),
                en("Wrong", "{0}")),
        A_TITLE_MISSING(400, zh("错误", "错误"), en("", "Wrong"));

        private final Definition definition;

        Faulty(int status, Text zh, Text en) {
            definition = new Definition(status, zh, en);
        }

        @Override
        public Definition definition() {
            return definition;
        }
    }
}
