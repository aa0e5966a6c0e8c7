package io.zhixing.platform.testing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** What may know of what: services share events and the platform, nothing else. */
final class Borders {

    private static final String HOUSE = "io.zhixing.";
    private static final String PLATFORM = "platform";

    private static final DescribedPredicate<JavaClass> OF_A_SERVICE = describe("of a service",
            type -> isOurs(type) && !room(type).equals(PLATFORM));

    static final List<ArchRule> RULES = List.of(
            classes().that().resideInAPackage("io.zhixing..").should(stayInTheirOwnService())
                    .as("No service knows another")
                    .because(
                            "events are the only thing services share. Remedy: write an own record with the fields that "
                                    + "are read, and fill it from the other's events"),
            noClasses().that(resideInAPackage("io.zhixing.platform..")).should().dependOnClassesThat(OF_A_SERVICE)
                    .as("The platform knows no service")
                    .because(
                            "it holds mechanism, not meaning. Remedy: move the class into the service, or let the service "
                                    + "hand in what differs")
                    .allowEmptyShould(true));

    private Borders() {}

    private static ArchCondition<JavaClass> stayInTheirOwnService() {
        return new ArchCondition<>("stay in their own service") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> OF_A_SERVICE.test(dependency.getTargetClass()))
                        .filter(dependency -> !room(type).equals(PLATFORM))
                        .filter(dependency -> !room(type).equals(room(dependency.getTargetClass())))
                        .map(Dependency::getDescription)
                        .forEach(text -> events.add(SimpleConditionEvent.violated(type, text)));
            }
        };
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(HOUSE);
    }

    /** The first word behind the house: {@code session} of {@code io.zhixing.session.study}. */
    private static String room(JavaClass type) {
        return type.getPackageName().substring(HOUSE.length()).split("\\.")[0];
    }
}
