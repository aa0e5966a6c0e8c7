package io.zhixing.platform.testing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import java.util.List;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.sql.Sql;

/** What each kind of class may touch. */
final class Layers {

    private static final String[] STORAGE_AND_MESSAGING = {"jakarta.persistence..", "org.hibernate..", "java.sql..",
            "javax.sql..", "io.agroal..", "io.zhixing.platform.sql..", "org.apache.kafka..",
            "org.eclipse.microprofile.reactive.messaging..", "io.smallrye.reactive.messaging.."};

    private static final Set<String> QUERYING = Set.of("createQuery", "createNativeQuery", "createNamedQuery",
            "createSelectionQuery", "createMutationQuery", "createNativeMutationQuery", "prepareStatement",
            "prepareCall",
            "executeQuery", "executeUpdate");

    private static final Set<String> PANACHE_QUERYING = Set.of("find", "list", "stream", "update", "delete", "count");

    private static final DescribedPredicate<JavaClass> SAYS_WHAT_HAPPENS = describe(
            "resources, aggregates or use cases",
            type -> isResource(type) || type.isAnnotatedWith(Entity.class) || isUseCase(type));

    static final List<ArchRule> RULES = List.of(
            noClasses().that().areAnnotatedWith(Entity.class).should().dependOnClassesThat()
                    .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..", "io.smallrye.reactive.messaging..",
                            "org.eclipse.microprofile.reactive.messaging..", "org.apache.kafka..")
                    .as("An aggregate knows neither HTTP nor messaging")
                    .because(
                            "its rules hold whoever asks. Remedy: throw a problem of the service's table; the resource and "
                                    + "the outbox translate")
                    .allowEmptyShould(true),
            noClasses().that(describe("resources", Layers::isResource)).should().dependOnClassesThat()
                    .resideInAnyPackage(STORAGE_AND_MESSAGING)
                    .as("A resource knows neither storage nor messaging")
                    .because("it translates and delegates. Remedy: move the work into a use case or a repository")
                    .allowEmptyShould(true),
            noClasses().that(SAYS_WHAT_HAPPENS).should().accessTargetWhere(describe("HQL or SQL", Layers::queries))
                    .as("Queries stand in repositories, projections and classes named for bulk work")
                    .because("they are found in one place and named for the question they answer. Remedy: give the "
                            + "repository a method")
                    .allowEmptyShould(true),
            noFields().should().beAnnotatedWith(Inject.class)
                    .as("No field is injected")
                    .because(
                            "a class shows in its constructor what it needs. Remedy: a constructor parameter and a final field")
                    .allowEmptyShould(true),
            fields().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class).and()
                    .doNotHaveModifier(JavaModifier.STATIC)
                    .should().bePrivate()
                    .as("The fields of an aggregate are private")
                    .because("only its methods keep its rules. Remedy: a method that says what an official does")
                    .allowEmptyShould(true));

    private Layers() {}

    private static boolean isResource(JavaClass type) {
        return type.getSimpleName().endsWith("Resource");
    }

    /** By shape: a class of a service with a public method {@code handle}. */
    private static boolean isUseCase(JavaClass type) {
        return !type.getPackageName().startsWith("io.zhixing.platform") && type.getMethods().stream()
                .anyMatch(method -> method.getName().equals("handle")
                        && method.getModifiers().contains(JavaModifier.PUBLIC));
    }

    private static boolean queries(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        var name = access.getTarget().getName();
        boolean plain = QUERYING.contains(name)
                && (owner.getPackageName().startsWith("java.sql") || owner.isAssignableTo(EntityManager.class)
                        || owner.getPackageName().startsWith("org.hibernate"));
        // Only the inherited method says HQL: one that the repository itself declares, say count(Scope), is its own question.
        boolean panache = PANACHE_QUERYING.contains(name) && owner.isAssignableTo(PanacheRepositoryBase.class)
                && owner.getMethods().stream().noneMatch(method -> method.getName().equals(name));
        boolean batch = owner.isEquivalentTo(Batch.class) && name.equals("update");
        return plain || panache || batch || owner.isEquivalentTo(Sql.class);
    }
}
