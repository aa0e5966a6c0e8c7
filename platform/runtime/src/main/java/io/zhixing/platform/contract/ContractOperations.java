package io.zhixing.platform.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.Problem;
import io.zhixing.platform.rate.RateLimited;
import io.zhixing.platform.transition.Steps;
import io.zhixing.platform.transition.TakesSteps;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** What the code says of each operation: who may call it, whether it reads, how it refuses. Read from the class index at build time. */
final class ContractOperations {

    private static final String IDEMPOTENT = "io.zhixing.platform.retry.Idempotent";

    private final Map<String, MethodInfo> methods = new HashMap<>();
    private final Map<String, Problem> problems = new TreeMap<>();

    ContractOperations(IndexView index) {
        index.getAnnotations("org.eclipse.microprofile.openapi.annotations.Operation").forEach(annotation -> {
            var id = annotation.value("operationId");
            if (id != null) {
                methods.put(id.asString(), annotation.target().asMethod());
            }
        });
        index.getAllKnownImplementations(Problem.class.getName()).stream().filter(ClassInfo::isEnum)
                .forEach(table -> constants(table.name().toString())
                        .forEach(problem -> problems.put(problem.name(), problem)));
        Arrays.stream(PlatformProblems.values()).forEach(problem -> problems.put(problem.name(), problem));
    }

    Optional<MethodInfo> method(String operationId) {
        return Optional.ofNullable(methods.get(operationId));
    }

    static boolean reads(MethodInfo method) {
        return method.hasAnnotation("io.zhixing.platform.retry.ReadOnly");
    }

    static boolean isPublic(MethodInfo method) {
        return method.hasAnnotation("jakarta.annotation.security.PermitAll");
    }

    /** Offered by each service alike, such as imports; its name in the joined contract needs the service's. */
    static boolean isOfEveryService(MethodInfo method) {
        return method.declaringClass().name().toString().startsWith("io.zhixing.platform.");
    }

    static boolean saysItsDay(MethodInfo method) {
        return method.hasAnnotation(SaysItsDay.class);
    }

    /** A platform operation names its roles by a setting of the service. */
    static List<String> roles(MethodInfo method) {
        return values(method, "jakarta.annotation.security.RolesAllowed").stream()
                .flatMap(role -> role.startsWith("${")
                        ? ConfigProvider.getConfig()
                                .getValues(role.substring(2, role.length() - 1), String.class).stream()
                        : Stream.of(role))
                .toList();
    }

    static boolean needsKey(MethodInfo method) {
        var idempotent = method.annotation(IDEMPOTENT);
        return idempotent != null && idempotent.value("keyRequired") != null
                && idempotent.value("keyRequired").asBoolean();
    }

    static boolean takesKey(MethodInfo method) {
        var idempotent = method.annotation(IDEMPOTENT);
        return idempotent == null || idempotent.value("keyTaken") == null || idempotent.value("keyTaken").asBoolean();
    }

    /** The problems with which this operation can refuse; of those of one status the most telling first. */
    List<Problem> refusals(MethodInfo method, boolean hasBody, boolean hasPathParameter, boolean conditional,
            boolean listed) {
        var codes = new ArrayList<>(values(method, Refuses.class.getName()));
        if (method.hasAnnotation(TakesSteps.class)) {
            codes.addAll(List.of("TRANSITION_NOT_AVAILABLE", "TRANSITION_DAY_INVALID"));
        }
        if (hasBody) {
            codes.addAll(List.of("VALIDATION_FAILED", "VALUE_INVALID", "BODY_MALFORMED", "BODY_REQUIRED",
                    "BODY_TOO_LARGE", "FIELD_READ_ONLY", "FIELD_UNKNOWN", "FIELD_WRONG_TYPE",
                    "MEDIA_TYPE_UNSUPPORTED", "REFERENCE_UNKNOWN"));
        }
        if (listed) {
            codes.addAll(List.of("PARAMETER_INVALID", "PARAMETER_REPEATED", "CURSOR_INVALID", "CURSOR_MISMATCH",
                    "REFERENCE_UNKNOWN"));
        }
        codes.addAll(List.of("PARAMETER_UNKNOWN", "NOT_ACCEPTABLE", "INTERNAL_ERROR", "TEMPORARILY_UNAVAILABLE"));
        if (!isPublic(method)) {
            codes.addAll(List.of("UNAUTHENTICATED", "FORBIDDEN", "ADMINISTRATOR_ROLES_COMBINED"));
        }
        if (hasPathParameter) {
            codes.add("NOT_FOUND");
        }
        if (needsKey(method)) {
            codes.add("IDEMPOTENCY_KEY_REQUIRED");
        }
        if (method.hasAnnotation(IDEMPOTENT)) {
            codes.addAll(takesKey(method)
                    ? List.of("IDEMPOTENCY_IN_FLIGHT", "IDEMPOTENCY_KEY_INVALID", "IDEMPOTENCY_KEY_REUSED")
                    : List.of("IDEMPOTENCY_KEY_NOT_TAKEN"));
        }
        if (method.hasAnnotation(RateLimited.class)) {
            codes.add("TOO_MANY_CALLS");
        }
        if (conditional) {
            codes.addAll(List.of("PRECONDITION_FAILED", "PRECONDITION_REQUIRED"));
        }
        return codes.stream().distinct().map(this::problem).toList();
    }

    /** The state machine behind an operation that takes steps, drawn from the very table that executes it. */
    static Optional<String> diagram(MethodInfo method) {
        return Optional.ofNullable(method.annotation(TakesSteps.class.getName())).map(AnnotationInstance::value)
                .map(table -> steps(table.asClass().name().toString()).diagram());
    }

    private Problem problem(String code) {
        return Optional.ofNullable(problems.get(code))
                .orElseThrow(() -> new IllegalStateException("No problem has the code " + code));
    }

    private static List<String> values(MethodInfo method, String annotation) {
        return Optional.ofNullable(method.annotation(annotation)).map(AnnotationInstance::value)
                .map(AnnotationValue::asStringArray)
                .map(Arrays::asList).orElse(List.of());
    }

    private static List<Problem> constants(String enumClass) {
        return Arrays.stream(load(enumClass).getEnumConstants()).map(Problem.class::cast).toList();
    }

    private static Steps<?, ?> steps(String table) {
        try {
            var steps = load(table).getDeclaredField("STEPS");
            steps.setAccessible(true);
            return (Steps<?, ?>) steps.get(null);
        } catch (ReflectiveOperationException defect) {
            throw new IllegalStateException(table + " has no table of steps", defect);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, true, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException defect) {
            throw new IllegalStateException(defect);
        }
    }
}
