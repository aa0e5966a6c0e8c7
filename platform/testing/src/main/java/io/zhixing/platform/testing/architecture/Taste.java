package io.zhixing.platform.testing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;

/** Habits that cost much when they are found late: inexact numbers, hidden clocks, names that say nothing. */
final class Taste {

    private static final Set<String> INEXACT = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    private static final Pattern SAYS_NOTHING = Pattern
            .compile("(Abstract|Base)[A-Z].*|.*(Impl|Utils?|Helper|Manager|Processor|DTO|Dto|DAO|Dao)");

    static final List<ArchRule> RULES = List.of(
            noFields().that(describe("hold figures", field -> !isMeasureOfTheMachine(field)))
                    .should().haveRawType(describe("double or float", type -> INEXACT.contains(type.getName())))
                    .as("Nothing is kept in double or float")
                    .because(
                            "money and rates are exact. Remedy: long for fen, BigDecimal or a decimal string for the rest")
                    .allowEmptyShould(true),
            noClasses().should().accessTargetWhere(describe("now() without a Clock", Taste::readsHiddenClock))
                    .as("The time comes from an injected Clock")
                    .because("tests and imports of the past set it. Remedy: inject java.time.Clock and say now(clock)"),
            // Local infrastructure looks at ports of processes that have no other way to say that they are ready.
            noClasses().that().resideOutsideOfPackage("io.zhixing.platform.infrastructure..")
                    .should().accessTargetWhere(describe("Thread.sleep", Taste::sleeps))
                    .as("Nothing sleeps")
                    .because(
                            "it waits too long or not long enough. Remedy: wait for the condition, or use a scheduler"),
            noClasses().that(describe("named", type -> !type.isAnonymousClass()))
                    .should().haveNameMatching(".*[.$](" + SAYS_NOTHING.pattern() + ")")
                    .as("A class is named for its one job")
                    .because(
                            "Impl, Util, Helper, Manager, Processor, DTO, DAO, Abstract… and Base… say nothing. Remedy: name "
                                    + "the job; if there are two, make two classes"));

    private Taste() {}

    /** Seconds and loads that go to metrics or PostgreSQL as they are; nothing is reckoned with them. */
    private static boolean isMeasureOfTheMachine(JavaField field) {
        return field.getName().endsWith("Seconds")
                && field.getOwner().getPackageName().startsWith("io.zhixing.platform");
    }

    private static boolean readsHiddenClock(JavaAccess<?> access) {
        return access instanceof JavaMethodCall call && call.getName().equals("now")
                && call.getTargetOwner().getPackageName().startsWith("java.time")
                && call.getTarget().getRawParameterTypes().stream().map(JavaClass::getName)
                        .noneMatch(Clock.class.getName()::equals);
    }

    private static boolean sleeps(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(Thread.class) && access.getTarget().getName().equals("sleep");
    }
}
