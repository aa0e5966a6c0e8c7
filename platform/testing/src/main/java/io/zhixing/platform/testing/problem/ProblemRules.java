package io.zhixing.platform.testing.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.zhixing.platform.problem.Problem;
import io.zhixing.platform.testing.architecture.HouseClasses;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/**
 * What every table of problems keeps (B2): one code one meaning, both languages, the same placeholders, alphabetical
 * order, a status of refusal. Needs no container:
 * <pre>{@code
 * @TestFactory Stream<DynamicTest> problems() { return ProblemRules.checks(); }
 * }</pre>
 */
public final class ProblemRules {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
    private static final Pattern CHINESE = Pattern.compile(".*\\p{IsHan}.*");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");

    private ProblemRules() {}

    /** Of all tables on the class path: the service's and the platform's. */
    public static Stream<DynamicTest> checks() {
        var imported = HouseClasses.all().stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(Problem.class)).toList();
        List<Class<?>> tables = imported.stream().<Class<?>>map(JavaClass::reflect).toList();
        return Stream.concat(
                tables.stream().map(table -> check("B2 " + table.getSimpleName() + " is complete", faults(table))),
                Stream.of(check("B2 a code has one meaning", usedTwice(tables)),
                        check("B2 every code is used",
                                imported.stream().flatMap(table -> unused(table).stream()).toList())));
    }

    static List<String> faults(Class<?> table) {
        var problems = Arrays.stream(table.getEnumConstants()).map(Problem.class::cast).toList();
        var found = problems.stream().flatMap(problem -> faults(problem).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        var names = problems.stream().map(Problem::name).toList();
        if (!names.stream().sorted().toList().equals(names)) {
            found.add(table.getSimpleName() + " is not in alphabetical order");
        }
        return found;
    }

    static List<String> usedTwice(List<Class<?>> tables) {
        var seen = new TreeSet<String>();
        return tables.stream().flatMap(table -> Arrays.stream(table.getEnumConstants())).map(Problem.class::cast)
                .filter(problem -> !seen.add(problem.name())).map(problem -> problem.name() + " stands in two tables")
                .toList();
    }

    /** A code that nothing throws tells callers of something that cannot happen. */
    static List<String> unused(JavaClass table) {
        return table.getFields().stream().filter(field -> field.getModifiers().contains(JavaModifier.ENUM))
                .filter(field -> field.getAccessesToSelf().stream()
                        .allMatch(access -> access.getOriginOwner().equals(table)))
                .map(field -> field.getName() + " of " + table.getSimpleName() + " is thrown by nobody").sorted()
                .toList();
    }

    private static List<String> faults(Problem problem) {
        var zh = problem.definition().zh();
        var en = problem.definition().en();
        var found = new ArrayList<String>();
        if (!CODE.matcher(problem.name()).matches()) {
            found.add(problem.name() + " is not UPPER_SNAKE");
        }
        if (problem.status() < 400 || problem.status() > 599) {
            found.add(problem.name() + " has status " + problem.status());
        }
        if (Stream.of(zh.title(), zh.detail(), en.title(), en.detail()).anyMatch(String::isBlank)) {
            found.add(problem.name() + " lacks a title or detail");
        }
        if (!CHINESE.matcher(zh.title()).matches() || CHINESE.matcher(en.title() + en.detail()).matches()) {
            found.add(problem.name() + " has its languages in the wrong place");
        }
        if (!placeholders(zh).equals(placeholders(en))) {
            found.add(
                    problem.name() + " has the placeholders " + placeholders(zh) + " in Chinese and " + placeholders(en)
                            + " in English");
        }
        return found;
    }

    private static TreeSet<String> placeholders(Problem.Text text) {
        return PLACEHOLDER.matcher(text.title() + text.detail()).results().map(result -> result.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static DynamicTest check(String name, List<String> faults) {
        return DynamicTest.dynamicTest(name, () -> {
            if (!faults.isEmpty()) {
                Assertions.fail(name + ", but:\n  " + String.join("\n  ", faults)
                        + "\nRemedy: mend the constant; a code once released keeps name and meaning");
            }
        });
    }
}
